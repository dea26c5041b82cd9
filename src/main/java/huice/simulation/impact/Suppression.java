package huice.simulation.impact;

/**
 * Which cells of a table with known margins are withheld: the small ones, and as many others that
 * none of the small ones can be had by subtraction, nor be known to within fewer people than are
 * small. A withheld cell is safe when it stands in a corner of a rectangle of withheld ones between
 * whose corners enough people could be moved without any margin changing.
 */
final class Suppression {
  private final long[][] counts;
  private final int smallest;
  private final boolean[][] hidden;

  private Suppression(long[][] counts, int smallest) {
    this.counts = counts;
    this.smallest = smallest;
    this.hidden = new boolean[counts.length][counts.length == 0 ? 0 : counts[0].length];
  }

  /**
   * Whoever sees the table knows the sums of its rows and of its columns, and that no cell is below
   * 0. {@code counts} are by row and column.
   */
  static Suppression of(long[][] counts, int smallest) {
    Suppression suppression = new Suppression(counts, smallest);
    suppression.small();
    suppression.cover();
    return suppression;
  }

  boolean hidden(int row, int column) {
    return hidden[row][column];
  }

  /** Whether some withheld cell can still be had by subtraction, so that nothing may be shown. */
  boolean exposed() {
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts[r].length; c++) {
        if (hidden[r][c] && !safe(r, c)) {
          return true;
        }
      }
    }
    return false;
  }

  private void small() {
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts[r].length; c++) {
        hidden[r][c] = counts[r][c] > 0 && counts[r][c] < smallest;
      }
    }
  }

  /** Until every withheld cell is safe; what covers one is withheld too and has to be covered. */
  private void cover() {
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int r = 0; r < counts.length; r++) {
        for (int c = 0; c < counts[r].length; c++) {
          changed |= hidden[r][c] && !safe(r, c) && covered(r, c);
        }
      }
    }
  }

  private boolean safe(int r, int c) {
    return best(r, c, true) >= Math.min(smallest, column(c));
  }

  private long column(int c) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[c];
    }
    return sum;
  }

  /** The widest room that any rectangle around a cell gives, of withheld ones or of all. */
  private long best(int r, int c, boolean withheld) {
    long best = 0;
    for (int r2 = 0; r2 < counts.length; r2++) {
      for (int c2 = 0; c2 < counts[r].length; c2++) {
        if (r2 != r
            && c2 != c
            && (!withheld || (hidden[r][c2] && hidden[r2][c] && hidden[r2][c2]))) {
          best = Math.max(best, room(r, c, r2, c2));
        }
      }
    }
    return best;
  }

  /** By how much a cell may be off either way when the other corners make up for it. */
  private long room(int r, int c, int r2, int c2) {
    long up = Math.min(counts[r][c2], counts[r2][c]);
    long down = Math.min(counts[r][c], counts[r2][c2]);
    return up + down;
  }

  /** Withholds the rectangle that loses least of those that are wide enough; false without one. */
  private boolean covered(int r, int c) {
    long wanted = Math.min(Math.min(smallest, column(c)), best(r, c, false));
    int[] chosen = null;
    long cost = Long.MAX_VALUE;
    for (int r2 = 0; r2 < counts.length; r2++) {
      for (int c2 = 0; c2 < counts[r].length; c2++) {
        if (r2 != r && c2 != c && room(r, c, r2, c2) >= wanted && lost(r, c, r2, c2) < cost) {
          cost = lost(r, c, r2, c2);
          chosen = new int[] {r2, c2};
        }
      }
    }
    if (chosen == null || cost == 0) {
      return false;
    }
    hidden[r][chosen[1]] = true;
    hidden[chosen[0]][c] = true;
    hidden[chosen[0]][chosen[1]] = true;
    return true;
  }

  /** How many people, and cells, would no longer be shown. */
  private long lost(int r, int c, int r2, int c2) {
    return lost(r, c2) + lost(r2, c) + lost(r2, c2);
  }

  private long lost(int r, int c) {
    return hidden[r][c] ? 0 : 1 + counts[r][c];
  }
}
