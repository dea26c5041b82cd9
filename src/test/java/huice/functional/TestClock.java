package huice.functional;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The doors' clock in tests: the real one, until a test puts it to another day. */
@Alternative
@Priority(1)
@Singleton
public final class TestClock extends Clock {
  private static volatile Duration ahead = Duration.ZERO;

  /** It is that day, at the same time of the day as now. */
  static void put(LocalDate day) {
    ahead = Duration.ofDays(day.toEpochDay() - LocalDate.now().toEpochDay());
  }

  static void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  static void restore() {
    ahead = Duration.ZERO;
  }

  static Instant now() {
    return Instant.now().plus(ahead);
  }

  static LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneId.systemDefault());
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }

  @Override
  public Instant instant() {
    return now();
  }
}
