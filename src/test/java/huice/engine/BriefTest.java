package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Amount;
import huice.model.Case;
import huice.model.ConditionResult;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Truth;
import huice.twin.Agreement;
import huice.twin.RandomCases;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is told in brief of many cases is what is told of each with reasons. */
class BriefTest {
  private static final int CASES = Integer.getInteger("briefs", 2000);
  private static final int BATCH = 100;
  private static final CompiledRelease RELEASE = Shipped.compiled();

  /** Plausible workers and random facts, whole and with gaps, on plain and doubtful evidence. */
  static Case sample(long seed) {
    Workers workers = new Workers(Shipped.release().dictionary(), seed);
    RandomCases random = new RandomCases(Shipped.release().dictionary(), seed);
    Case whole = seed % 3 == 2 ? random.full(seed % 2 == 0) : workers.next();
    return seed % 4 == 1 ? random.degraded(whole, 4 << seed / 4 % 5) : whole;
  }

  static List<Case> samples(int from, int count) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cases.add(sample(from + i));
    }
    return cases;
  }

  private static Brief of(Outcome o) {
    Amount amount = o.amount();
    return new Brief(
        o.scheme(),
        o.subject(),
        o.outcome(),
        Brief.pack(o.conditions().stream().map(ConditionResult::result).toArray(Truth[]::new)),
        amount == null ? null : amount.value() != null ? amount.value() : amount.low(),
        amount == null ? null : amount.value() != null ? amount.value() : amount.high(),
        !o.indicative(),
        o.recheckOn());
  }

  private static List<Brief> whole(Case asked, Set<String> schemes) {
    return RELEASE.assess(asked, new Ask(schemes, true, false)).outcomes().stream()
        .map(BriefTest::of)
        .toList();
  }

  @Test
  void in_brief_and_with_reasons_the_same_is_decided() {
    Set<Result> seen = new TreeSet<>();
    for (int from = 0; from < CASES; from += BATCH) {
      List<Case> cases = samples(from, BATCH);
      List<List<Brief>> briefs = RELEASE.brief(cases, Set.of());
      for (int i = 0; i < BATCH; i++) {
        assertThat(briefs.get(i)).as("case " + (from + i)).isEqualTo(whole(cases.get(i), Set.of()));
        briefs.get(i).forEach(b -> seen.add(b.result()));
      }
    }
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(Result.NOT_EVALUATED)));
  }

  @Test
  void some_schemes_alone_come_out_as_among_all() {
    List<Case> cases = samples(1, BATCH);
    List<List<Brief>> all = RELEASE.brief(cases, Set.of());
    for (SchemeInfo scheme : RELEASE.schemes()) {
      List<List<Brief>> one = RELEASE.brief(cases, Set.of(scheme.id()));
      for (int i = 0; i < BATCH; i++) {
        List<Brief> same = all.get(i).stream().filter(b -> b.scheme().equals(scheme.id())).toList();
        assertThat(one.get(i)).as(scheme.id() + " case " + i).isEqualTo(same);
      }
    }
  }

  @Test
  void every_case_comes_out_the_same_in_ordinary_sessions() {
    CompiledRelease checked = RELEASE.checkingOneIn(1);
    for (int from = 0; from < CASES; from += BATCH) {
      List<Case> cases = samples(from, BATCH);
      assertThat(checked.brief(cases, Set.of())).isEqualTo(RELEASE.brief(cases, Set.of()));
    }
    assertThat(checked.checked()).isEqualTo(CASES);
    assertThat(checked.differences()).isZero();
  }

  @Test
  void about_one_case_in_a_thousand_is_checked_always_the_same_ones() {
    List<Case> cases = samples(1, 20 * BATCH);
    CompiledRelease one = RELEASE.checkingOneIn(100);
    CompiledRelease other = RELEASE.checkingOneIn(100);
    one.brief(cases, Agreement.SCHEMES);
    other.brief(cases, Agreement.SCHEMES);

    assertThat(one.checked()).isBetween(5L, 50L).isEqualTo(other.checked());
    assertThat(one.differences()).isZero();
  }

  @Test
  void where_the_two_ways_differ_nothing_is_told_but_that_it_was_not_evaluated() {
    List<Version> versions = RELEASE.versions();
    Version first = versions.get(0);
    Version without =
        new Version(
            first.index(),
            first.scheme(),
            first.from(),
            first.to(),
            first.clauses(),
            first.conditions().stream().map(BriefTest::never).toList(),
            first.slots(),
            first.branches(),
            first.duty(),
            first.dutyWays(),
            first.lines(),
            first.line());
    List<Version> changed = new ArrayList<>(versions);
    changed.set(0, without);
    CompiledRelease broken =
        RELEASE.with(RELEASE.probes().walking(Probes.build(changed))).checkingOneIn(1);
    List<Case> cases = samples(0, BATCH);
    List<Brief> told = new ArrayList<>();
    broken.brief(cases, Set.of()).forEach(told::addAll);
    List<Brief> right = new ArrayList<>();
    RELEASE.brief(cases, Set.of()).forEach(right::addAll);

    assertThat(broken.differences()).isPositive();
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i).result() != Result.NOT_EVALUATED) {
        assertThat(told.get(i)).isEqualTo(right.get(i));
      }
    }
    assertThat(told.stream().filter(b -> b.result() == Result.NOT_EVALUATED).map(Brief::scheme))
        .contains(first.scheme());
  }

  /** A condition that compares its left side with itself. */
  private static Condition never(Condition c) {
    return new Condition(
        c.id(),
        c.text(),
        c.left(),
        Op.NE,
        c.left(),
        c.leftSlot(),
        c.leftSlot(),
        c.cautiousMet(),
        c.cautiousNotMet(),
        c.unless(),
        c.clauses(),
        c.clause(),
        c.parameters(),
        c.drl(),
        c.line());
  }

  @Test
  void a_state_can_be_read_back_from_its_two_bits() {
    Truth[] truths = new Truth[11];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = Truth.values()[i * i % 3];
    }
    byte[] states = Brief.pack(truths);

    assertThat(states).hasSize(3);
    for (int i = 0; i < truths.length; i++) {
      assertThat(Brief.state(states, i)).isEqualTo(truths[i]);
    }
  }
}
