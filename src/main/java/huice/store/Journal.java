package huice.store;

import huice.model.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  Journal(DataSource database, EntityManager entities, Keys keys) {
    this.database = database;
    this.entities = entities;
    this.keys = keys;
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

  /** The last entry so far. */
  private record Last(long seq, byte[] hash) {}

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
   * Appends many entries in order, as {@link #write} does.
   *
   * @return the last entry's number, 0 when there are none
   */
  public long writeAll(List<Entry> entries) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("the log is written inside a transaction only");
    }
    if (entries.isEmpty()) {
      return 0;
    }
    // The person that the entry is about may be new in this transaction.
    this.entities.flush();
    Map<UUID, SecretKey> of =
        keys.all(entries.stream().map(Entry::about).filter(Objects::nonNull).distinct().toList());
    List<Sealed> sealed = entries.stream().map(entry -> sealed(entry, of)).toList();
    try (Connection connection = database.getConnection()) {
      Last last = last(connection);
      append(connection, sealed, last);
      contents(connection, sealed, last.seq());
      return last.seq() + sealed.size();
    } catch (SQLException e) {
      throw new StoreFailed(e);
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
  private static Last last(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, ORDER);
      lock.execute();
    }
    try (PreparedStatement query =
            connection.prepareStatement(
                "select seq, hash from log_entry order by seq desc limit 1");
        ResultSet row = query.executeQuery()) {
      return row.next() ? new Last(row.getLong(1), row.getBytes(2)) : new Last(0, Chain.start());
    }
  }

  private static void append(Connection connection, List<Sealed> entries, Last last)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_entry (seq, at, kind, actor, digest, prev, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      long seq = last.seq();
      byte[] prev = last.hash();
      for (Sealed sealed : entries) {
        Entry entry = sealed.entry();
        String actor = entry.actor().id().toString();
        byte[] hash = Chain.hash(prev, ++seq, entry.at(), entry.kind(), actor, sealed.digest());
        insert.setLong(1, seq);
        insert.setObject(2, Moments.column(entry.at()));
        insert.setString(3, entry.kind());
        insert.setString(4, actor);
        insert.setBytes(5, sealed.digest());
        insert.setBytes(6, prev);
        insert.setBytes(7, hash);
        insert.addBatch();
        prev = hash;
      }
      insert.executeBatch();
    }
  }

  private static void contents(Connection connection, List<Sealed> entries, long last)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into log_content (seq, about, salt, content) values (?, ?, ?, ?)")) {
      long seq = last;
      for (Sealed sealed : entries) {
        insert.setLong(1, ++seq);
        insert.setObject(2, sealed.entry().about());
        insert.setBytes(3, sealed.salt());
        insert.setBytes(4, sealed.content());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
