package huice.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one entry of the log holds on to the one before. */
final class Chain {
  static final int SALT_BYTES = 32;

  private static final int HASH_BYTES = 32;

  private Chain() {}

  /** What the first entry holds on to. */
  static byte[] start() {
    return new byte[HASH_BYTES];
  }

  /** The salt's length is fixed, so that salt and content cannot run into one another. */
  static byte[] digest(byte[] salt, byte[] content) {
    MessageDigest sha = sha();
    sha.update(salt);
    return sha.digest(content);
  }

  /** Texts stand behind their lengths: no two entries have the same bytes. */
  static byte[] hash(
      byte[] prev,
      long seq,
      Instant at,
      String kind,
      String actor,
      @Nullable UUID about,
      byte[] digest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      put(out, prev);
      out.writeLong(seq);
      out.writeLong(Moments.micros(at));
      put(out, kind.getBytes(StandardCharsets.UTF_8));
      put(out, actor.getBytes(StandardCharsets.UTF_8));
      put(out, (about == null ? "" : about.toString()).getBytes(StandardCharsets.UTF_8));
      put(out, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha().digest(bytes.toByteArray());
  }

  private static void put(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
