package huice.engine;

import huice.engine.measure.Lack;
import huice.engine.measure.Reading;
import huice.engine.measure.Sight;
import huice.model.Fact;
import huice.model.Raw;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes a line's result from its conditions, by kind of scheme. */
final class Settling {
  private Settling() {}

  static void settle(Line line) {
    byConditions(line);
    Doubt doubt = line.subject.doubt();
    line.mayChange(doubt.next());
    if (!doubt.lacks().isEmpty()) {
      doubted(line, doubt);
    }
  }

  /**
   * A row that may be none of those its rule is about: nothing is settled on that footing but what
   * is not due either way, and what likely evidence carries in someone's favour. So the outcome may
   * vanish when more becomes known, and never had to be taken back.
   */
  private static void doubted(Line line, Doubt doubt) {
    boolean stands =
        switch (line.result) {
          case NOT_DUE, UNSETTLED, NOT_EVALUATED -> true;
          case ELIGIBLE, DUE, KEPT, NEEDS_INFO -> doubt.likely();
          case NOT_ELIGIBLE, NOT_KEPT -> false;
        };
    if (stands) {
      return;
    }
    line.branch = null;
    if (doubt.lacks().stream().allMatch(Settling::officeGap)) {
      line.result = Result.UNSETTLED;
      line.relevant = List.of();
      doubt.lacks().forEach(l -> line.gap(name(l)));
    } else {
      line.result = Result.NEEDS_INFO;
      doubt.lacks().stream().filter(l -> !officeGap(l)).forEach(line::lack);
    }
  }

  private static String name(Lack lack) {
    return lack.fact() == null ? lack.path() : lack.fact().label().zh();
  }

  private static void byConditions(Line line) {
    Version version = line.version;
    if (version == null) {
      line.result = line.versionLacks.isEmpty() ? Result.UNSETTLED : Result.NEEDS_INFO;
      if (line.versionLacks.isEmpty()) {
        line.gap("没有在 " + line.day() + " 施行的版本");
      }
      return;
    }
    if (!line.sound) {
      line.result = Result.NOT_EVALUATED;
      return;
    }
    if (!line.versionLacks.isEmpty()) {
      line.result = Result.NEEDS_INFO;
      line.relevant = unknown(line);
      return;
    }
    switch (line.scheme.kind()) {
      case ENTITLEMENT -> entitlement(line, version);
      case OBLIGATION -> obligation(line, version);
      case FREQUENCY, SERVICE -> service(line, version);
    }
    if (line.doubtfulEvent != null && line.result.adverse()) {
      line.result = Result.NEEDS_INFO;
      line.branch = null;
      line.versionLacks = doubted(line.doubtfulEvent);
    }
  }

  private static Truth[] hopeful(Line line, Version version, boolean wanted) {
    Truth[] best = line.truths.clone();
    List<Formula.Literal> literals = new ArrayList<>();
    version.branches().get(0).formula().literals(wanted, literals);
    if (version.duty() != null) {
      version.duty().literals(wanted, literals);
    }
    for (Formula.Literal literal : literals) {
      int i = literal.condition();
      if (line.truths[i] == Truth.UNKNOWN && askable(line, i)) {
        best[i] = literal.positive() ? Truth.MET : Truth.NOT_MET;
      }
    }
    return best;
  }

  private static void entitlement(Line line, Version version) {
    Branch branch = version.branches().get(0);
    Truth truth = value(branch.formula(), line.truths);
    switch (truth) {
      case MET -> {
        line.result = Result.ELIGIBLE;
        line.branch = branch;
      }
      case NOT_MET -> line.result = Result.NOT_ELIGIBLE;
      case UNKNOWN -> open(line, version, branch);
    }
  }

  /** Unknown: facts are asked for only where they could still bring the favourable answer. */
  private static void open(Line line, Version version, Branch branch) {
    if (value(branch.formula(), hopeful(line, version, true)) == Truth.MET) {
      line.result = Result.NEEDS_INFO;
      line.relevant = branch.ways().relevant(line.truths, i -> askable(line, i));
    } else {
      unsettled(line);
    }
  }

  private static void unsettled(Line line) {
    line.result = Result.UNSETTLED;
    for (int i : unknown(line)) {
      gaps(line, i);
    }
  }

  private static void obligation(Line line, Version version) {
    Branch branch = version.branches().get(0);
    Formula owed = version.duty() == null ? Formula.TRUE : version.duty();
    Formula applies = version.duty() == null ? Formula.TRUE : branch.formula();
    Formula duty = version.duty() == null ? branch.formula() : owed;
    Truth on = value(applies, line.truths);
    Truth kept = value(duty, line.truths);
    if (on == Truth.NOT_MET) {
      line.result = Result.NOT_DUE;
    } else if (on == Truth.MET && kept != Truth.UNKNOWN) {
      line.result = kept == Truth.MET ? Result.KEPT : Result.NOT_KEPT;
      line.branch = branch;
    } else {
      Truth[] best = hopeful(line, version, true);
      Truth mayApply = value(applies, best);
      boolean asks = on == Truth.UNKNOWN ? mayApply == Truth.MET : value(duty, best) == Truth.MET;
      if (!asks) {
        unsettled(line);
        return;
      }
      line.result = Result.NEEDS_INFO;
      Set<Integer> relevant = new LinkedHashSet<>();
      if (on == Truth.UNKNOWN) {
        relevant.addAll(branch.ways().relevant(line.truths, i -> askable(line, i)));
      }
      if (kept == Truth.UNKNOWN) {
        relevant.addAll(
            (version.dutyWays() == null ? branch.ways() : version.dutyWays())
                .relevant(line.truths, i -> askable(line, i)));
      }
      line.relevant = List.copyOf(relevant);
    }
  }

