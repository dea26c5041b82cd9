package huice.store;

import huice.model.Quality;
import huice.model.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The append-only table of what was recorded. Plain JDBC: rows are read and added by the thousand
 * and never changed. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class Facts {
  private static final long LOCK = 0x6661637473L;
  private static final String COLUMNS =
      "path, kind, value, source, quality, obtained, valid_from, valid_to, until, withdrawn,"
          + " corrects, reason";

  private final DataSource database;

  Facts(DataSource database) {
    this.database = database;
  }

  /**
   * Until the transaction ends nobody else records. Without it a number could become visible after
   * a greater one, and what was known at a number would not be fixed.
   */
  public void lock() {
    try (Connection connection = database.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select pg_advisory_xact_lock(" + LOCK + ")")) {
      lock.execute();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Until the transaction ends nobody records; others may hold off recording at the same time. */
  public void holdOff() {
    try (Connection connection = database.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select pg_advisory_xact_lock_shared(" + LOCK + ")")) {
      lock.execute();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Everything said about some records up to a number, in the order in which it was recorded. */
  public List<FactRow> of(Collection<UUID> records, long upTo) {
    String query =
        "select seq, record, recorded_at, recorded_by, "
            + COLUMNS
            + " from fact where record = any (?) and seq <= ? order by seq";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setArray(1, connection.createArrayOf("uuid", records.toArray()));
      select.setLong(2, upTo);
      try (ResultSet rows = select.executeQuery()) {
        List<FactRow> found = new ArrayList<>();
        while (rows.next()) {
          found.add(row(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** The greatest number of all, 0 when there is none. */
  public long version() {
    return number("select coalesce(max(seq), 0) from fact", null);
  }

  /** The greatest number of some records. */
  public long version(Collection<UUID> records) {
    return number("select coalesce(max(seq), 0) from fact where record = any (?)", records);
  }

  private long number(String query, @Nullable Collection<UUID> records) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      if (records != null) {
        select.setArray(1, connection.createArrayOf("uuid", records.toArray()));
      }
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Adds statements about one record, in order. */
  public List<FactRow> append(UUID record, List<Statement> said, Instant at, UUID by) {
    String insert =
        "insert into fact (record, recorded_at, recorded_by, "
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement rows = connection.prepareStatement(insert, new String[] {"seq"})) {
      for (Statement statement : said) {
        rows.setObject(1, record);
        rows.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        rows.setObject(3, by);
        fill(rows, statement);
        rows.addBatch();
      }
      rows.executeBatch();
      List<FactRow> added = new ArrayList<>();
      try (ResultSet keys = rows.getGeneratedKeys()) {
        for (Statement statement : said) {
          keys.next();
          added.add(new FactRow(keys.getLong(1), record, statement, at, by));
        }
      }
      return added;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private static void fill(PreparedStatement row, Statement said) throws SQLException {
    row.setString(4, said.path());
    row.setString(5, said.kind().name().toLowerCase(Locale.ROOT));
    row.setString(6, said.value());
    row.setString(7, said.source());
    row.setString(8, said.quality().name().toLowerCase(Locale.ROOT));
    row.setObject(9, said.obtained());
    row.setObject(10, said.validFrom());
    row.setObject(11, said.validTo());
    row.setObject(12, said.until());
    row.setBoolean(13, said.withdrawn());
    row.setObject(14, said.corrects());
    row.setString(15, said.reason());
  }

  private static FactRow row(ResultSet row) throws SQLException {
    long corrects = row.getLong("corrects");
    boolean own = row.wasNull();
    Statement said =
        new Statement(
            row.getString("path"),
            Statement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("value"),
            row.getString("source"),
            Quality.valueOf(row.getString("quality").toUpperCase(Locale.ROOT)),
            row.getObject("obtained", LocalDate.class),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getObject("until", LocalDate.class),
            row.getBoolean("withdrawn"),
            own ? null : corrects,
            row.getString("reason"));
    return new FactRow(
        row.getLong("seq"),
        row.getObject("record", UUID.class),
        said,
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_by", UUID.class));
  }
}
