package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Asks the owner of the tables to delete what the application may not. Works in the caller's
 * transaction; thread-safe.
 */
@ApplicationScoped
public class Erasing {
  private final DataSource database;

  Erasing(DataSource database) {
    this.database = database;
  }

  /** What came of asking. */
  public enum Answer {
    DONE,
    /** A legal hold stands. */
    HELD,
    /** Applications or decisions are still to be kept. */
    KEPT,
    ABSENT
  }

  /** Deletes the facts of a person, unless something younger than {@code keepSince} needs them. */
  public Answer forget(UUID person, Instant keepSince) {
    try (Connection connection = database.getConnection();
        PreparedStatement call = connection.prepareStatement("select forget_facts(?, ?)")) {
      call.setObject(1, person);
      call.setObject(2, Moments.column(keepSince));
      return answer(call);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Deletes everything about a person, with the key. */
  public Answer erase(UUID person, Instant at, Instant keepSince) {
    try (Connection connection = database.getConnection();
        PreparedStatement call = connection.prepareStatement("select erase_person(?, ?, ?)")) {
      call.setObject(1, person);
      call.setObject(2, Moments.column(at));
      call.setObject(3, Moments.column(keepSince));
      return answer(call);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private static Answer answer(PreparedStatement call) throws SQLException {
    try (ResultSet row = call.executeQuery()) {
      row.next();
      return Answer.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
    }
  }
}
