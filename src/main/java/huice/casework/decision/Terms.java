package huice.casework.decision;

import huice.casework.GoingLive;
import huice.casework.LiveRelease;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Under which release something decided is decided again: today's, but a running award keeps the
 * terms it was granted under until a release changes those of running awards. Thread-safe.
 */
@ApplicationScoped
class Terms {
  private final GoingLive history;
  private final LiveRelease live;
  private final Releases releases;

  Terms(GoingLive history, LiveRelease live, Releases releases) {
    this.history = history;
    this.live = live;
    this.releases = releases;
  }

  CompiledRelease of(DecisionRow decided, LocalDate today) {
    if (!running(decided, today) || live.fromFolder()) {
      return releases.live();
    }
    return history
        .history()
        .terms(decided.release(), today)
        .map(releases::compiled)
        .orElseGet(releases::live);
  }

  /** Whether a running award has other terms now than it was last looked at under. */
  boolean changed(DecisionRow effective, DecisionRow latest, LocalDate today) {
    return running(effective, today) && !of(effective, today).digest().equals(latest.release());
  }

  /** An award of months that are not over. */
  private static boolean running(DecisionRow decided, LocalDate today) {
    YearMonth to = decided.to();
    return !decided.adverse()
        && Bearing.of(decided.bearing()) == Bearing.FAVOURABLE
        && decided.from() != null
        && (to == null || !to.isBefore(YearMonth.from(today)));
  }
}
