package huice.casework.letter;

import huice.casework.letter.Sheet.Block;
import huice.casework.letter.Sheet.Grid;
import huice.casework.letter.Sheet.Paragraph;
import huice.casework.letter.Sheet.Point;
import huice.casework.letter.Sheet.Points;
import huice.casework.letter.Sheet.Section;
import huice.explain.Told;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections of a letter that give reasons, from the record of what the rules found. */
final class Reasoned {
  private final LetterTexts words;

  Reasoned(LetterTexts words) {
    this.words = words;
  }

  /** All conditions: those in the way, those nobody knows yet, those that are met. */
  void conditions(Told told, List<Section> into) {
    if (!told.inTheWay().isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(points(told.inTheWay()));
      if (told.inTheWay().size() > 1) {
        blocks.add(new Paragraph(words.say("reasons.way.note")));
      }
      into.add(new Section(words.say("reasons.way"), blocks));
    }
    section(into, "reasons.open", told.open());
    section(into, "reasons.held", told.held());
  }

  private void section(List<Section> into, String heading, List<Told.Condition> conditions) {
    if (!conditions.isEmpty()) {
      into.add(new Section(words.say(heading), List.of(points(conditions))));
    }
  }

  private Points points(List<Told.Condition> conditions) {
    return new Points(conditions.stream().map(c -> new Point(sentence(c), details(c))).toList());
  }

  private String sentence(Told.Condition condition) {
    return condition.unless()
        ? words.say("reasons.unless." + condition.result(), "sentence", condition.sentence())
        : condition.sentence();
  }

  /** Values with source and day, parameters, clause (R8). */
  private List<String> details(Told.Condition condition) {
    List<String> details = new ArrayList<>();
    condition.values().forEach(value -> details.add(value(value) + how(value)));
    if (condition.values().isEmpty() && condition.result() == Truth.UNKNOWN) {
      details.add(words.say("reasons.none"));
    }
    condition.parameters().forEach(parameter -> details.add(parameter(parameter)));
    details.add(words.say("reasons.clause", "clause", condition.clause()));
    return details;
  }

  private String value(Told.Datum value) {
    return value.label().isBlank()
        ? words.say("reasons.value.plain", "value", value.value())
        : words.say("reasons.value", "label", value.label(), "value", value.value());
  }

  private String how(Told.Datum value) {
    List<String> how = new ArrayList<>();
    if (value.source() != null) {
      how.add(source(value.source()));
    }
    if (value.obtained() != null) {
      how.add(words.say("reasons.obtained", "date", words.date(value.obtained())));
    }
    value.flags().forEach(flag -> how.add(words.say("flag." + flag)));
    return how.isEmpty() ? "" : words.say("reasons.source", "how", joined(how));
  }

  /** A source by its name; an unknown register is one all the same. */
  String source(String source) {
    String key = "source." + source.replace(':', '.');
    return words.has(key)
        ? words.say(key)
        : words.say(source.startsWith("register:") ? "source.register" : "source.document");
  }

  private String parameter(Told.Used used) {
    if (used.value() == null) {
      return words.say("reasons.parameter.open", "name", used.name());
    }
    String text = words.say("reasons.parameter", "name", used.name(), "value", used.value());
    if (used.from() != null) {
      text += words.say("reasons.parameter.from", "date", words.date(used.from()));
    }
    return used.reference().isBlank()
        ? text
        : text + words.say("reasons.parameter.reference", "reference", used.reference());
  }

  void sum(Told told, List<Section> into) {
    Told.Sum sum = told.sum();
    if (sum == null) {
      return;
    }
    List<Block> blocks = arithmetic(sum);
    if (!blocks.isEmpty()) {
      into.add(new Section(words.say("sum.heading"), blocks));
    }
  }

  private List<Block> arithmetic(Told.Sum sum) {
    List<Block> blocks = new ArrayList<>();
    if (!sum.notSet().isEmpty()) {
      blocks.add(new Paragraph(words.say("sum.open", "names", joined(sum.notSet()))));
    }
    List<Point> steps = new ArrayList<>();
    sum.steps().forEach(step -> steps.add(new Point(step, List.of())));
    sum.shares().forEach(share -> steps.add(new Point(share, List.of())));
    if (!steps.isEmpty()) {
      blocks.add(new Points(steps));
    }
    return blocks;
  }

