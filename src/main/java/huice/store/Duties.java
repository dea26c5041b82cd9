package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Who is away, and who handles which application. In the caller's transaction; thread-safe. */
@ApplicationScoped
public class Duties {
  private static final String HOLDER =
      "coalesce((select s.account from assignment s where s.application = a.id"
          + " order by s.seq desc limit 1), a.created_by)";

  private final DataSource database;

  Duties(DataSource database) {
    this.database = database;
  }

  /** The days on which somebody is away, both included. */
  public record Away(LocalDate from, LocalDate to) {}

  /** An application with whoever handles it. */
  public record Held(UUID application, UUID record, UUID holder) {}

  public void away(UUID account, Away days, UUID by, Instant at) {
    String insert =
        "insert into absence (account, from_day, to_day, set_at, set_by) values (?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement put = connection.prepareStatement(insert)) {
      put.setObject(1, account);
      put.setObject(2, days.from());
      put.setObject(3, days.to());
      put.setObject(4, Moments.column(at));
      put.setObject(5, by);
      put.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** When an account is or was away last. */
  public Optional<Away> away(UUID account) {
    String query =
        "select from_day, to_day from absence where account = ? order by seq desc limit 1";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, account);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Away(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public void assign(UUID application, UUID account, String why, UUID by, Instant at) {
    String insert =
        "insert into assignment (application, account, why, at, by) values (?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement put = connection.prepareStatement(insert)) {
      put.setObject(1, application);
      put.setObject(2, account);
      put.setString(3, why);
      put.setObject(4, Moments.column(at));
      put.setObject(5, by);
      put.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** The applications of an office in some states, the earliest due first. */
  public List<Held> held(String office, Collection<String> states) {
    String query =
        "select a.id, a.record, "
            + HOLDER
            + " from application a where a.office = ? and a.state = any (?) order by a.due_on, a.id";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, office);
      select.setArray(2, connection.createArrayOf("text", states.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        List<Held> held = new ArrayList<>();
        while (rows.next()) {
          held.add(
              new Held(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getObject(3, UUID.class)));
        }
        return held;
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Who handles an application. */
  public Optional<UUID> holder(UUID application) {
    String query = "select " + HOLDER + " from application a where a.id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, application);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
