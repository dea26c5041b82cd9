package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Choice;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the roots of a case and the kinds of subject. */
record SubjectReader(
    Map<String, Entity> entities, NeverBuilt never, Set<String> broken, boolean unreadable) {

  void read(Section section, Map<String, String> roots, Map<String, SubjectKind> subjects) {
    section.known("roots", "subjects");
    Problems problems = section.problems();
    Section rootSection = section.section("roots");
    if (rootSection == null && !section.has("roots")) {
      section.required("roots");
    }
    if (rootSection != null) {
      for (Tree.Entry entry : rootSection.entries()) {
        root(entry, rootSection, roots);
      }
    }
    Section list = section.section("subjects");
    if (list == null && !section.has("subjects")) {
      section.required("subjects");
    }
    Set<String> labels = new HashSet<>();
    for (Tree.Entry entry : list == null ? List.<Tree.Entry>of() : list.entries()) {
      Section subject = Section.of(entry.value(), entry.line(), problems);
      if (subject != null) {
        SubjectKind kind = subject(entry.key(), subject, roots);
        if (!kind.label().zh().isEmpty() && !labels.add(kind.label().zh())) {
          problems.add(
              entry.line(),
              say("对象「%s」写了两次", "the subject \"%s\" is written twice", shown(kind.label().zh())),
              Text.of("请改成不同的文字", "use different words"));
        }
        subjects.put(entry.key(), kind);
      }
    }
  }

  private void root(Tree.Entry entry, Section section, Map<String, String> roots) {
    String entity = section.text(entry.key());
    if (!EntityReader.goodId(entry.key())) {
      section.problems().add(entry.line(), EntityReader.badId(entry.key()), EntityReader.WRITE_ID);
    } else if (entity != null && !entities.containsKey(entity)) {
      if (!unreadable) {
        section
            .problems()
            .add(
                entry.line(),
                say("没有「%s」这个实体", "there is no entity \"%s\"", shown(entity)),
                Words.instead(entity, entities.keySet()));
      }
    } else if (entity != null) {
      roots.put(entry.key(), entity);
    }
  }

  private SubjectKind subject(String id, Section section, Map<String, String> roots) {
    section.known("label", "root", "members", "rows", "where");
    Text label = section.bilingual("label");
    new Refusals(never, section.problems()).check(section.line(), id, label);
    String root = section.text("root");
    List<String> members = section.words("members");
    String rows = section.text("rows");
    int forms =
        (section.has("root") ? 1 : 0)
            + (section.has("members") ? 1 : 0)
            + (section.has("rows") ? 1 : 0);
    if (forms != 1) {
      section
          .problems()
          .add(
              section.line(),
              Text.of(
                  "root、members、rows 要写一个，只写一个", "exactly one of root, members and rows is needed"),
              Text.of("请留一个", "keep one"));
    }
    if (root != null) {
      known(section, "root", root, roots);
    }
    members.forEach(m -> known(section, "members", m, roots));
    members(section, members, roots);
    Entity row = rows == null ? null : rows(section, rows, roots);
    return new SubjectKind(id, label, root, members, rows, where(section, row));
  }

  private static void members(Section section, List<String> members, Map<String, String> roots) {
    long kinds = members.stream().map(roots::get).filter(Objects::nonNull).distinct().count();
    if (section.has("members") && (members.size() < 2 || kinds > 1)) {
      section
          .problems()
          .add(
              section.line("members"),
              Text.of("members 要有两个以上同类的成员", "members needs two or more roots of one entity"),
              Text.of("如 [甲, 乙]", "such as [one, other]"));
    }
  }

  private void known(Section section, String key, String root, Map<String, String> roots) {
    if (!roots.containsKey(root) && !unreadable) {
      section
          .problems()
          .add(
              section.line(key),
              say("没有「%s」这个个案成员", "there is no root \"%s\" of a case", shown(root)),
              Words.instead(root, roots.keySet()));
    }
  }

  /** The entity of the rows; null, with a problem, when the path names none. */
  private @Nullable Entity rows(Section section, String path, Map<String, String> roots) {
    String[] parts = path.split("\\.", -1);
    Entity entity = entities.get(roots.getOrDefault(parts[0], ""));
    Relation relation = null;
    for (int i = 1; i < parts.length && entity != null; i++) {
      if (broken.contains(entity.id() + "." + parts[i])) {
        return null;
      }
      relation = entity.relation(parts[i]).orElse(null);
      entity = target(relation);
    }
    if (!unreadable && (relation == null || !relation.many() || entity == null)) {
      section
          .problems()
          .add(
              section.line("rows"),
              say("「%s」不是个案里的列表", "\"%s\" is not a list of a case", shown(path)),
              Text.of("请写「成员.列表」", "write root.list"));
      return null;
    }
    return entity;
  }

  /** Which rows the subject is about, by choices of the row. */
  private List<SubjectKind.Where> where(Section section, @Nullable Entity row) {
    Section where = section.section("where");
    if (where != null && !section.has("rows")) {
      section
          .problems()
          .add(
              section.line("where"),
              Text.of("where 只用于 rows", "where goes with rows only"),
              Text.of("请删去，或写 rows: 成员.列表", "delete it, or write rows: root.list"));
    }
    List<SubjectKind.Where> all = new ArrayList<>();
    if (where == null || row == null) {
      return all;
    }
    for (Tree.Entry entry : where.entries()) {
      Fact fact = choice(where, entry, row);
      List<String> words = where.words(entry.key());
      if (words.isEmpty() && entry.value() instanceof Tree.Sequence) {
        where
            .problems()
            .add(
                entry.line(),
                say("「%s」没有写选项", "\"%s\" names no choice", shown(entry.key())),
                Text.of("请写 [选项, …]", "write [choice, …]"));
      }
      if (fact != null) {
        all.add(new SubjectKind.Where(fact.id(), choices(where, entry, fact, words)));
      }
    }
    return all;
  }

  /** The fact that a where names; null, with a problem, when it is no choice of the row. */
  private @Nullable Fact choice(Section where, Tree.Entry entry, Entity row) {
    Fact fact = row.fact(entry.key()).orElse(null);
    if (broken.contains(row.id() + "." + entry.key())) {
      return null;
    }
    if (fact == null) {
      List<String> choices =
          row.facts().stream().filter(f -> f.type() == ValueType.CHOICE).map(Fact::id).toList();
      where
          .problems()
          .add(
              entry.line(),
              say(
                  "「%1$s」没有事实「%3$s」",
                  "\"%2$s\" has no fact \"%3$s\"",
                  row.label().zh(),
                  row.label().en(),
                  shown(entry.key())),
              Words.instead(entry.key(), choices));
      return null;
    }
    if (fact.type() != ValueType.CHOICE) {
      where
          .problems()
          .add(
              entry.line(),
              say(
                  "「%s」不是选项，不能写在 where 里",
                  "\"%s\" is no choice and cannot stand in where", fact.id()),
              Text.of("请用选项类的事实", "name a fact of type choice"));
      return null;
    }
    return fact;
  }

  /** The choices' ids; each that is none is a problem. */
  private static List<String> choices(
      Section where, Tree.Entry entry, Fact fact, List<String> words) {
    List<String> ids = new ArrayList<>();
    List<String> known = fact.choices().stream().map(Choice::id).toList();
    for (String word : words) {
      OptionalInt place = fact.choice(word);
      if (place.isPresent()) {
        ids.add(known.get(place.getAsInt()));
      } else {
        int line =
            where.items(entry.key()).stream()
                .filter(i -> i instanceof Tree.Scalar s && s.text().strip().equals(word))
                .findFirst()
                .map(Tree::line)
                .orElse(entry.line());
        where
            .problems()
            .add(
                line,
                say("「%s」没有选项「%s」", "\"%s\" has no choice \"%s\"", fact.id(), shown(word)),
                Words.instead(word, known));
      }
    }
    return ids;
  }

  private @Nullable Entity target(@Nullable Relation relation) {
    return relation == null ? null : entities.get(relation.entity());
  }
}
