package huice.casework.money;

import static org.assertj.core.api.Assertions.assertThat;

import huice.casework.money.Queue.Place;
import huice.casework.money.Queue.Purse;
import huice.casework.money.Queue.Tie;
import huice.casework.money.Queue.Waiting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is paid first when the money may not suffice. */
class QueueTest {
  private static final int CASES = Integer.getInteger("properties", 1000);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private static Waiting waiting(
      int number, boolean statutory, boolean hardship, int day, String sum) {
    return new Waiting(
        new UUID(0, number),
        "a",
        statutory,
        hardship,
        DAY.plusDays(day),
        List.of(new BigDecimal(sum)),
        false);
  }

  private static Purse purse(String fund) {
    return new Purse(new BigDecimal(fund), Map.of());
  }

  private static List<Long> numbers(List<Place> places) {
    return places.stream().map(p -> p.waiting().claim().getLeastSignificantBits()).toList();
  }

  @Test
  void edge39StatutoryComesFirstThenHardshipThenTheDayOfTheCompleteFile() {
    List<Waiting> all =
        List.of(
            waiting(1, false, false, 0, "1"),
            waiting(2, false, true, 9, "1"),
            waiting(3, true, false, 30, "1"),
            waiting(4, true, true, 40, "1"),
            waiting(5, false, true, 8, "1"));

    assertThat(numbers(Queue.order(all, purse("100"), Tie.SHARED, "s")))
        .containsExactly(4L, 3L, 5L, 2L, 1L);
  }

  @Test
  void edge39NobodyOvertakesWhoeverCannotBePaidYet() {
    List<Place> places =
        Queue.order(
            List.of(waiting(1, false, false, 0, "100.00"), waiting(2, false, false, 1, "1.00")),
            purse("99.99"),
            Tie.SHARED,
            "s");

    assertThat(places).extracting(Place::admitted).containsExactly(false, false);
    assertThat(places).extracting(Place::place).containsExactly(1, 2);
  }

  @Test
  void edge39ThoseOfOneDayShareThePlaceAllOrNoneOrDrawALotThatCanBeDrawnAgain() {
    List<Waiting> same =
        List.of(
            waiting(1, false, false, 0, "60"),
            waiting(2, false, false, 0, "60"),
            waiting(3, false, false, 1, "1"));

    List<Place> shared = Queue.order(same, purse("100"), Tie.SHARED, "s");
    assertThat(shared).extracting(Place::place).containsExactly(1, 1, 3);
    assertThat(shared).extracting(Place::paid).containsExactly(0, 0, 0);
    List<Place> drawn = Queue.order(same, purse("100"), Tie.LOT, "s");
    assertThat(drawn).extracting(Place::paid).containsExactly(1, 0, 0);
    assertThat(numbers(Queue.order(same, purse("100"), Tie.LOT, "s"))).isEqualTo(numbers(drawn));
  }

  @Test
  void edge39NothingIsPaidInPartUnlessTheRuleSaysSo() {
    List<BigDecimal> months = List.of(new BigDecimal("50"), new BigDecimal("50"));
    for (boolean partial : new boolean[] {false, true}) {
      Waiting one = new Waiting(new UUID(0, 1), "a", false, false, DAY, months, partial);
      assertThat(Queue.order(List.of(one), purse("70"), Tie.SHARED, "s"))
          .extracting(Place::paid)
          .containsExactly(partial ? 1 : 0);
    }
  }

  @Test
  void aBudgetThatIsNotSetMakesNobodyWaitAndOneOfZeroMakesEverybody() {
    List<Waiting> one = List.of(waiting(1, false, false, 0, "5"));

    assertThat(Queue.order(one, new Purse(null, Map.of()), Tie.SHARED, "s").get(0).admitted())
        .isTrue();
    assertThat(Queue.order(one, purse("0"), Tie.SHARED, "s").get(0).admitted()).isFalse();
  }

