package huice.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Assesses a sample of all cases a second time in the ordinary way, measures read anew and rows
 * decided in sessions of Drools, and compares. Where the two differ the outcome is not evaluated,
 * is counted and told in the log by scheme alone. Safe to share.
 */
final class Checks {
  private static final System.Logger LOG = System.getLogger(Checks.class.getName());
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int oneIn;
  private final AtomicLong checked = new AtomicLong();
  private final AtomicLong differences = new AtomicLong();

  /** One case in so many is checked, chosen by what was read of it. */
  Checks(int oneIn) {
    this.oneIn = oneIn;
  }

  long checked() {
    return checked.get();
  }

  long differences() {
    return differences.get();
  }

  /** {@code again} assesses in the ordinary way. */
  void check(List<Evaluated> decided, long content, Supplier<List<Evaluated>> again) {
    if (Long.remainderUnsigned((content + 1) * MIX >>> 1, oneIn) != 0) {
      return;
    }
    checked.incrementAndGet();
    List<Evaluated> other = again.get();
    for (int i = 0; i < decided.size(); i++) {
      Evaluated one = decided.get(i);
      if (i >= other.size() || !one.same(other.get(i))) {
        differences.incrementAndGet();
        LOG.log(
            System.Logger.Level.ERROR,
            "two ways of deciding differ, not evaluated: " + one.scheme.id());
        one.distrust();
      }
    }
  }
}
