package huice.simulation.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** R23: small numbers are not shown, and cannot be had from what is shown. */
class SuppressionTest {
  private static final int SMALLEST = 3;

  @Test
  void r23ASmallNumberIsHiddenTogetherWithThoseItWouldFollowFrom() {
    long[][] counts = {{2, 40}, {30, 50}, {20, 60}};

    Suppression suppression = Suppression.of(counts, SMALLEST);

    assertThat(suppression.hidden(0, 0)).isTrue();
    assertThat(suppression.hidden(0, 1)).as("the rest of the row").isTrue();
    assertThat(suppression.hidden(1, 0) || suppression.hidden(2, 0)).as("of the column").isTrue();
    assertThat(suppression.exposed()).isFalse();
  }

  @Test
  void r23WhatIsNotSmallIsShown() {
    Suppression suppression = Suppression.of(new long[][] {{0, 40}, {30, 50}}, SMALLEST);

    assertThat(suppression.hidden(0, 0)).isFalse();
    assertThat(suppression.hidden(1, 1)).isFalse();
  }

  @Test
  void r23TheLeastIsHiddenThatServes() {
    long[][] counts = {{2, 400, 9}, {5, 500, 8}, {70, 600, 90}};

    Suppression suppression = Suppression.of(counts, SMALLEST);

    assertThat(suppression.hidden(0, 2) && suppression.hidden(1, 0) && suppression.hidden(1, 2))
        .isTrue();
    assertThat(suppression.hidden(0, 1) || suppression.hidden(2, 0)).isFalse();
  }

  @Test
  void r23ATableInWhichNothingCanCoverASmallNumberIsWithheldWhole() {
    assertThat(Suppression.of(new long[][] {{2, 0}, {0, 0}}, SMALLEST).exposed()).isTrue();
  }

  /** Tries every table that has the same sums and the same shown cells, as a snooper would. */
  @Test
  void r23NoSmallNumberCanBeHadFromTheShownOnesAndTheSums() {
    SplittableRandom random = new SplittableRandom(23);
    int hiding = 0;
    for (int i = 0; i < 400; i++) {
      long[][] counts = new long[3][3];
      for (long[] row : counts) {
        Arrays.setAll(row, c -> random.nextInt(100) < 60 ? random.nextInt(4) : random.nextInt(9));
      }
      Suppression suppression = Suppression.of(counts, SMALLEST);
      if (suppression.exposed()) {
        continue;
      }
      Snooper snooper = new Snooper(counts, suppression);
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          if (suppression.hidden(r, c)) {
            hiding++;
            assertThat(snooper.least[r][c])
                .as("%s at %d, %d", Arrays.deepToString(counts), r, c)
                .isLessThan(snooper.most[r][c]);
          } else {
            assertThat(counts[r][c]).matches(n -> n == 0 || n >= SMALLEST);
          }
        }
      }
    }
    assertThat(hiding).isGreaterThan(500);
  }

  private static final class Snooper {
    final long[][] least = new long[3][3];
    final long[][] most = new long[3][3];
    private final long[][] counts;
    private final Suppression suppression;

    Snooper(long[][] counts, Suppression suppression) {
      this.counts = counts;
      this.suppression = suppression;
      for (int r = 0; r < 3; r++) {
        Arrays.fill(least[r], Long.MAX_VALUE);
        Arrays.fill(most[r], -1);
      }
      guess(new long[3][3], 0);
    }

    private void guess(long[][] table, int at) {
      if (at == 9) {
        if (fits(table)) {
          for (int i = 0; i < 9; i++) {
            least[i / 3][i % 3] = Math.min(least[i / 3][i % 3], table[i / 3][i % 3]);
            most[i / 3][i % 3] = Math.max(most[i / 3][i % 3], table[i / 3][i % 3]);
          }
        }
        return;
      }
      int r = at / 3;
      int c = at % 3;
      if (!suppression.hidden(r, c)) {
        table[r][c] = counts[r][c];
        guess(table, at + 1);
        return;
      }
      long left = row(counts, r);
      for (int before = 0; before < c; before++) {
        left -= table[r][before];
      }
      for (long n = c == 2 ? Math.max(left, 0) : 0; n <= left; n++) {
        table[r][c] = n;
        guess(table, at + 1);
      }
    }

    private boolean fits(long[][] table) {
      for (int i = 0; i < 3; i++) {
        if (row(table, i) != row(counts, i) || column(table, i) != column(counts, i)) {
          return false;
        }
      }
      return true;
    }

    private static long row(long[][] table, int r) {
      return Arrays.stream(table[r]).sum();
    }

    private static long column(long[][] table, int c) {
      return Arrays.stream(table).mapToLong(row -> row[c]).sum();
    }
  }
}
