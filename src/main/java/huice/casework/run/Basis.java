package huice.casework.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Texts;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.SchemeKind;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By which rules results were made: the schemes in order, each with the digest of all that can
 * change its outcome. Two releases with the same basis give everybody the same. Immutable.
 */
final class Basis {
  /** Counts up when results are kept in another form. */
  private static final String FORM = "1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Entry> schemes;
  private final Map<String, Integer> places = new HashMap<>();

  /** A scheme as results know it; {@code kind} and {@code subject} as in {@link SchemeInfo}. */
  record Entry(String id, String digest, String kind, String subject) {
    boolean entitlement() {
      return kind.equals(SchemeKind.ENTITLEMENT.name());
    }
  }

  private Basis(List<Entry> schemes) {
    this.schemes = List.copyOf(schemes);
    for (int i = 0; i < schemes.size(); i++) {
      places.put(schemes.get(i).id(), i);
    }
  }

  static Basis of(CompiledRelease release) {
    return new Basis(
        release.schemes().stream()
            .map(s -> new Entry(s.id(), s.digest(), s.kind().name(), s.subject()))
            .toList());
  }

  static Basis read(String text) {
    try {
      return new Basis(Arrays.asList(JSON.readValue(text, Entry[].class)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    List<Map<String, String>> all = new ArrayList<>();
    for (Entry entry : schemes) {
      all.add(
          Map.of(
              "id", entry.id(),
              "digest", entry.digest(),
              "kind", entry.kind(),
              "subject", entry.subject()));
    }
    return Texts.json(all);
  }

  byte[] digest() {
    StringBuilder text = new StringBuilder(FORM);
    schemes.forEach(s -> text.append('\n').append(s.id()).append(' ').append(s.digest()));
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  int place(String scheme) {
    return places.getOrDefault(scheme, -1);
  }

  Entry scheme(int place) {
    return schemes.get(place);
  }
}
