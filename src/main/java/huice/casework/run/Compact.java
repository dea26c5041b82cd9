package huice.casework.run;

import huice.engine.Brief;
import huice.model.Result;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Results of a person as few bytes: for each scheme its place in the basis, the result, the states
 * of the conditions and the amount in fen; the subject only where it is not the scheme's only one.
 */
final class Compact {
  private static final int RESULT = 0x0f;
  private static final int PAYABLE = 0x10;
  private static final int SUBJECT = 0x20;
  private static final int LOW = 0x40;
  private static final int HIGH = 0x80;
  private static final int DECIMALS = 2;
  private static final int MORE = 0x80;
  private static final int SEVEN = 7;
  private static final Result[] RESULTS = Result.values();

  private Compact() {}

  /** What is kept of what the engine told. */
  static Stated stated(Brief brief, Basis basis) {
    String subject = brief.subject();
    return new Stated(
        brief.scheme(),
        subject == null ? basis.scheme(basis.place(brief.scheme())).subject() : subject,
        brief.result(),
        brief.states(),
        cents(brief.low()),
        cents(brief.high()),
        brief.payable());
  }

  private static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(DECIMALS);
  }

  static byte[] write(List<Stated> all, Basis basis) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(all.size() * 8);
    for (Stated one : all) {
      int place = basis.place(one.scheme());
      boolean other = !one.subject().equals(basis.scheme(place).subject());
      number(out, place);
      out.write(
          one.result().ordinal()
              | (one.payable() ? PAYABLE : 0)
              | (other ? SUBJECT : 0)
              | (one.low() == null ? 0 : LOW)
              | (one.high() == null ? 0 : HIGH));
      if (other) {
        bytes(out, one.subject().getBytes(StandardCharsets.UTF_8));
      }
      bytes(out, one.states());
      amount(out, one.low());
      amount(out, one.high());
    }
    return out.toByteArray();
  }

  private static void amount(ByteArrayOutputStream out, @Nullable BigDecimal amount) {
    if (amount != null) {
      long fen = amount.unscaledValue().longValueExact();
      number(out, fen << 1 ^ fen >> Long.SIZE - 1);
    }
  }

  private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
    number(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, long number) {
    long left = number;
    while ((left & ~(MORE - 1L)) != 0) {
      out.write((int) (left & MORE - 1 | MORE));
      left >>>= SEVEN;
    }
    out.write((int) left);
  }

  static List<Stated> read(byte[] bytes, Basis basis) {
    return new Reader(bytes).all(basis);
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    List<Stated> all(Basis basis) {
      List<Stated> all = new ArrayList<>();
      while (at < bytes.length) {
        Basis.Entry scheme = basis.scheme((int) number());
        int flags = bytes[at++];
        String subject =
            (flags & SUBJECT) == 0 ? scheme.subject() : new String(some(), StandardCharsets.UTF_8);
        byte[] states = some();
        all.add(
            new Stated(
                scheme.id(),
                subject,
                Objects.requireNonNull(RESULTS[flags & RESULT]),
                states,
                (flags & LOW) == 0 ? null : amount(),
                (flags & HIGH) == 0 ? null : amount(),
                (flags & PAYABLE) != 0));
      }
      return all;
    }

    private BigDecimal amount() {
      long coded = number();
      return BigDecimal.valueOf(coded >>> 1 ^ -(coded & 1), DECIMALS);
    }

    private byte[] some() {
      int length = (int) number();
      at += length;
      return java.util.Arrays.copyOfRange(bytes, at - length, at);
    }

    private long number() {
      long number = 0;
      for (int shift = 0; ; shift += SEVEN) {
        byte next = bytes[at++];
        number |= (long) (next & MORE - 1) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }
  }
}
