package huice.store;

import huice.model.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log. An entry becomes permanent with the transaction that it tells of, or not at all.
 * Safe to use from all threads.
 */
@ApplicationScoped
public class Journal {
  /** The number of the lock that keeps the chain in order: "huiceLog" in ASCII. */
  private static final long ORDER = 0x6875_6963_654C_6F67L;

  private final DataSource database;
  private final EntityManager entities;
  private final Keys keys;
  private final Event<NewDay> days;

  Journal(DataSource database, EntityManager entities, Keys keys, Event<NewDay> days) {
    this.database = database;
    this.entities = entities;
    this.keys = keys;
    this.days = days;
  }

  /**
   * What happened.
   *
   * @param at kept to the microsecond
   * @param kind one of {@link LogKind}, as in {@link LogKind#id()}
   * @param actor who did it
   * @param about the person whose data the content holds, under whose key it is sealed; null when
   *     it holds nobody's. An erasure is about nobody: its content has to stay readable
   * @param content a JSON text
   */
  public record Entry(Instant at, String kind, Actor actor, @Nullable UUID about, String content) {
    public Entry {
      at = Moments.kept(at);
      if (LogKind.of(kind).isEmpty()) {
        throw new IllegalArgumentException("no kind of log entry: " + kind);
      }
    }

    public Entry(Instant at, LogKind kind, Actor actor, @Nullable UUID about, String content) {
      this(at, kind.id(), actor, about, content);
    }
  }

  /**
   * The log goes on on another day than before: told when the first entry of that day has become
   * permanent.
   *
   * @param before the last entry of the day before
   */
  public record NewDay(LogHead before) {}

  /**
   * Appends an entry inside the running transaction. From here on until it ends no other
   * transaction can write to the log: write last of all, and after all locks that are needed.
   *
   * @return the entry's number
   * @throws IllegalStateException when no transaction runs
   * @throws KeyDestroyed when it is about somebody without a key
   */
  public long write(Entry entry) {
    return writeAll(List.of(entry));
  }

  /**
   * Appends entries of one moment in order, as {@link #write} does.
   *
   * @return the last entry's number, 0 when there are none
   */
  public long writeAll(List<Entry> all) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("the log is written inside a transaction only");
    }
    if (all.isEmpty()) {
      return 0;
    }
    // The person that an entry is about may be new in this transaction.
    entities.flush();
    List<UUID> about = new ArrayList<>();
    all.forEach(entry -> add(about, entry.about()));
    Map<UUID, SecretKey> under = keys.all(about);
    List<Sealed> sealed = all.stream().map(entry -> sealed(entry, under)).toList();
    try (Connection connection = database.getConnection()) {
      LogHead last = last(connection);
      append(connection, sealed, last);
      if (last != null && Moments.day(all.get(0).at()).isAfter(Moments.day(last.at()))) {
        days.fire(new NewDay(last));
      }
      return (last == null ? 0 : last.seq()) + sealed.size();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private static void add(List<UUID> ids, @Nullable UUID id) {
    if (id != null) {
      ids.add(id);
    }
  }

  /** An entry with its content as it is kept. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sealed(Entry entry, byte[] digest, byte[] salt, byte[] content) {}

  private static Sealed sealed(Entry entry, Map<UUID, SecretKey> keys) {
    byte[] salt = Sealing.random(Chain.SALT_BYTES);
    byte[] content = entry.content().getBytes(StandardCharsets.UTF_8);
    byte[] digest = Chain.digest(salt, content);
    UUID about = entry.about();
    if (about == null) {
      return new Sealed(entry, digest, salt, content);
    }
    SecretKey key = keys.get(about);
    if (key == null) {
      throw new KeyDestroyed();
    }
    // The salt is sealed too: with it, a short content could be guessed from its digest.
    return new Sealed(
        entry, digest, Sealing.seal(key, about, salt), Sealing.seal(key, about, content));
  }

  /** Two statements: the second must see what was committed while the first waited. */
  private static @Nullable LogHead last(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, ORDER);
      lock.execute();
    }
    try (PreparedStatement query =
            connection.prepareStatement(
                "select seq, at, hash from log_entry order by seq desc limit 1");
        ResultSet row = query.executeQuery()) {
      return row.next() ? LogHead.of(row) : null;
    }
  }

  private static void append(Connection connection, List<Sealed> entries, @Nullable LogHead last)
      throws SQLException {
    try (PreparedStatement links =
            connection.prepareStatement(
                "insert into log_entry (seq, at, kind, actor, about, digest, prev, hash)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)");
        PreparedStatement contents =
            connection.prepareStatement(
                "insert into log_content (seq, salt, content) values (?, ?, ?)")) {
      long seq = last == null ? 0 : last.seq();
      byte[] prev = last == null ? Chain.start() : last.hash();
      for (Sealed sealed : entries) {
        prev = link(links, sealed, ++seq, prev);
        contents.setLong(1, seq);
        contents.setBytes(2, sealed.salt());
        contents.setBytes(3, sealed.content());
        contents.addBatch();
      }
      links.executeBatch();
      contents.executeBatch();
    }
  }

  /** The hash of the new link. */
  private static byte[] link(PreparedStatement insert, Sealed sealed, long seq, byte[] prev)
      throws SQLException {
    Entry entry = sealed.entry();
    String actor = entry.actor().id().toString();
    byte[] hash =
        Chain.hash(prev, seq, entry.at(), entry.kind(), actor, entry.about(), sealed.digest());
    insert.setLong(1, seq);
    insert.setObject(2, Moments.column(entry.at()));
    insert.setString(3, entry.kind());
    insert.setString(4, actor);
    insert.setObject(5, entry.about());
    insert.setBytes(6, sealed.digest());
    insert.setBytes(7, prev);
    insert.setBytes(8, hash);
    insert.addBatch();
    return hash;
  }
}
