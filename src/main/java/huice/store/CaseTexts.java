package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Snapshots by the thousand, by COPY. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class CaseTexts {
  /** Whoever is registered, consents and wants to be told. */
  static final String WANTED =
      "p.merged_into is null and p.erased_at is null and p.consent_on is not null"
          + " and p.consent_ended_on is null and p.told";

  private static final String COLUMNS =
      "r.id, r.entity, s.version, s.dictionary, s.content, p.id is not null,"
          + " p.consent_on is not null and p.consent_ended_on is null and p.erased_at is null,"
          + " p.merged_into";

  private static final int HEAD = 11;

  private final DataSource database;

  CaseTexts(DataSource database) {
    this.database = database;
  }

  /**
   * A range of ids, the first of {@code no} and {@code of} equal ones; {@code due} names the run
   * whose list it is cut from, null for all persons.
   */
  public record Range(int no, int of, @Nullable UUID due) {
    private static final int DIGITS = 8;

    private static String bound(long no, int of) {
      long first = (no << Integer.SIZE) / of;
      StringBuilder hex = new StringBuilder(Long.toHexString(first));
      while (hex.length() < DIGITS) {
        hex.insert(0, '0');
      }
      return "'" + hex + "-0000-0000-0000-000000000000'";
    }

    String within(String column) {
      String from = column + " >= " + bound(no, of);
      return no + 1 == of ? from : from + " and " + column + " < " + bound(no + 1, of);
    }
  }

  /**
   * A record with its snapshot; {@code version} is 0 and {@code content} empty when it has none.
   * {@code consents} and {@code mergedInto} tell of persons only. Do not write to the bytes.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Kept(
      UUID record,
      String entity,
      long version,
      String dictionary,
      byte[] content,
      boolean person,
      boolean consents,
      @Nullable UUID mergedInto) {}

  /** From here on the running transaction sees one moment. First of all in a transaction. */
  public void oneMoment() {
    try (Connection connection = database.getConnection();
        Statement set = connection.createStatement()) {
      set.execute("set transaction isolation level repeatable read, read only");
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Those who are to be assessed, of a range. */
  public List<Kept> people(Range range) {
    String due =
        range.due() == null
            ? ""
            : " and p.id in (select person from run_due where run = '"
                + range.due()
                + "' and "
                + range.within("person")
                + ")";
    return read(
        "select "
            + COLUMNS
            + " from person p join record r on r.id = p.id left join snapshot s on s.record = p.id"
            + " where "
            + range.within("p.id")
            + " and "
            + WANTED
            + due);
  }

  /** Some records; those that are not there are left out. */
  public List<Kept> of(Collection<UUID> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    String ids = records.stream().map(UUID::toString).collect(Collectors.joining(","));
    return read(
        "select "
            + COLUMNS
            + " from unnest('{"
            + ids
            + "}'::uuid[]) wanted join record r on r.id = wanted"
            + " left join snapshot s on s.record = r.id left join person p on p.id = r.id");
  }

  /** Of some persons those who are not to be assessed any more. */
  public List<UUID> gone(Collection<UUID> persons) {
    List<UUID> gone = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select p.id from person p where p.id = any (?) and not (" + WANTED + ")")) {
      query.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
      try (var row = query.executeQuery()) {
        while (row.next()) {
          gone.add(row.getObject(1, UUID.class));
        }
      }
      return gone;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private List<Kept> read(String query) {
    List<Kept> found = new ArrayList<>();
    String copy = "copy (" + query + ") to stdout (format binary)";
    try (Connection connection = database.getConnection();
        DataInputStream in =
            new DataInputStream(
                new PGCopyInputStream(connection.unwrap(PGConnection.class), copy))) {
      in.skipNBytes(HEAD + Integer.BYTES);
      in.skipNBytes(in.readInt());
      while (in.readShort() >= 0) {
        found.add(row(in));
      }
      while (in.read() >= 0) {
        // to the very end: otherwise closing would cancel
      }
      return found;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    } catch (IOException e) {
      throw new StoreFailed(new SQLException(e));
    }
  }

  private static Kept row(DataInputStream in) throws IOException {
    UUID record = id(in);
    String entity = text(in);
    byte[] version = value(in);
    String dictionary = text(in);
    byte[] content = value(in);
    return new Kept(
        java.util.Objects.requireNonNull(record),
        entity,
        version == null ? 0 : java.nio.ByteBuffer.wrap(version).getLong(),
        dictionary,
        content == null ? new byte[0] : content,
        yes(in),
        yes(in),
        id(in));
  }

  private static byte @Nullable [] value(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] value = value(in);
    return value == null ? "" : new String(value, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static boolean yes(DataInputStream in) throws IOException {
    byte[] value = value(in);
    return value != null && value[0] == 1;
  }

  private static @Nullable UUID id(DataInputStream in) throws IOException {
    byte[] value = value(in);
    if (value == null) {
      return null;
    }
    java.nio.ByteBuffer two = java.nio.ByteBuffer.wrap(value);
    return new UUID(two.getLong(), two.getLong());
  }
}
