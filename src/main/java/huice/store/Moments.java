package huice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as PostgreSQL keeps them: to the microsecond. */
final class Moments {
  private static final long MICROS = 1_000_000;

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private Moments() {}

  static Instant kept(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  static OffsetDateTime column(Instant at) {
    return kept(at).atOffset(ZoneOffset.UTC);
  }

  static Instant read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The day in Beijing. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, BEIJING);
  }

  /** Microseconds since 1970. */
  static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
  }
}
