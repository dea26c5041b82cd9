package huice.casework;

import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Text;
import huice.store.Facts;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records of employers, agencies, schools, projects and offices, with a public title and code; and
 * of households, couples and applications, which have neither. Which kinds there are is the
 * dictionary's affair. Thread-safe.
 */
@ApplicationScoped
public class Organisations {
  private static final int MOST = 50;

  private final RecordTable records;
  private final Journal journal;
  private final LiveRelease live;
  private final Access access;
  private final Facts facts;

  Organisations(
      RecordTable records, Journal journal, LiveRelease live, Access access, Facts facts) {
    this.records = records;
    this.journal = journal;
    this.live = live;
    this.access = access;
    this.facts = facts;
  }

  /** A record as lists show it. */
  public record Organisation(
      UUID id, String entity, @Nullable String title, @Nullable String code, String office) {}

  /** The kinds of records other than persons: the entities that can be roots of a case. */
  public Set<String> kinds() {
    Dictionary dictionary = live.get().source().dictionary();
    Set<String> kinds = new LinkedHashSet<>(dictionary.roots().values());
    kinds.remove(access.personEntity());
    return kinds;
  }

  /**
   * A new record of the caller's office.
   *
   * @throws Conflict when another of its kind has the code
   */
  @Transactional
  public Organisation add(
      Actor actor, String entity, @Nullable String title, @Nullable String code, Instant at) {
    boolean named = !access.closed(entity);
    if (named && title == null) {
      throw new Invalid(
          "/title", Text.of("没有写明名称", "no title"), Text.of("请写单位的名称", "write the public name"));
    }
    if (!named && (title != null || code != null)) {
      throw new Invalid(
          title != null ? "/title" : "/code",
          Text.of("这一类记录没有公开的名称", "this kind of record has no public name"),
          Text.of("请删去", "leave it out"));
    }
    facts.lock();
    if (code != null && records.coded(entity, code).isPresent()) {
      throw new Conflict(Text.of("这个代码已经登记。", "This code is registered already."));
    }
    RecordRow row =
        new RecordRow(UUID.randomUUID(), entity, actor.office(), title, code, at, actor.id());
    records.add(row);
    journal.write(
        new Journal.Entry(
            at,
            LogKind.FACT,
            actor,
            null,
            Texts.json(Map.of("record", row.id().toString(), "entity", entity))));
    return shown(row);
  }

  /** Public bodies and firms of a kind whose title or code holds some letters. */
  @Transactional
  public List<Organisation> find(String entity, String letters) {
    return access.closed(entity)
        ? List.of()
        : records.titled(entity, letters, MOST).stream().map(Organisations::shown).toList();
  }

  /** The public name of a record; null where it has none. */
  @Transactional
  public @Nullable String title(UUID record) {
    return records.find(record).map(RecordRow::title).orElse(null);
  }

  private static Organisation shown(RecordRow row) {
    return new Organisation(row.id(), row.entity(), row.title(), row.code(), row.office());
  }
}
