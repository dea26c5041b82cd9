package huice.engine;

import huice.model.Amount;
import huice.model.ConditionResult;
import huice.model.ConditionResult.ParameterSeen;
import huice.model.Due;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Raw;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was decided as outcomes, whole. */
final class OutcomeWriter {
  private final CompiledRelease release;
  private final Ask ask;
  private final boolean monthsFollowTheDay;
  private final Outlook outlook;

  OutcomeWriter(CompiledRelease release, Ask ask, boolean monthsFollowTheDay, Outlook outlook) {
    this.release = release;
    this.ask = ask;
    this.monthsFollowTheDay = monthsFollowTheDay;
    this.outlook = outlook;
  }

  Outcome outcome(Evaluated e) {
    Scheme scheme = e.scheme;
    Line deciding = e.deciding();
    Due due = e.result == Result.DUE ? DueDates.of(deciding) : null;
    List<ConditionResult> conditions =
        ask.reasons() ? Reasons.conditions(deciding, release.parameters()) : List.of();
    List<MonthLine> months = scheme.monthly() ? months(e) : List.of();
    Amount amount = e.amount(e.lines);
    boolean asks = e.lines.stream().anyMatch(OutcomeWriter::asks);
    List<Missing> missing = ask.reasons() && asks ? Reasons.missing(e.lines) : List.of();
    long next = e.next(monthsFollowTheDay);
    return new Outcome(
        scheme.id(),
        Text.of(scheme.title(), scheme.id()),
        scheme.pack().id(),
        scheme.kind(),
        e.subject.name(),
        e.result,
        scheme.draft(Raw.date(deciding.moment.on())),
        amount,
        due,
        months,
        conditions,
        ask.reasons() ? parameters(e) : List.of(),
        missing,
        next < Raw.NEVER ? Raw.date(next) : null,
        ask.outlook() ? outlook.from(e) : null,
        e.givenUp,
        e.choose,
        notes(e, conditions),
        gaps(e, amount, due),
        scheme.info().digest());
  }

  /** What is missing for one month is missing for the outcome, whatever the other months give. */
  private static boolean asks(Line line) {
    return line.result == Result.NEEDS_INFO || !line.otherLacks.isEmpty();
  }

  private static List<String> gaps(Evaluated e, @Nullable Amount amount, @Nullable Due due) {
    Set<String> gaps = new LinkedHashSet<>();
    e.lines.forEach(l -> gaps.addAll(l.gaps));
    if (amount != null) {
      gaps.addAll(amount.notSet());
    }
    if (due != null) {
      gaps.addAll(due.notSet());
    }
    return List.copyOf(gaps);
  }

  private List<MonthLine> months(Evaluated e) {
    List<MonthLine> lines = new ArrayList<>();
    for (Line line : e.lines) {
      YearMonth month = YearMonth.from(Raw.date(line.moment.month()));
      List<ConditionResult> conditions =
          ask.reasons() ? Reasons.conditions(line, release.parameters()) : List.of();
      List<Missing> missing =
          ask.reasons() && asks(line) ? Reasons.missing(List.of(line)) : List.of();
      MonthLine next =
          new MonthLine(month, month, line.result, e.amount(List.of(line)), conditions, missing);
      MonthLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last != null && equal(last, next)) {
        lines.set(
            lines.size() - 1,
            new MonthLine(
                last.month(),
                month,
                last.outcome(),
                last.amount(),
                last.conditions(),
                last.missing()));
      } else {
        lines.add(next);
      }
    }
    return lines;
  }

  /** Neighbours that differ in nothing but the month stand as one span. */
  private static boolean equal(MonthLine a, MonthLine b) {
    return a.outcome() == b.outcome()
        && java.util.Objects.equals(a.amount(), b.amount())
        && a.missing().equals(b.missing())
        && plain(a.conditions()).equals(plain(b.conditions()));
  }

  private record Plain(ConditionResult result) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Plain plain
          && plain.result.id().equals(result.id())
          && plain.result.result() == result.result()
          && plain.result.values().equals(result.values())
          && plain.result.parameters().stream()
              .map(ParameterSeen::value)
              .toList()
              .equals(result.parameters().stream().map(ParameterSeen::value).toList());
    }

    @Override
    public int hashCode() {
      return result.id().hashCode();
    }
  }

  private static List<Plain> plain(List<ConditionResult> conditions) {
    return conditions.stream().map(Plain::new).toList();
  }

  /** The parameters that the consequences of the lines that made the result read. */
  private List<ParameterSeen> parameters(Evaluated e) {
    Set<ParameterSeen> used = new LinkedHashSet<>();
    for (Line line : e.lines) {
      if (line == e.deciding() || e.sum(line) != null) {
        used.addAll(consequences(line));
      }
    }
    return List.copyOf(used);
  }

  private List<ParameterSeen> consequences(Line line) {
    return line.branch == null
        ? List.of()
        : SchemeCompiler.bounds(line.branch.consequences()).stream()
            .flatMap(b -> b.parameters().stream().sorted())
            .distinct()
            .map(p -> line.parameter(p, release.parameters()))
            .toList();
  }

  private List<Text> notes(Evaluated e, List<ConditionResult> conditions) {
    List<Text> notes = new ArrayList<>();
    if (e.scheme.draft(Raw.date(e.deciding().moment.on()))) {
      notes.add(
          Text.of(
              "依据是征求意见稿，结果只作参考，不能据此发放",
              "the policy is a draft: this is indicative and nothing is payable"));
    }
    Line deciding = e.deciding();
    Branch spoken = e.result == Result.KEPT ? null : deciding.branch;
    if (spoken == null && e.result == Result.NEEDS_INFO && deciding.version != null) {
      spoken = e.scheme.kind() == SchemeKind.OBLIGATION ? deciding.version.branches().get(0) : null;
    }
    if (spoken != null) {
      spoken.consequences().notes().forEach(n -> notes.add(Text.of(n, n)));
    }
    if (deciding.version != null && !ask.reasons()) {
      return notes;
    }
    Set<String> low = new LinkedHashSet<>();
    Set<String> past = new LinkedHashSet<>();
    List<ParameterSeen> used = new ArrayList<>();
    conditions.forEach(c -> used.addAll(c.parameters()));
    used.addAll(consequences(deciding));
    used.stream().filter(ParameterSeen::lowConfidence).forEach(p -> low.add(p.name()));
    used.stream().filter(ParameterSeen::pastReview).forEach(p -> past.add(p.name()));
    if (!low.isEmpty()) {
      notes.add(
          Text.of(
              "用到尚未核实的参数：〔" + String.join("〕〔", low) + "〕",
              "uses parameters not yet verified: " + String.join(", ", low)));
    }
    if (!past.isEmpty()) {
      notes.add(
          Text.of(
              "用到已过复核日期的参数：〔" + String.join("〕〔", past) + "〕",
              "uses parameters past their review date: " + String.join(", ", past)));
    }
    Set<String> stale = new LinkedHashSet<>();
    conditions.forEach(
        c ->
            c.values().stream()
                .filter(v -> v.flags().contains("stale"))
                .forEach(v -> stale.add(v.label().zh())));
    if (!stale.isEmpty()) {
      notes.add(
          Text.of(
              "以下材料取得已久，请核对：" + String.join("、", stale),
              "these facts are stale, please check: " + String.join(", ", stale)));
    }
    return notes;
  }
}
