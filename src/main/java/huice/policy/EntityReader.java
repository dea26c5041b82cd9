package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Text;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one entity of the dictionary. */
final class EntityReader {
  static final Text WRITE_ID =
      Text.of(
          "请用小写英文字母、数字和下划线，以字母开头", "use lower-case letters, digits and _, beginning with a letter");

  /** Words that mean something else in a case or a path. */
  private static final Set<String> RESERVED =
      Set.of("value", "conflict", "rows", "complete_to", "none");

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private final String id;
  private final Section section;
  private final Problems problems;
  private final Set<String> entities;
  private final FactReader facts;
  private final Refusals refusals;
  private final Set<String> broken;
  private final Set<String> names = new HashSet<>();
  private final List<Fact> readFacts = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  private EntityReader(
      String id,
      Section section,
      Set<String> entities,
      List<String> registers,
      NeverBuilt never,
      Set<String> broken) {
    this.id = id;
    this.section = section;
    this.problems = section.problems();
    this.entities = entities;
    this.refusals = new Refusals(never, problems);
    this.facts = new FactReader(id, registers, refusals);
    this.broken = broken;
  }

  static Entity read(
      String id,
      Section section,
      Set<String> entities,
      List<String> registers,
      NeverBuilt never,
      Set<String> broken) {
    return new EntityReader(id, section, entities, registers, never, broken).read();
  }

  static boolean goodId(String word) {
    return ID.matcher(word).matches() && !RESERVED.contains(word);
  }

  static Text badId(String word) {
    return RESERVED.contains(word)
        ? say("「%s」另有含义，不能作名称", "\"%s\" means something else and cannot be a name", word)
        : say("「%s」不能作名称", "\"%s\" cannot be a name", shown(word));
  }

  private Entity read() {
    section.known("entity", "label", "begins", "ends", "facts", "lists", "ones");
    Text label = section.bilingual("label");
    refusals.check(section.line("entity"), id, label);
    Section factSection = section.section("facts");
    if (factSection != null) {
      for (Tree.Entry entry : factSection.entries()) {
        fact(entry);
      }
    }
    relations("lists", true);
    relations("ones", false);
    String begins = date("begins");
    String ends = date("ends");
    if (begins == null && ends != null && !section.has("begins")) {
      problems.add(
          section.line("ends"),
          Text.of("有 ends 却没有 begins", "there is ends and no begins"),
          Text.of("请写明 begins", "name begins"));
    }
    return new Entity(id, label, begins, ends, readFacts, relations);
  }

  private void fact(Tree.Entry entry) {
    if (!named(entry)) {
      return;
    }
    Section fact = Section.of(entry.value(), entry.line(), problems);
    Fact read = fact == null ? null : facts.read(entry.key(), readFacts.size(), fact);
    if (read == null) {
      broken.add(id + "." + entry.key());
    } else {
      readFacts.add(read);
    }
  }

  /** Whether a name is well formed and new in this entity. */
  private boolean named(Tree.Entry entry) {
    if (!goodId(entry.key())) {
      problems.add(entry.line(), badId(entry.key()), WRITE_ID);
      broken.add(id + "." + entry.key());
      return false;
    }
    if (!names.add(entry.key())) {
      problems.add(
          entry.line(),
          say("「%s」这个名称已用过", "the name \"%s\" is used already", entry.key()),
          Text.of("请另取名称", "choose another name"));
      return false;
    }
    return true;
  }

  private void relations(String key, boolean many) {
    Section list = section.section(key);
    if (list == null) {
      return;
    }
    for (Tree.Entry entry : list.entries()) {
      Section relation = named(entry) ? Section.of(entry.value(), entry.line(), problems) : null;
      if (relation != null) {
        relation(entry.key(), relation.known("entity", "label", "question"), many);
      }
    }
  }

  private void relation(String name, Section relation, boolean many) {
    Text label = relation.bilingual("label");
    Text question = relation.bilingual("question");
    refusals.check(relation.line(), name, label, question);
    String target = relation.required("entity");
    if (entities.contains(target)) {
      relations.add(
          new Relation(
              id,
              name,
              relations.size(),
              target,
              many,
              label,
              question,
              problems.file(),
              relation.line()));
      return;
    }
    broken.add(id + "." + name);
    if (!target.isEmpty()) {
      problems.add(
          relation.line("entity"),
          say("没有「%s」这个实体", "there is no entity \"%s\"", shown(target)),
          Words.instead(target, entities));
    }
  }

  /** The date fact named under {@code begins} or {@code ends}. */
  private @Nullable String date(String key) {
    String name = section.text(key);
    if (name == null) {
      return null;
    }
    for (Fact fact : readFacts) {
      if (fact.id().equals(name)) {
        if (fact.type() == ValueType.DATE) {
          return name;
        }
        problems.add(
            section.line(key),
            say("「%s」不是日期", "\"%s\" is not a date", name),
            Text.of("请写一个日期事实", "name a date fact"));
        return null;
      }
    }
    if (!broken.contains(id + "." + name)) {
      problems.add(
          section.line(key),
          say("没有「%s」这个事实", "there is no fact \"%s\"", shown(name)),
          Words.instead(name, readFacts.stream().map(Fact::id).toList()));
    }
    return null;
  }
}
