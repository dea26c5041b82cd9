package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The current facts of every record as one text each. Plain JDBC: a snapshot is written or replaced
 * whole. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class Snapshots {
  /** Writes or replaces one; see {@link #fill}. */
  static final String PUT =
      "insert into snapshot (record, entity, dictionary, version, content, changed_at)"
          + " values (?, ?, ?, ?, ?, ?) on conflict (record) do update set"
          + " entity = excluded.entity, dictionary = excluded.dictionary,"
          + " version = excluded.version, content = excluded.content,"
          + " changed_at = excluded.changed_at";

  private final DataSource database;

  Snapshots(DataSource database) {
    this.database = database;
  }

  public void put(SnapshotRow row) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(PUT)) {
      fill(statement, row);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  static void fill(PreparedStatement statement, SnapshotRow row) throws SQLException {
    statement.setObject(1, row.record());
    statement.setString(2, row.entity());
    statement.setString(3, row.dictionary());
    statement.setLong(4, row.version());
    statement.setString(5, row.content());
    statement.setObject(6, Moments.column(row.changedAt()));
  }

  /** Writes texts anew in which nothing else is said; one that was rewritten meanwhile stays. */
  public void renew(List<SnapshotRow> rows) {
    String update =
        "update snapshot set entity = ?, dictionary = ?, content = ?, changed_at = ?"
            + " where record = ? and version = ?"
            + " and (dictionary, content) is distinct from (?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(update)) {
      for (SnapshotRow row : rows) {
        statement.setString(1, row.entity());
        statement.setString(2, row.dictionary());
        statement.setString(3, row.content());
        statement.setObject(4, Moments.column(row.changedAt()));
        statement.setObject(5, row.record());
        statement.setLong(6, row.version());
        statement.setString(7, row.dictionary());
        statement.setString(8, row.content());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public Optional<SnapshotRow> find(UUID record) {
    String query =
        "select entity, dictionary, version, content, changed_at from snapshot where record = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, record);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new SnapshotRow(
                    record,
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    Moments.read(row, "changed_at")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
