package huice.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's binary form, to be copied in. One thread, one use. */
final class CopyRows {
  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final DataOutputStream out = new DataOutputStream(bytes);

  CopyRows() {
    bytes.writeBytes(HEAD);
  }

  /** Begins a row of so many columns, which have to follow. */
  CopyRows row(int columns) {
    return write(() -> out.writeShort(columns));
  }

  CopyRows nothing() {
    return write(() -> out.writeInt(-1));
  }

  CopyRows id(@Nullable UUID id) {
    if (id == null) {
      return nothing();
    }
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    return write(
        () -> {
          out.writeInt(2 * Long.BYTES);
          out.writeLong(high);
          out.writeLong(low);
        });
  }

  CopyRows number(long number) {
    return write(
        () -> {
          out.writeInt(Long.BYTES);
          out.writeLong(number);
        });
  }

  CopyRows small(int number) {
    return write(
        () -> {
          out.writeInt(Integer.BYTES);
          out.writeInt(number);
        });
  }

  CopyRows yes(boolean yes) {
    return write(
        () -> {
          out.writeInt(1);
          out.writeByte(yes ? 1 : 0);
        });
  }

  CopyRows day(@Nullable LocalDate day) {
    return day == null ? nothing() : small((int) (day.toEpochDay() - EPOCH));
  }

  CopyRows moment(Instant at) {
    return number(Moments.micros(at) - EPOCH_MICROS);
  }

  CopyRows text(@Nullable String text) {
    return text == null ? nothing() : raw(text.getBytes(StandardCharsets.UTF_8));
  }

  CopyRows raw(byte[] value) {
    return write(
        () -> {
          out.writeInt(value.length);
          out.write(value);
        });
  }

  /** Sends all rows. {@code into}: {@code table (column, …)}. */
  void send(Connection connection, String into) throws SQLException {
    row(-1);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy " + into + " from stdin (format binary)",
              new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  /** A part of a row. */
  private interface Part {
    void write() throws IOException;
  }

  private CopyRows write(Part part) {
    try {
      part.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
