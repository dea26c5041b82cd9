package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the log, inside the caller's transaction. Safe to use from all threads. */
@ApplicationScoped
public class LogRows {
  private static final int FETCH = 1_000;

  private static final String LINKS =
      """
      select e.seq, e.at, e.kind, e.actor, e.about, e.digest, e.prev, e.hash,
             c.salt, c.content, k.wrapped, p.erased_at
      from log_entry e
        left join log_content c on c.seq = e.seq
        left join person_key k on k.person = e.about
        left join person p on p.id = e.about
      order by e.seq
      """;

  private static final String ROWS =
      """
      select e.seq, e.at, e.kind, e.actor, a.shown, e.about, c.content, k.wrapped
      from log_entry e
        left join log_content c on c.seq = e.seq
        left join person_key k on k.person = e.about
        left join account a on a.id::text = e.actor
      """;

  private final DataSource database;
  private final Keys keys;

  LogRows(DataSource database, Keys keys) {
    this.database = database;
    this.keys = keys;
  }

  /**
   * Which entries are wanted; null for no bound.
   *
   * @param from the first moment
   * @param before the first moment that is too late
   * @param kind as in {@link LogKind#id()}
   * @param after entries with higher numbers only
   */
  public record Wanted(
      @Nullable Instant from, @Nullable Instant before, @Nullable String kind, long after) {}

  /** Shows every entry in order, as of one moment, until the visitor has seen enough. */
  public void walk(Predicate<LogLink> goOn) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LINKS)) {
      query.setFetchSize(FETCH);
      try (ResultSet row = query.executeQuery()) {
        while (row.next() && goOn.test(LogLink.of(row, keys))) {
          // on to the next
        }
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** The last entry; empty in an empty log. */
  public Optional<LogHead> last() {
    return last(null);
  }

  /** The last entry of those before a moment. */
  public Optional<LogHead> lastBefore(Instant moment) {
    return last(moment);
  }

  /** Entries by number, at most so many. */
  public List<LogRow> page(Wanted wanted, int most) {
    String where =
        " where e.seq > ? and (?::timestamptz is null or e.at >= ?)"
            + " and (?::timestamptz is null or e.at < ?) and (?::text is null or e.kind = ?)"
            + " order by e.seq limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ROWS + where)) {
      Object from = wanted.from() == null ? null : Moments.column(wanted.from());
      Object before = wanted.before() == null ? null : Moments.column(wanted.before());
      query.setLong(1, wanted.after());
      query.setObject(2, from);
      query.setObject(3, from);
      query.setObject(4, before);
      query.setObject(5, before);
      query.setString(6, wanted.kind());
      query.setString(7, wanted.kind());
      query.setInt(8, most);
      return rows(query);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** What was done with one person's data, by number: who read it, who changed it. */
  public List<LogRow> about(UUID person) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(ROWS + " where e.about = ? order by e.seq")) {
      query.setObject(1, person);
      return rows(query);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** So many entries by lot; the same seed draws the same from the same log. */
  public List<LogRow> sample(long seed, int size) {
    String draw =
        " where e.seq in (select seq from log_entry"
            + " order by sha256(convert_to(? || ' ' || seq, 'UTF8')) limit ?) order by e.seq";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ROWS + draw)) {
      query.setString(1, Long.toString(seed));
      query.setInt(2, size);
      return rows(query);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private Optional<LogHead> last(@Nullable Instant before) {
    String condition = before == null ? "" : " where at < ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select seq, at, hash from log_entry" + condition + " order by seq desc limit 1")) {
      if (before != null) {
        query.setObject(1, Moments.column(before));
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(LogHead.of(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private List<LogRow> rows(PreparedStatement query) throws SQLException {
    List<LogRow> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        UUID about = row.getObject("about", UUID.class);
        rows.add(
            new LogRow(
                row.getLong("seq"),
                Moments.read(row, "at"),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("shown"),
                about,
                content(about, row.getBytes("wrapped"), row.getBytes("content"))));
      }
    }
    return rows;
  }

  private @Nullable String content(
      @Nullable UUID about, byte @Nullable [] wrapped, byte @Nullable [] content) {
    if (content == null || (about != null && wrapped == null)) {
      return null;
    }
    byte[] plain = content;
    if (about != null && wrapped != null) {
      SecretKey key = keys.unwrap(about, wrapped);
      try {
        plain = Sealing.open(key, about, content);
      } catch (IllegalStateException e) {
        // The check of the log names it; who reads the log must still be able to.
        return null;
      }
    }
    return new String(plain, StandardCharsets.UTF_8);
  }
}
