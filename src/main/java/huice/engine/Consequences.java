package huice.engine;

import huice.engine.measure.Bound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a branch's consequences say, bound. Absent parts are null or empty. */
record Consequences(
    @Nullable Term amount,
    List<Term> caps,
    @Nullable Rounding rounding,
    boolean split,
    List<String> notes,
    @Nullable Every every,
    @Nullable Between between,
    boolean none,
    List<Offer> offers,
    @Nullable Bound by) {

  /** An amount's expression with the officer's words. */
  record Term(String text, Expression expression, int line) {}

  record Rounding(int scale, java.math.RoundingMode mode, String text) {}

  /** Due an interval after a date. */
  record Every(String text, Bound interval, boolean months, Bound from) {}

  /** Shortest (days) and longest (months) interval. */
  record Between(String text, Bound floorDays, Bound ceilingMonths) {}

  record Offer(String name, Bound target, Bound done) {}
}