  /** First branch that is met counts; one that may yet be met before it leaves all open. */
  private static void service(Line line, Version version) {
    Set<Integer> relevant = new TreeSet<>();
    boolean open = false;
    boolean hopeless = true;
    for (Branch branch : version.branches()) {
      if (!branch.inForce(line.day())) {
        continue;
      }
      Truth truth = value(branch.formula(), line.truths);
      if (truth == Truth.UNKNOWN) {
        open = true;
        List<Integer> here = branch.ways().relevant(line.truths, i -> askable(line, i));
        relevant.addAll(here);
        hopeless &= here.isEmpty();
      } else if (truth == Truth.MET) {
        if (!open) {
          line.branch = branch;
          line.result = branch.consequences().none() ? Result.NOT_DUE : Result.DUE;
          return;
        }
        break;
      }
    }
    if (!open) {
      line.result = Result.NOT_DUE;
    } else if (hopeless) {
      unsettled(line);
    } else {
      line.result = Result.NEEDS_INFO;
      line.relevant = List.copyOf(relevant);
    }
  }

  /**
   * How many of the two answers to one unknown condition would settle the outcome by themselves.
   */
  static int settledBy(Line line, int condition) {
    int settled = 0;
    for (Truth answer : List.of(Truth.MET, Truth.NOT_MET)) {
      Line trial = new Line(line.scheme, line.subject, line.moment);
      trial.version = line.version;
      trial.readings = line.readings;
      trial.askable = line.askable;
      trial.doubtfulEvent = line.doubtfulEvent;
      trial.day = line.day;
      trial.truths = line.truths.clone();
      trial.truths[condition] = answer;
      settle(trial);
      settled += trial.result.settled() ? 1 : 0;
    }
    return settled;
  }

  private static Truth value(Formula formula, Truth[] truths) {
    return formula.value(truths);
  }

  private static List<Integer> unknown(Line line) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < line.truths.length; i++) {
      if (line.truths[i] == Truth.UNKNOWN) {
        found.add(i);
      }
    }
    return found;
  }

  /** Whether facts could settle a condition: not where a gap of the policy stands in the way. */
  static boolean askable(Line line, int condition) {
    boolean[] known = line.askable;
    if (known == null) {
      known = new boolean[line.truths.length];
      for (int i = 0; i < known.length; i++) {
        Reading left = left(line, i);
        Reading right = right(line, i);
        known[i] = !blocked(left) && !blocked(right) && (asks(left) || asks(right));
      }
      line.askable = known;
    }
    return known[condition];
  }

  /** A gap with no bound at all on one side: whatever is known of the other settles nothing. */
  private static boolean blocked(Reading reading) {
    boolean bounded = reading.lo() != Raw.LOW || reading.hi() != Raw.HIGH;
    return !bounded
        && (!reading.unset().isEmpty() || !reading.lacks().isEmpty() && !asksFacts(reading));
  }

  private static boolean asks(Reading reading) {
    boolean doubtful =
        reading.doubtful()
            || !reading.isExact() && reading.lacks().isEmpty() && reading.unset().isEmpty();
    return doubtful || asksFacts(reading);
  }

  private static boolean asksFacts(Reading reading) {
    List<Lack> lacks = reading.lacks();
    for (int i = 0; i < lacks.size(); i++) {
      if (!officeGap(lacks.get(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean officeGap(Lack lack) {
    return lack.fact() != null && lack.fact().absent() == Fact.Absence.UNSETTLED;
  }

  private static void gaps(Line line, int condition) {
    for (Reading reading : List.of(left(line, condition), right(line, condition))) {
      reading.unset().forEach(line::gap);
      reading.lacks().stream().filter(Settling::officeGap).forEach(l -> line.gap(name(l)));
    }
  }

  static Reading left(Line line, int condition) {
    return line.readings[condition(line, condition).leftSlot()];
  }

  static Reading right(Line line, int condition) {
    return line.readings[condition(line, condition).rightSlot()];
  }

  private static Condition condition(Line line, int condition) {
    return java.util.Objects.requireNonNull(line.version).conditions().get(condition);
  }

  /** What a condition lacks; for one that only weak evidence carries, that evidence. */
  static List<Lack> lacks(Line line, int condition) {
    List<Lack> found = new ArrayList<>();
    for (Reading reading : List.of(left(line, condition), right(line, condition))) {
      reading.lacks().stream().filter(l -> !officeGap(l)).forEach(found::add);
      if (reading.doubtful() || reading.lacks().isEmpty() && !reading.isExact()) {
        found.addAll(doubted(reading));
      }
    }
    return found;
  }

  /** The facts seen on evidence that does not carry an adverse result. */
  private static List<Lack> doubted(Reading reading) {
    List<Lack> found = new ArrayList<>();
    for (Sight sight : reading.seen()) {
      if (!sight.flags().isEmpty() && sight.fact() != null) {
        found.add(new Lack(sight.path(), sight.fact(), null));
      }
    }
    return found;
  }

  /** All that a line lacks, each once. */
  static List<Lack> lacks(Line line) {
    Set<Lack> found = new LinkedHashSet<>(line.versionLacks);
    line.relevant.forEach(i -> found.addAll(lacks(line, i)));
    found.addAll(line.otherLacks);
    return List.copyOf(found);
  }

  static boolean isOffice(SchemeKind kind) {
    return kind == SchemeKind.FREQUENCY || kind == SchemeKind.SERVICE;
  }
}
