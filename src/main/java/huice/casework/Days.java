package huice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day on which a moment falls where the offices are. */
public final class Days {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private Days() {}

  public static LocalDate of(Instant at) {
    return LocalDate.ofInstant(at, BEIJING);
  }
}
