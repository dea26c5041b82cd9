package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What was typed into forms and not sent yet, by account, person and form; sealed by the caller.
 * Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class DraftTable {
  private final DataSource database;

  DraftTable(DataSource database) {
    this.database = database;
  }

  /** A draft without what stands in it. */
  public record Kept(UUID person, String form, Instant savedAt) {}

  /** What lies in a draft, sealed, and since when. */
  public record Sealed(byte[] content, Instant savedAt) {}

  /** Keeps a draft in place of the one before. */
  public void put(UUID account, UUID person, String form, byte[] content, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into draft (account, person, form, content, saved_at) values (?, ?, ?, ?, ?)"
                    + " on conflict (account, person, form) do update"
                    + " set content = excluded.content, saved_at = excluded.saved_at")) {
      insert.setObject(1, account);
      insert.setObject(2, person);
      insert.setString(3, form);
      insert.setBytes(4, content);
      insert.setObject(5, Moments.column(at));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public Optional<Sealed> find(UUID account, UUID person, String form) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select content, saved_at from draft"
                    + " where account = ? and person = ? and form = ?")) {
      query.setObject(1, account);
      query.setObject(2, person);
      query.setString(3, form);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Sealed(row.getBytes(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** An account's own, the latest first. */
  public List<Kept> of(UUID account) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select person, form, saved_at from draft where account = ?"
                    + " order by saved_at desc, person, form")) {
      query.setObject(1, account);
      List<Kept> kept = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          kept.add(
              new Kept(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
      return List.copyOf(kept);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Whose drafts about a person there are. */
  public record About(String account, String form, Instant savedAt) {}

  /** All accounts' about a person, the latest first. */
  public List<About> about(UUID person) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select a.shown, d.form, d.saved_at from draft d join account a on a.id = d.account"
                    + " where d.person = ? order by d.saved_at desc, a.shown, d.form")) {
      query.setObject(1, person);
      List<About> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(
              new About(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
      return List.copyOf(found);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public void drop(UUID account, UUID person, String form) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from draft where account = ? and person = ? and form = ?")) {
      delete.setObject(1, account);
      delete.setObject(2, person);
      delete.setString(3, form);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Drops those that were last saved before a moment. */
  public int forget(Instant before) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from draft where saved_at < ?")) {
      delete.setObject(1, Moments.column(before));
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
