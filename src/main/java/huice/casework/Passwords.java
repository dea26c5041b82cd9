package huice.casework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as BCrypt keeps them. A password found right is known for a minute without being worked
 * out again, because a program sends it with every request; the account's row is read every time
 * all the same. Safe to use from all threads.
 */
@Singleton
class Passwords {
  /** BCrypt reads no more than this many bytes. */
  static final int LONGEST = 72;

  private static final int COST = 11;
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private static final int MOST_KNOWN = 10_000;
  private static final int MARK_BYTES = 9;

  /** Of no password: what is compared when there is no account, so that it takes as long. */
  private final String nobodys = BcryptUtil.bcryptHash(HexFormat.of().formatHex(random()), COST);

  private final SecretKeySpec key = new SecretKeySpec(random(), "HmacSHA256");
  private final Cache<String, Boolean> right =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(MOST_KNOWN).build();

  String hash(String password) {
    return BcryptUtil.bcryptHash(password, COST);
  }

  /**
   * @param secret as {@link #hash} made it; null when there is none, which no password matches
   */
  boolean matches(String password, @Nullable String secret) {
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return false;
    }
    if (secret == null) {
      BcryptUtil.matches(password, nobodys);
      return false;
    }
    boolean matches = BcryptUtil.matches(password, secret);
    if (matches) {
      right.put(keyed(secret, password), true);
    }
    return matches;
  }

  /** Whether the password was found right within the last minute. */
  boolean remembered(String password, @Nullable String secret) {
    return secret != null && right.getIfPresent(keyed(secret, password)) != null;
  }

  /** Another one for every secret; tells nothing about it. */
  static String mark(@Nullable String secret) {
    if (secret == null) {
      return "";
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret is part of the key: with another password nothing of the old one is known. */
  private String keyed(String secret, String password) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of()
          .formatHex(mac.doFinal((secret + password).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
