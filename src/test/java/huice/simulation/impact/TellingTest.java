package huice.simulation.impact;

import static org.assertj.core.api.Assertions.assertThat;

import huice.simulation.impact.Telling.Candidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TellingTest {
  @Test
  void oneSchemeDoesNotFillTheListAndNeitherDoesOneKindOfChange() {
    Telling telling = new Telling(6);
    for (int i = 0; i < 100; i++) {
      telling.add(candidate("large", Change.LOSES, 9000 + i, i));
      telling.add(candidate("large", Change.LESS, 8000 + i, i));
    }
    telling.add(candidate("small", Change.TO_MISSING, 1, 200));
    telling.add(candidate("other", Change.GAINS, 5, 201));

    assertThat(telling.chosen())
        .extracting(Candidate::scheme, Candidate::change)
        .contains(
            org.assertj.core.groups.Tuple.tuple("small", Change.TO_MISSING),
            org.assertj.core.groups.Tuple.tuple("other", Change.GAINS),
            org.assertj.core.groups.Tuple.tuple("large", Change.LESS));
  }

  @Test
  void aChangeOfResultStandsBeforeAChangeOfAmountAndTheLargestBeforeTheOthers() {
    Telling telling = new Telling(4);
    telling.add(candidate("a", Change.MORE, 500, 1));
    telling.add(candidate("a", Change.GAINS, 10, 2));
    telling.add(candidate("a", Change.GAINS, 20, 3));
    telling.add(candidate("a", Change.MORE, 700, 4));

    assertThat(telling.chosen()).extracting(Candidate::party).containsExactly(3, 2, 4, 1);
  }

  @Test
  void theSameCasesAreChosenInWhateverOrderAndByHoweverManyTheyWereMet() {
    List<Candidate> all = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      Change change = Change.values()[random.nextInt(Change.SAME.ordinal())];
      all.add(candidate("s" + random.nextInt(4), change, random.nextInt(50), i));
    }
    Telling first = new Telling(20);
    all.forEach(first::add);
    Collections.shuffle(all, random);
    Telling second = new Telling(20);
    Telling part = new Telling(20);
    all.subList(0, 250).forEach(second::add);
    all.subList(250, 500).forEach(part::add);
    second.add(part);

    assertThat(second.chosen()).hasSize(20).isEqualTo(first.chosen());
  }

  private static Candidate candidate(String scheme, Change change, int apart, int party) {
    return new Candidate(scheme, "x", change, BigDecimal.valueOf(apart), party);
  }
}
