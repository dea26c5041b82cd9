package huice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How far the log had come: whoever knows this of a day can tell whether an entry up to it was
 * changed or left out since.
 *
 * @param hash of the last entry; not copied: read it only
 */
public record LogHead(long seq, Instant at, byte[] hash) {
  /** From a row with {@code seq}, {@code at} and {@code hash}. */
  static LogHead of(ResultSet row) throws SQLException {
    return new LogHead(row.getLong("seq"), Moments.read(row, "at"), row.getBytes("hash"));
  }

  /** The day of the last entry, in Beijing. */
  public LocalDate day() {
    return Moments.day(at);
  }
}
