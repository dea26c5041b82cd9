package huice.store;

import huice.model.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Adds records, persons and statements by the thousand. Plain JDBC and COPY; what it adds is the
 * same as what {@link RecordTable}, {@link PersonTable}, {@link Facts} and {@link Snapshots} add
 * one by one. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class Loads {
  private final DataSource database;
  private final EntityManager entities;
  private final Keys keys;

  Loads(DataSource database, EntityManager entities, Keys keys) {
    this.database = database;
    this.entities = entities;
    this.keys = keys;
  }

  /** A person to be registered, with the number and the name in clear. */
  public record NewPerson(
      UUID id,
      String number,
      String name,
      String language,
      LocalDate registeredOn,
      String channel,
      @Nullable LocalDate consentOn) {}

  /** What is said about one record, in order. */
  public record Said(UUID record, List<Statement> said) {
    public Said {
      said = List.copyOf(said);
    }
  }

  /** A registered person; {@code merged}: another one stands for this one. */
  public record Numbered(UUID id, boolean merged) {}

  /** Those persons whose numbers are registered, by number; erased ones never. */
  public Map<String, Numbered> numbered(Collection<String> numbers) {
    Map<ByteBuffer, String> hashes = new HashMap<>();
    numbers.forEach(number -> hashes.put(ByteBuffer.wrap(keys.hash(number)), number));
    Map<String, Numbered> found = new HashMap<>();
    entities.flush();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select number_hash, id, merged_into is not null from person"
                    + " where erased_at is null and number_hash = any (?) order by id")) {
      byte[][] wanted = hashes.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
      query.setArray(1, connection.createArrayOf("bytea", wanted));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String number = hashes.get(ByteBuffer.wrap(row.getBytes(1)));
          if (number != null) {
            found.putIfAbsent(
                number, new Numbered(row.getObject(2, UUID.class), row.getBoolean(3)));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** The records of a kind that have these codes, by code. */
  public Map<String, UUID> coded(String entity, Collection<String> codes) {
    Map<String, UUID> found = new HashMap<>();
    entities.flush();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select code, id from record where entity = ? and code = any (?)")) {
      query.setString(1, entity);
      query.setArray(2, connection.createArrayOf("text", codes.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getObject(2, UUID.class));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public void records(List<RecordRow> rows) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into record (id, entity, office, title, code, created_at, created_by)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
      for (RecordRow row : rows) {
        insert.setObject(1, row.id());
        insert.setString(2, row.entity());
        insert.setString(3, row.office());
        insert.setString(4, row.title());
        insert.setString(5, row.code());
        insert.setObject(6, Moments.column(row.createdAt()));
        insert.setObject(7, row.createdBy());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Persons whose records are there already; each gets a key. */
  public void persons(List<NewPerson> rows) {
    Map<UUID, SecretKey> made = keys.createAll(rows.stream().map(NewPerson::id).toList());
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into person (id, record, number_hash, number, name, language,"
                    + " registered_on, channel, consent_on, automatic, version)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, true, 0)")) {
      for (NewPerson row : rows) {
        SecretKey key = made.get(row.id());
        insert.setObject(1, row.id());
        insert.setObject(2, row.id());
        insert.setBytes(3, keys.hash(row.number()));
        insert.setBytes(4, sealed(key, row.id(), row.number()));
        insert.setBytes(5, sealed(key, row.id(), row.name()));
        insert.setString(6, row.language());
        insert.setObject(7, row.registeredOn());
        insert.setString(8, row.channel());
        insert.setObject(9, row.consentOn());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private static byte[] sealed(@Nullable SecretKey key, UUID person, String text) {
    if (key == null) {
      throw new KeyDestroyed();
    }
    return Sealing.seal(key, person, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds statements about many records, numbered in the order given; {@link Facts#lock} comes
   * first.
   */
  public List<FactRow> append(List<Said> all, Instant at, UUID by) {
    List<FactRow> added = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      int count = all.stream().mapToInt(one -> one.said().size()).sum();
      List<Long> seqs = seqs(connection, count);
      StringBuilder text = new StringBuilder();
      String when = Moments.column(at).toString();
      for (Said one : all) {
        for (Statement said : one.said()) {
          FactRow row =
              new FactRow(seqs.get(added.size()), one.record(), said, Moments.kept(at), by);
          added.add(row);
          line(text, row, when);
        }
      }
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy fact (seq, record, path, kind, value, source, quality, obtained, valid_from,"
                  + " valid_to, until, withdrawn, corrects, reason, recorded_at, recorded_by)"
                  + " from stdin",
              new StringReader(text.toString()));
      return added;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    } catch (IOException e) {
      throw new StoreFailed(new SQLException(e));
    }
  }

  private static List<Long> seqs(Connection connection, int count) throws SQLException {
    List<Long> seqs = new ArrayList<>(count);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select nextval(pg_get_serial_sequence('fact', 'seq')) from generate_series(1, ?)")) {
      query.setInt(1, count);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          seqs.add(row.getLong(1));
        }
      }
    }
    return seqs;
  }

  private static void line(StringBuilder text, FactRow row, String when) {
    Statement said = row.said();
    Object[] cells = {
      row.seq(),
      row.record(),
      said.path(),
      said.kind().name().toLowerCase(Locale.ROOT),
      said.value(),
      said.source(),
      said.quality().name().toLowerCase(Locale.ROOT),
      said.obtained(),
      said.validFrom(),
      said.validTo(),
      said.until(),
      said.withdrawn(),
      said.corrects(),
      said.reason(),
      when,
      row.recordedBy()
    };
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : "\t");
      cell(text, cells[i]);
    }
    text.append('\n');
  }

  private static void cell(StringBuilder text, @Nullable Object value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    String cell = value.toString();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  public void snapshots(List<SnapshotRow> rows) {
    try (Connection connection = database.getConnection();
        PreparedStatement put = connection.prepareStatement(Snapshots.PUT)) {
      for (SnapshotRow row : rows) {
        Snapshots.fill(put, row);
        put.addBatch();
      }
      put.executeBatch();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
