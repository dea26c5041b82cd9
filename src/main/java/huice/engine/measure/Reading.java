package huice.engine.measure;

import huice.model.Raw;
import java.util.List;

/**
 * What a measure reads for a case and a day: the interval on best knowledge, the cautious interval
 * around it (weak and conflicting evidence may be anything), the first later day on which it may
 * change (may be early, never late; {@link Raw#NEVER} for never), what is lacking to make it exact,
 * what was seen, and the parameters it needed that nobody published. {@code steady} is like {@code
 * next} but leaves aside that ends which equal the day asked about move along with it. Immutable.
 */
public record Reading(
    long lo,
    long hi,
    long cautiousLo,
    long cautiousHi,
    long next,
    List<Lack> lacks,
    List<Sight> seen,
    List<String> unset,
    long steady) {

  /** No end moves along with the day. */
  public Reading(
      long lo,
      long hi,
      long cautiousLo,
      long cautiousHi,
      long next,
      List<Lack> lacks,
      List<Sight> seen,
      List<String> unset) {
    this(lo, hi, cautiousLo, cautiousHi, next, lacks, seen, unset, next);
  }

  public static Reading exact(long raw, long next, List<Sight> seen) {
    return new Reading(raw, raw, raw, raw, next, List.of(), seen, List.of());
  }

  public static Reading unknown(long next, List<Lack> lacks) {
    return new Reading(Raw.LOW, Raw.HIGH, Raw.LOW, Raw.HIGH, next, lacks, List.of(), List.of());
  }

  /** Unknown because a parameter is not published for that day. */
  public static Reading unset(String parameter, long next) {
    return new Reading(
        Raw.LOW, Raw.HIGH, Raw.LOW, Raw.HIGH, next, List.of(), List.of(), List.of(parameter));
  }

  public boolean isExact() {
    return lo == hi;
  }

  /** Whether weak or conflicting evidence could make it other than on best knowledge. */
  public boolean doubtful() {
    return cautiousLo != lo || cautiousHi != hi;
  }

  /**
   * First day after {@code on} on which comparing the two may turn out otherwise; may be early,
   * never late. A side that only moves along with the day does so when it passes the other.
   */
  public static long nextComparison(Reading left, Reading right, long on) {
    boolean leftMoves = left.steady != left.next;
    boolean rightMoves = right.steady != right.next;
    if (leftMoves && rightMoves) {
      return Math.min(left.next, right.next);
    }
    long next = Math.min(left.steady, right.steady);
    if (leftMoves) {
      next = Math.min(next, right.passed(on));
    }
    return rightMoves ? Math.min(next, left.passed(on)) : next;
  }

  /** First day on which the day asked about reaches one of the ends, or the day after it. */
  private long passed(long on) {
    long first = Math.min(passed(lo, on), passed(hi, on));
    return Math.min(first, Math.min(passed(cautiousLo, on), passed(cautiousHi, on)));
  }

  private static long passed(long end, long on) {
    return end < on || end >= Raw.NEVER ? Raw.NEVER : end == on ? on + 1 : end;
  }
}
