package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The answers to writing calls, by account and key; to be called inside a transaction. Safe to use
 * from all threads.
 */
@ApplicationScoped
public class Answers {
  /** PostgreSQL's lock_not_available. */
  private static final String TOOK_TOO_LONG = "55P03";

  private final DataSource database;

  Answers(DataSource database) {
    this.database = database;
  }

  /** An answer with the digest of the request that it belongs to. */
  public record Kept(byte[] request, int status, String json) {}

  /**
   * Keeps others with the same key waiting until this transaction ends.
   *
   * @return false when somebody else has the key and does not let go of it in time
   */
  public boolean reserve(UUID account, String key) {
    try (Connection connection = database.getConnection();
        Statement patience = connection.createStatement();
        PreparedStatement lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      patience.execute("set local lock_timeout = '10s'");
      lock.setString(1, account + " " + key);
      lock.execute();
      patience.execute("set local lock_timeout = 0");
      return true;
    } catch (SQLException e) {
      if (TOOK_TOO_LONG.equals(e.getSQLState())) {
        return false;
      }
      throw new StoreFailed(e);
    }
  }

  /** What was answered to this key before. */
  public Optional<Kept> find(UUID account, String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select request, status, answer from answered where account = ? and key = ?")) {
      query.setObject(1, account);
      query.setString(2, key);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Kept(row.getBytes(1), row.getInt(2), row.getString(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Keeps an answer. */
  public void keep(UUID account, String key, Kept answer, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into answered (account, key, request, status, answer, at)"
                    + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, account);
      insert.setString(2, key);
      insert.setBytes(3, answer.request());
      insert.setInt(4, answer.status());
      insert.setString(5, answer.json());
      insert.setObject(6, Moments.column(at));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Drops the answers given before a moment: their senders no longer ask again. */
  public int forget(Instant before) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from answered where at < ?")) {
      delete.setObject(1, Moments.column(before));
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
