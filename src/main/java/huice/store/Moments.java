package huice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as PostgreSQL keeps them: to the microsecond. */
final class Moments {
  private static final long MICROS = 1_000_000;

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

  /** Microseconds since 1970. */
  static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
  }
}
