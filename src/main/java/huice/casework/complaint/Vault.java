package huice.casework.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.store.ComplaintTable;
import huice.store.Keys;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The numbers of complaints and what is sealed of them, each under the key of its own complaint.
 * Thread-safe.
 */
@Singleton
class Vault {
  /** Without characters that are taken for one another. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final String PURPOSE = "complaints ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Keys keys;
  private final ComplaintTable table;
  private final ObjectMapper json;

  Vault(Keys keys, ComplaintTable table, ObjectMapper json) {
    this.keys = keys;
    this.table = table;
    this.json = json;
  }

  /** A key for what is about to be sealed of a new complaint. */
  void open(UUID complaint) {
    keys.create(complaint);
  }

  /** A number that nobody can guess: 80 random bits. */
  static String number() {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        number.append('-');
      }
      number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return number.toString();
  }

  byte[] hash(String number) {
    String plain = number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return keys.hash(PURPOSE + plain);
  }

  /** What tells one sending from another: the form's own key together with all that it says. */
  String sent(String key, Sent sent) {
    try {
      String whole = PURPOSE + key + "\n" + json.writeValueAsString(sent);
      return Base64.getEncoder().encodeToString(keys.hash(whole));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ComplaintTable.Complaint> numbered(String number) {
    return table.numbered(hash(number));
  }

  byte[] seal(UUID complaint, Object content) {
    try {
      return keys.seal(complaint, json.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T open(UUID complaint, byte[] sealed, Class<T> type) {
    try {
      return json.readValue(keys.open(complaint, sealed), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] sealText(UUID complaint, String text) {
    return keys.seal(complaint, text.getBytes(StandardCharsets.UTF_8));
  }

  String openText(UUID complaint, byte[] sealed) {
    return new String(keys.open(complaint, sealed), StandardCharsets.UTF_8);
  }
}