  void months(Told told, List<Section> into) {
    if (told.months().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<Point> why = new ArrayList<>();
    for (Told.Month month : told.months()) {
      rows.add(List.of(name(month), words.say("short." + month.result()), sum(month.sum())));
      month
          .reasons()
          .forEach(
              c ->
                  why.add(
                      new Point(
                          words.say("months.why", "month", name(month), "sentence", sentence(c)),
                          details(c))));
      if (month.sum() != null) {
        month
            .sum()
            .steps()
            .forEach(
                step -> why.add(new Point(name(month) + words.say("colon") + step, List.of())));
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Grid(
            List.of(words.say("months.month"), words.say("months.result"), words.say("months.sum")),
            rows));
    if (!why.isEmpty()) {
      blocks.add(new Points(why));
    }
    into.add(new Section(words.say("months.heading"), blocks));
  }

  private String name(Told.Month month) {
    return month.from().equals(month.to())
        ? month.from()
        : words.say("months.span", "from", month.from(), "to", month.to());
  }

  private String sum(Told.@Nullable Sum sum) {
    if (sum == null) {
      return words.say("old.none");
    }
    String value = sum.value();
    return value == null ? words.say("sum.open", "names", joined(sum.notSet())) : value;
  }

  /** Months refused, and what gave way to something better. */
  void lost(Told told, List<Point> into) {
    for (Told.Month month : told.months()) {
      if (!month.result().favourable()) {
        into.add(
            new Point(
                words.say(
                    "less.month",
                    "month",
                    name(month),
                    "result",
                    words.say("short." + month.result())),
                List.of()));
      }
    }
    for (Told.Lost lost : told.lost()) {
      into.add(
          new Point(
              words.say(
                  lost.months().isEmpty() ? "less.lost" : "less.lost.months",
                  "what",
                  lost.what(),
                  "because",
                  lost.because(),
                  "reason",
                  lost.reason(),
                  "clause",
                  lost.clause(),
                  "months",
                  joined(lost.months())),
              List.of()));
    }
  }

  /** What would change it (R10). */
  void change(Told told, List<Section> into) {
    if (!told.remedies().isEmpty()) {
      into.add(
          new Section(
              words.say("change.heading"),
              List.of(
                  new Points(
                      told.remedies().stream().map(r -> new Point(r, List.of())).toList()))));
    }
  }

  /** Everything that is missing, at once (R53). */
  void missing(Told told, List<Section> into) {
    List<Point> points = new ArrayList<>();
    for (Told.Asked asked : told.missing()) {
      List<String> details = new ArrayList<>();
      if (asked.whole()) {
        details.add(words.say("missing.whole"));
      }
      if (!asked.sources().isEmpty()) {
        String sources =
            asked.sources().stream()
                .map(this::source)
                .distinct()
                .collect(Collectors.joining(words.say("list.separator")));
        details.add(words.say("missing.sources", "sources", sources));
      }
      if (!asked.proofs().isEmpty()) {
        details.add(words.say("missing.proofs", "proofs", joined(asked.proofs())));
      }
      points.add(new Point(asked.question(), details));
    }
    into.add(new Section(words.say("missing.heading"), List.of(new Points(points))));
  }

  /** The data used, and how to have it corrected. */
  void data(Told told, List<Section> into) {
    List<Block> blocks = new ArrayList<>();
    if (told.data().isEmpty()) {
      blocks.add(new Paragraph(words.say("data.none")));
    } else {
      blocks.add(
          new Grid(
              List.of(
                  words.say("data.what"),
                  words.say("data.value"),
                  words.say("data.source"),
                  words.say("data.on")),
              told.data().stream().map(this::row).toList()));
    }
    blocks.add(new Paragraph(words.say("data.correct")));
    into.add(new Section(words.say("data.heading"), blocks));
  }

  private List<String> row(Told.Datum datum) {
    String flags =
        datum.flags().stream()
            .map(flag -> words.say("flag." + flag))
            .collect(Collectors.joining(words.say("list.separator")));
    String value =
        flags.isEmpty() ? datum.value() : datum.value() + words.say("reasons.source", "how", flags);
    return List.of(
        datum.label(),
        value,
        datum.source() == null ? "" : source(datum.source()),
        datum.obtained() == null ? "" : words.date(datum.obtained()));
  }

  private String joined(List<String> parts) {
    return String.join(words.say("list.separator"), parts);
  }
}
