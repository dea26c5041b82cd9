package huice.store;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log as it stands in the tables, for checking it against what it was when it was
 * written. Byte arrays are not copied: read them only.
 */
public final class LogLink {
  private final LogHead head;
  private final String kind;
  private final String actor;
  private final @Nullable UUID about;
  private final byte[] digest;
  private final byte[] prev;
  private final Content content;

  /** What has become of an entry's content. */
  public enum Content {
    /** As it was written. */
    SAME,
    /** Another than was written, or it does not open. */
    CHANGED,
    /** The person was erased and the key destroyed; the digest still stands for it. */
    UNREADABLE,
    /** The key is gone although nobody was erased. */
    KEY_GONE,
    /** The row is gone. */
    GONE
  }

  private LogLink(ResultSet row, Keys keys) throws SQLException {
    head = LogHead.of(row);
    kind = row.getString("kind");
    actor = row.getString("actor");
    about = row.getObject("about", UUID.class);
    digest = row.getBytes("digest");
    prev = row.getBytes("prev");
    content = content(row, keys);
  }

  /** From a row with the key and the erasure of the person it is about. */
  static LogLink of(ResultSet row, Keys keys) throws SQLException {
    return new LogLink(row, keys);
  }

  /** Number, moment and hash as they stand there. */
  public LogHead head() {
    return head;
  }

  /** Whether it holds on to an entry with that hash; null for the first entry. */
  public boolean follows(byte @Nullable [] hash) {
    return MessageDigest.isEqual(prev, hash == null ? Chain.start() : hash);
  }

  /** Whether its hash is that of its other columns. */
  public boolean whole() {
    byte[] hash = Chain.hash(prev, head.seq(), head.at(), kind, actor, about, digest);
    return MessageDigest.isEqual(hash, head.hash());
  }

  public Content content() {
    return content;
  }

  private Content content(ResultSet row, Keys keys) throws SQLException {
    byte[] salt = row.getBytes("salt");
    byte[] text = row.getBytes("content");
    if (salt == null || text == null) {
      return Content.GONE;
    }
    if (about != null) {
      byte[] wrapped = row.getBytes("wrapped");
      if (wrapped == null) {
        return row.getObject("erased_at") == null ? Content.KEY_GONE : Content.UNREADABLE;
      }
      try {
        SecretKey key = keys.unwrap(about, wrapped);
        salt = Sealing.open(key, about, salt);
        text = Sealing.open(key, about, text);
      } catch (IllegalStateException e) {
        return Content.CHANGED;
      }
    }
    boolean same = MessageDigest.isEqual(Chain.digest(salt, text), digest);
    return same && salt.length == Chain.SALT_BYTES ? Content.SAME : Content.CHANGED;
  }
}
