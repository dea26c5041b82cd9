package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which originals were seen by whom, and who filed for a person; sealed by the caller. Only ever
 * added to. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class OriginalTable {
  private final DataSource database;

  OriginalTable(DataSource database) {
    this.database = database;
  }

  /** An original that was seen; {@code by} is the account's name as people know it. */
  public record Row(UUID id, byte[] content, LocalDate seenOn, Instant at, String by) {}

  public void add(UUID id, UUID person, byte[] content, LocalDate seenOn, Instant at, UUID by) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into original_seen (id, person, content, seen_on, at, by)"
                    + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setObject(2, person);
      insert.setBytes(3, content);
      insert.setObject(4, seenOn);
      insert.setObject(5, Moments.column(at));
      insert.setObject(6, by);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** All of a person, in order. */
  public List<Row> of(UUID person) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select o.id, o.content, o.seen_on, o.at, a.shown from original_seen o"
                    + " join account a on a.id = o.by where o.person = ? order by o.at, o.id")) {
      query.setObject(1, person);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getObject(1, UUID.class),
                  row.getBytes(2),
                  row.getObject(3, LocalDate.class),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getString(5)));
        }
      }
      return List.copyOf(rows);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public void represent(UUID application, UUID person, byte[] content, Instant at, UUID by) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into representative (application, person, content, at, by)"
                    + " values (?, ?, ?, ?, ?)")) {
      insert.setObject(1, application);
      insert.setObject(2, person);
      insert.setBytes(3, content);
      insert.setObject(4, Moments.column(at));
      insert.setObject(5, by);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Who filed an application for the person, sealed; empty when the person did. */
  public Optional<byte[]> representative(UUID application) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select content from representative where application = ?")) {
      query.setObject(1, application);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
