package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Lack;
import huice.engine.measure.Reading;
import huice.engine.measure.Sight;
import huice.model.ConditionResult;
import huice.model.ConditionResult.ParameterSeen;
import huice.model.ConditionResult.Seen;
import huice.model.Fact;
import huice.model.Missing;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Text;
import huice.model.Truth;
import huice.model.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the record of a line: every condition's result with what was seen, and what is missing. */
final class Reasons {
  private Reasons() {}

  static List<ConditionResult> conditions(Line line, ParametersInForce parameters) {
    Version version = line.version;
    if (version == null) {
      return List.of();
    }
    if (!line.results.isEmpty()) {
      return line.results;
    }
    List<ConditionResult> results = new ArrayList<>(version.conditions().size());
    Set<Integer> failing = new HashSet<>();
    version.wanted(line.day()).failing(true, i -> line.truths[i], failing);
    for (int i = 0; i < version.conditions().size(); i++) {
      results.add(
          condition(line, version.conditions().get(i), i, !failing.contains(i), parameters));
    }
    line.results = results;
    return results;
  }

  private static ConditionResult condition(
      Line line, Condition c, int place, boolean holds, ParametersInForce parameters) {
    Reading left = line.readings[c.leftSlot()];
    Reading right = line.readings[c.rightSlot()];
    List<Seen> values = new ArrayList<>();
    values(c.left(), left, values);
    if (!(c.right().measure() instanceof CallBinder.Constant)
        && !c.right().call().form().equals("parameter")) {
      values(c.right(), right, values);
    }
    List<ParameterSeen> used = new ArrayList<>(c.parameters().size());
    for (String name : c.parameters()) {
      used.add(line.parameter(name, parameters));
    }
    long next = Reading.nextComparison(left, right, line.moment.on());
    return new ConditionResult(
        c.id(),
        c.text(),
        line.truths[place],
        values,
        used,
        c.clause(),
        line.scheme.info().file(),
        c.line(),
        next > line.moment.on() && next < Raw.NEVER ? Raw.date(next) : null,
        c.unless(),
        holds && line.truths[place] == (c.unless() ? Truth.MET : Truth.NOT_MET));
  }

  /** The measure's own value first unless it is a fact as it stands; then what it was made from. */
  private static void values(Bound bound, Reading reading, List<Seen> into) {
    boolean plain = bound.call().form().equals("value") && reading.seen().size() == 1;
    if (!plain) {
      into.add(
          new Seen(
              bound.written(),
              Text.of("计得", "computed"),
              Rendering.interval(bound, reading),
              null,
              null,
              List.of()));
    }
    for (Sight sight : reading.seen()) {
      into.add(sight(sight));
    }
  }

  private static Seen sight(Sight sight) {
    String source = sight.evidence() == null ? null : sight.evidence().source();
    LocalDate obtained = sight.evidence() == null ? null : sight.evidence().obtained();
    if (sight.fact() != null) {
      String value = sight.none() ? "无" : Rendering.value(sight.fact(), sight.raw());
      return new Seen(sight.path(), sight.fact().label(), value, source, obtained, sight.flags());
    }
    Text label = sight.relation() == null ? Text.of("", "") : sight.relation().label();
    return new Seen(sight.path(), label, sight.raw() + " 条", source, obtained, sight.flags());
  }

  static ParameterSeen parameter(String name, Line line, ParametersInForce parameters) {
    ParametersInForce.Used used = parameters.used(name, line.scheme, line.moment);
    ParameterValue value = used == null ? null : used.value();
    if (used == null || value == null) {
      return new ParameterSeen(
          name, null, null, used == null ? null : used.day(), "", null, false, false);
    }
    String written = used.parameter().listed() ? listed(value.list()) : used.written();
    Unit unit = used.parameter().unit();
    String shown =
        written == null || !value.published() ? null : withUnit(written, used.parameter().unit());
    Bound selector = line.scheme.selectors().get(name);
    if (shown == null
        && used.key() == null
        && value.published()
        && selector != null
        && selector.fact() != null) {
      shown = "取决于「" + selector.fact().label().zh() + "」";
    }
    boolean past = value.review() != null && value.review().isBefore(Raw.date(line.moment.on()));
    return new ParameterSeen(
        name,
        shown,
        value.from(),
        used.day(),
        value.reference(),
        value.confidence(),
        value.confidence().low(),
        past);
  }

  private static final int LISTED = 6;

  private static String listed(List<String> words) {
    return words.size() <= LISTED
        ? String.join("、", words)
        : String.join("、", words.subList(0, LISTED)) + " 等 " + words.size() + " 项";
  }

  private static String withUnit(String written, Unit unit) {
    return switch (unit) {
      case NONE, SHARE -> written;
      case PERCENT -> written + "%";
      default -> written + " " + unit.text().zh();
    };
  }

  /**
   * What is missing, most useful first: facts of which one answer alone would settle the outcome,
   * then those that help most conditions, then those that are lacking alone.
   */
  static List<Missing> missing(List<Line> lines) {
    Map<String, Want> wants = new LinkedHashMap<>();
    for (Line line : lines) {
      for (int i : line.relevant) {
        List<Lack> here = Settling.lacks(line, i);
        for (Lack lack : here) {
          Want want = wants.computeIfAbsent(lack.path(), p -> new Want(lack));
          want.add(
              java.util.Objects.requireNonNull(line.version).conditions().get(i).text(),
              here.size());
          want.settles += here.size() == 1 ? Settling.settledBy(line, i) : 0;
        }
      }
      line.versionLacks.forEach(l -> wants.computeIfAbsent(l.path(), p -> new Want(l)));
      line.otherLacks.forEach(l -> wants.computeIfAbsent(l.path(), p -> new Want(l)));
    }
    return wants.values().stream()
        .filter(w -> !Settling.officeGap(w.lack))
        .sorted(
            Comparator.<Want>comparingInt(w -> -w.settles)
                .thenComparingInt(w -> -w.conditions.size())
                .thenComparingInt(w -> w.together))
        .map(w -> missing(w.lack, w.conditions))
        .toList();
  }

  /** A fact wanted: the conditions it helps, and with how many others at the least. */
  private static final class Want {
    final Lack lack;
    final List<String> conditions = new ArrayList<>();
    int together = Integer.MAX_VALUE;
    int settles;

    Want(Lack lack) {
      this.lack = lack;
    }

    void add(String condition, int beside) {
      if (!conditions.contains(condition)) {
        conditions.add(condition);
      }
      together = Math.min(together, beside);
    }
  }

  private static Missing missing(Lack lack, List<String> conditions) {
    @Nullable Fact fact = lack.fact();
    if (fact != null) {
      return new Missing(
          lack.path(), fact.label(), fact.question(), fact.sources(), fact.proofs(), conditions);
    }
    Relation relation = lack.relation();
    return relation == null
        ? new Missing(
            lack.path(),
            Text.of(lack.path(), lack.path()),
            Text.of("", ""),
            List.of(),
            List.of(),
            conditions)
        : new Missing(
            lack.path(), relation.label(), relation.question(), List.of(), List.of(), conditions);
  }
}
