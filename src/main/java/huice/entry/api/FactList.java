package huice.entry.api;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Release;
import huice.model.SubjectKind;
import huice.model.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The dictionary of facts of a release; {@code roots} maps the names atop a case to entities. */
public record FactList(
    String release,
    Map<String, String> roots,
    List<SubjectEntry> subjects,
    List<EntityEntry> entities) {

  /** What a scheme may be about. */
  public record SubjectEntry(
      String id,
      String label,
      String labelEn,
      @Nullable String root,
      List<String> members,
      @Nullable String rows) {}

  /** A kind of thing facts are about, with its lists and single relations. */
  public record EntityEntry(
      String id,
      String label,
      String labelEn,
      @Nullable String begins,
      @Nullable String ends,
      List<FactEntry> facts,
      List<RelationEntry> lists,
      List<RelationEntry> ones) {}

  /** One fact with its question. */
  public record FactEntry(
      String id,
      String label,
      String labelEn,
      String question,
      String questionEn,
      @Schema(enumeration = {"date", "month", "money", "count", "yes/no", "choice"}) String type,
      @Nullable String unit,
      List<ChoiceEntry> choices,
      List<String> sources,
      List<String> proofs,
      @Schema(description = "多久之内有效（ISO 8601） How long a value is fresh") @Nullable String fresh,
      @Schema(enumeration = {"person", "office", "employer", "nobody"}) String changes,
      @Schema(enumeration = {"ask", "unsettled"}) String absent,
      boolean sensitive) {}

  /** One entry of a fully listed choice. */
  public record ChoiceEntry(String id, String label, String labelEn) {}

  /** A list of things, or one thing, that belongs to another. */
  public record RelationEntry(
      String id, String entity, String label, String labelEn, String question, String questionEn) {}

  static FactList of(Release release) {
    Dictionary dictionary = release.dictionary();
    return new FactList(
        release.digest(),
        dictionary.roots(),
        dictionary.subjects().values().stream().map(FactList::entry).toList(),
        dictionary.entities().values().stream().map(FactList::entry).toList());
  }

  private static SubjectEntry entry(SubjectKind subject) {
    return new SubjectEntry(
        subject.id(),
        subject.label().zh(),
        subject.label().en(),
        subject.root(),
        subject.members(),
        subject.rows());
  }

  static EntityEntry entry(Entity entity) {
    return new EntityEntry(
        entity.id(),
        entity.label().zh(),
        entity.label().en(),
        entity.begins(),
        entity.ends(),
        entity.facts().stream().map(FactList::entry).toList(),
        entity.relations().stream().filter(Relation::many).map(FactList::entry).toList(),
        entity.relations().stream().filter(r -> !r.many()).map(FactList::entry).toList());
  }

  private static FactEntry entry(Fact fact) {
    return new FactEntry(
        fact.id(),
        fact.label().zh(),
        fact.label().en(),
        fact.question().zh(),
        fact.question().en(),
        fact.month() ? "month" : fact.type().word(),
        fact.unit() == Unit.NONE ? null : fact.unit().text().zh(),
        fact.choices().stream()
            .map(c -> new ChoiceEntry(c.id(), c.label().zh(), c.label().en()))
            .toList(),
        fact.sources(),
        fact.proofs(),
        fact.fresh() == null ? null : fact.fresh().toString(),
        fact.changedBy().name().toLowerCase(Locale.ROOT),
        fact.absent().name().toLowerCase(Locale.ROOT),
        fact.sensitive());
  }

  private static RelationEntry entry(Relation relation) {
    return new RelationEntry(
        relation.id(),
        relation.entity(),
        relation.label().zh(),
        relation.label().en(),
        relation.question().zh(),
        relation.question().en());
  }
}
