package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Choice;
import huice.model.Fact;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one fact of the dictionary and holds it to R24. */
final class FactReader {
  private static final List<String> SOURCES = List.of("person", "document", "employer", "ledger");
  private static final List<String> TYPES =
      Arrays.stream(ValueType.values()).map(ValueType::word).toList();

  private final String entity;
  private final List<String> sources;
  private final Refusals refusals;
  private final Problems problems;

  FactReader(String entity, List<String> registers, Refusals refusals) {
    this.entity = entity;
    this.sources = new ArrayList<>(SOURCES);
    this.sources.addAll(registers);
    this.refusals = refusals;
    this.problems = refusals.problems();
  }

  /** Null when the type is beyond reading; everything else has a harmless stand-in. */
  @Nullable Fact read(String id, int ordinal, Section section) {
    section.known(
        "label",
        "question",
        "type",
        "unit",
        "choices",
        "sources",
        "proofs",
        "fresh",
        "changes",
        "absent",
        "sensitive",
        "protected");
    Text label = section.bilingual("label");
    Text question = section.bilingual("question");
    ValueType type = type(section);
    List<Choice> choices = new FactChoices(problems).read(section, type);
    boolean month = type == ValueType.DATE && section.has("unit");
    String attribute = attribute(section);
    if (refused(section, id, label, question, choices)) {
      refusals.attribute(section.line(), id, label, attribute);
    }
    Unit unit = type == null ? Unit.NONE : new FactUnits(problems).read(section, type);
    List<String> named = sources(section);
    Fact.ChangedBy changes = changes(section);
    Fact.Absence absent = absent(section);
    Period fresh = fresh(section);
    if (type == null || (type == ValueType.CHOICE && choices.isEmpty())) {
      return null;
    }
    return new Fact(
        entity,
        id,
        ordinal,
        label,
        question,
        type,
        unit,
        month,
        choices,
        named,
        proofs(section),
        fresh,
        changes,
        absent,
        section.flag("sensitive"),
        attribute,
        problems.file(),
        section.line());
  }

  private boolean refused(
      Section section, String id, Text label, Text question, List<Choice> choices) {
    if (!refusals.check(section.line(), id, label, question)) {
      return false;
    }
    for (Choice choice : choices) {
      if (!refusals.check(line(section, choice), choice.id(), choice.label())) {
        return false;
      }
    }
    return true;
  }

  /** The line of one choice. */
  private static int line(Section section, Choice choice) {
    Tree.Entry entry =
        section.tree("choices") instanceof Tree.Mapping choices
            ? choices.entries().get(choice.id())
            : null;
    return entry == null ? section.line("choices") : entry.line();
  }

  private @Nullable ValueType type(Section section) {
    String allowed = String.join("、", TYPES);
    String word =
        section.required(
            "type", Text.of("没有写明类型 type", "no type"), say("可以写：%s", "one of: %s", allowed));
    ValueType type = ValueType.parse(word).orElse(null);
    if (type == null && !word.isEmpty()) {
      problems.add(
          section.line("type"),
          say("没有「%s」这种类型", "there is no type \"%s\"", shown(word)),
          say("可以写：%s", "one of: %s", allowed));
    }
    return type;
  }

  private List<String> sources(Section section) {
    List<String> named = section.words("sources");
    if (named.isEmpty()
        && (!section.has("sources") || section.tree("sources") instanceof Tree.Sequence)) {
      problems.add(
          section.line("sources"),
          Text.of("没有写明来源 sources", "no sources"),
          say("可以写：%s", "some of: %s", String.join("、", sources)));
    }
    for (String source : named) {
      if (!sources.contains(source)) {
        problems.add(
            section.line("sources"),
            say("来源不能写「%s」", "the source cannot be \"%s\"", shown(source)),
            Words.instead(source, sources));
      }
    }
    return named;
  }

  private List<String> proofs(Section section) {
    List<String> proofs = new ArrayList<>();
    for (Tree item : section.items("proofs")) {
      if (item instanceof Tree.Mapping) {
        proofs.add(Section.bilingual(item, item.line(), problems).both());
      } else if (item instanceof Tree.Scalar scalar && !scalar.text().isBlank()) {
        proofs.add(scalar.text().strip());
      }
    }
    return proofs;
  }

  private @Nullable Period fresh(Section section) {
    String word = section.text("fresh");
    if (word == null) {
      return null;
    }
    try {
      Period period = Period.parse(word);
      if (!period.isNegative() && !period.isZero() && period.toTotalMonths() < 1200) {
        return period;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    problems.add(
        section.line("fresh"),
        say("fresh 不能写「%s」", "fresh cannot be \"%s\"", shown(word)),
        Text.of("请写 P6M、P1Y 或 P30D 这样的期间", "write a period such as P6M, P1Y or P30D"));
    return null;
  }

  private Fact.ChangedBy changes(Section section) {
    List<String> words = List.of("person", "office", "employer", "nobody");
    if (!section.has("changes")) {
      problems.add(
          section.line(),
          Text.of("没有写明谁能改变它 changes", "no changes: who can bring about a change"),
          say("可以写：%s", "one of: %s", String.join("、", words)));
    }
    String word = section.oneOf("changes", words);
    return Fact.ChangedBy.values()[Math.max(0, words.indexOf(word == null ? "nobody" : word))];
  }

  private Fact.Absence absent(Section section) {
    String word = section.oneOf("absent", List.of("ask", "unsettled"));
    return "unsettled".equals(word) ? Fact.Absence.UNSETTLED : Fact.Absence.ASK;
  }

  private @Nullable String attribute(Section section) {
    String word = section.text("protected");
    if (word != null && NeverBuilt.undeclarable(word)) {
      problems.add(
          section.line("protected"),
          say("「%s」不能记录，标明也不行", "\"%s\" is never recorded, declared or not", word),
          Text.of("请删去这个事实", "delete this fact"));
    } else if (word != null && !NeverBuilt.declarable().contains(word)) {
      problems.add(
          section.line("protected"),
          say("protected 不能写「%s」", "protected cannot be \"%s\"", shown(word)),
          Words.instead(word, NeverBuilt.declarable()));
    }
    return word;
  }
}
