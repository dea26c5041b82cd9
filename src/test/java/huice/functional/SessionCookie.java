package huice.functional;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is inside a session's cookie, which only the service's key opens: an end and a name. */
record SessionCookie(Instant end, String name) {
  private static final int IV = 12;

  static SessionCookie read(String value) {
    byte[] bytes = Base64.getDecoder().decode(value);
    byte[] iv = Arrays.copyOfRange(bytes, 1, 1 + IV);
    byte[] sealed = Arrays.copyOfRange(bytes, 1 + IV, bytes.length);
    String text =
        new String(crypt(Cipher.DECRYPT_MODE, iv, sealed, serviceKey()), StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    return new SessionCookie(
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon))), text.substring(colon + 1));
  }

  Duration left() {
    return Duration.between(Instant.now(), end);
  }

  /** The cookie as it would be after a while without a request. */
  String idleFor(Duration time) {
    return write(end.minus(time), serviceKey());
  }

  /** The cookie as somebody without the key would make it. */
  String forged() {
    return write(end, "a guess at the key of the service");
  }

  private String write(Instant ending, String key) {
    byte[] text = (ending.toEpochMilli() + ":" + name).getBytes(StandardCharsets.UTF_8);
    byte[] iv = new byte[IV];
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, iv, text, key);
    byte[] value = new byte[1 + IV + sealed.length];
    value[0] = IV;
    System.arraycopy(sealed, 0, value, 1 + IV, sealed.length);
    return Base64.getEncoder().encodeToString(value);
  }

  private static String serviceKey() {
    return ConfigProvider.getConfig()
        .getValue("quarkus.http.auth.session.encryption-key", String.class);
  }

  private static byte[] crypt(int mode, byte[] iv, byte[] text, String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(digest, "AES"), new GCMParameterSpec(128, iv));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
