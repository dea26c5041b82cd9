package huice.casework.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static Suppression of(long... counts) {
    List<Long> list = new ArrayList<>();
    for (long count : counts) {
      list.add(count);
    }
    return Suppression.of(list, 5);
  }

  @Test
  void nothingSmallHidesNothing() {
    assertThat(of(5, 120, 0).rows()).isEmpty();
    assertThat(of().rows()).isEmpty();
  }

  @Test
  void oneSmallCellTakesTheNextSmallestWithIt() {
    Suppression hidden = of(3, 90, 12, 40);
    assertThat(hidden.rows()).containsExactly(0, 2);
    assertThat(hidden.total()).isFalse();
  }

  @Test
  void twoSmallCellsThatTogetherAreFewTakeAThird() {
    assertThat(of(1, 2, 30, 50).rows()).containsExactly(0, 1, 2);
    assertThat(of(4, 4, 30).rows()).containsExactly(0, 1);
  }

  @Test
  void whereNothingIsLeftToHideBehindTheTotalIsHiddenToo() {
    assertThat(of(3).total()).isTrue();
    assertThat(of(3, 0).total()).isTrue();
  }

  /** However the counts fall, what is hidden cannot be worked out from the total. */
  @Test
  void theTotalLessWhatIsShownNeverTellsOneCellOrFewPeople() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      List<Long> counts = new ArrayList<>();
      for (int k = random.nextInt(6) + 1; k > 0; k--) {
        counts.add((long) random.nextInt(12));
      }
      Suppression hidden = Suppression.of(counts, 5);
      for (int row = 0; row < counts.size(); row++) {
        if (counts.get(row) > 0 && counts.get(row) < 5) {
          assertThat(hidden.hides(row)).as("%s", counts).isTrue();
        }
      }
      if (!hidden.rows().isEmpty() && !hidden.total()) {
        long sum = hidden.rows().stream().mapToLong(counts::get).sum();
        assertThat(hidden.rows().size()).as("%s", counts).isGreaterThan(1);
        assertThat(sum).as("%s", counts).isGreaterThanOrEqualTo(5);
      }
    }
  }
}
