package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Amount;
import huice.model.Case;
import huice.model.ConditionResult;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Truth;
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
