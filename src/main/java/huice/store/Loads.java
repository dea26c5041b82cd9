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
    records(rows, false);
  }

  /** {@code invented}: made up for trying things out. */
  public void records(List<RecordRow> rows, boolean invented) {
    CopyRows copy = new CopyRows();
    for (RecordRow row : rows) {
      copy.row(8)
          .id(row.id())
          .text(row.entity())
          .text(row.office())
          .text(row.title())
          .text(row.code())
          .moment(row.createdAt())
          .id(row.createdBy())
          .yes(invented);
    }
    send(copy, "record (id, entity, office, title, code, created_at, created_by, invented)");
  }

  private void send(CopyRows rows, String into) {
    try (Connection connection = database.getConnection()) {
      rows.send(connection, into);
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Persons whose records are there already; each gets a key. */
  public void persons(List<NewPerson> rows) {
    Map<UUID, SecretKey> made = keys.createAll(rows.stream().map(NewPerson::id).toList());
    CopyRows copy = new CopyRows();
    for (NewPerson row : rows) {
      SecretKey key = made.get(row.id());
      copy.row(11)
          .id(row.id())
          .id(row.id())
          .raw(keys.hash(row.number()))
          .raw(sealed(key, row.id(), row.number()))
          .raw(sealed(key, row.id(), row.name()))
          .text(row.language())
          .day(row.registeredOn())
          .text(row.channel())
          .day(row.consentOn())
          .yes(true)
          .small(0);
    }
    send(
        copy,
        "person (id, record, number_hash, number, name, language, registered_on, channel,"
            + " consent_on, automatic, version)");
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

  /** Snapshots of records that had none. */
  public void newSnapshots(List<SnapshotRow> rows) {
    CopyRows copy = new CopyRows();
    for (SnapshotRow row : rows) {
      copy.row(6)
          .id(row.record())
          .text(row.entity())
          .text(row.dictionary())
          .number(row.version())
          .text(row.content())
          .moment(row.changedAt());
    }
    send(copy, "snapshot (record, entity, dictionary, version, content, changed_at)");
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