  @Test
  void aSchemeThatHasRunDryHoldsUpItsOwnOnly() {
    List<Waiting> all = new ArrayList<>(List.of(waiting(1, false, false, 0, "50")));
    all.add(
        new Waiting(
            new UUID(0, 2), "b", false, false, DAY.plusDays(1), List.of(BigDecimal.TEN), false));
    Purse purse = new Purse(new BigDecimal("100"), Map.of("a", new BigDecimal("49")));

    assertThat(Queue.order(all, purse, Tie.SHARED, "s"))
        .extracting(Place::admitted)
        .containsExactly(false, true);
  }

  @Test
  void forAnyQueueTheOrderIsKeptNoMoreIsSpentThanThereIsAndNobodyLaterIsPaidBeforeAnEarlierOne() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      List<Waiting> all = some(random);
      Tie tie = random.nextBoolean() ? Tie.SHARED : Tie.LOT;
      BigDecimal fund = BigDecimal.valueOf(random.nextInt(400));
      Map<String, BigDecimal> schemes = new HashMap<>();
      if (random.nextInt(3) == 0) {
        schemes.put("a", BigDecimal.valueOf(random.nextInt(200)));
      }
      List<Place> places = Queue.order(all, new Purse(fund, schemes), tie, "s" + seed);
      check(places, fund, schemes, all.size(), seed);
      List<Waiting> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      assertThat(Queue.order(shuffled, new Purse(fund, schemes), tie, "s" + seed))
          .as("seed %s: how they came does not matter", seed)
          .isEqualTo(places);
    }
  }

  private static List<Waiting> some(Random random) {
    List<Waiting> all = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      List<BigDecimal> parts = new ArrayList<>();
      for (int part = 0; part <= random.nextInt(3); part++) {
        parts.add(BigDecimal.valueOf(1 + random.nextInt(60)));
      }
      all.add(
          new Waiting(
              new UUID(random.nextLong(), i),
              random.nextInt(3) == 0 ? "b" : "a",
              random.nextInt(4) == 0,
              random.nextInt(3) == 0,
              DAY.plusDays(random.nextInt(4)),
              parts,
              random.nextInt(5) == 0));
    }
    return all;
  }

  private static void check(
      List<Place> places, BigDecimal fund, Map<String, BigDecimal> schemes, int count, int seed) {
    assertThat(places).as("seed %s", seed).hasSize(count);
    Map<String, BigDecimal> spent = new HashMap<>();
    BigDecimal all = BigDecimal.ZERO;
    Map<String, Integer> closed = new HashMap<>();
    for (Place place : places) {
      Waiting one = place.waiting();
      BigDecimal paid =
          one.parts().stream().limit(place.paid()).reduce(BigDecimal.ZERO, BigDecimal::add);
      all = all.add(paid);
      spent.merge(one.scheme(), paid, BigDecimal::add);
      if (!one.partial()) {
        assertThat(place.paid()).as("seed %s: whole or not", seed).isIn(0, one.parts().size());
      }
      Integer before = closed.get(one.scheme());
      if (before != null && before < place.place()) {
        assertThat(place.paid()).as("seed %s: nobody overtakes", seed).isZero();
      }
      if (place.paid() < one.parts().size()) {
        closed.putIfAbsent(one.scheme(), place.place());
      }
    }
    assertThat(all).as("seed %s: the fund", seed).isLessThanOrEqualTo(fund);
    schemes.forEach(
        (scheme, most) ->
            assertThat(spent.getOrDefault(scheme, BigDecimal.ZERO))
                .as("seed %s: %s", seed, scheme)
                .isLessThanOrEqualTo(most));
    for (int i = 1; i < places.size(); i++) {
      Waiting before = places.get(i - 1).waiting();
      Waiting after = places.get(i).waiting();
      assertThat(key(before)).as("seed %s: the order", seed).isLessThanOrEqualTo(key(after));
      assertThat(places.get(i).place()).isGreaterThanOrEqualTo(places.get(i - 1).place());
    }
  }

  private static String key(Waiting one) {
    return (one.statutory() ? "0" : "1") + (one.hardship() ? "0" : "1") + one.completeOn();
  }
}
