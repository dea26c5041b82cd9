package huice.casework.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Draws some of many by a seed, the same each time: those whose SHA-256 of seed and id come first.
 * It does not look at what or whom an id stands for.
 */
final class Sample {
  private Sample() {}

  static Set<UUID> of(String seed, Collection<UUID> all, int size) {
    return all.stream()
        .sorted(Comparator.comparing((UUID id) -> digest(seed, id)).thenComparing(UUID::toString))
        .limit(size)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String digest(String seed, UUID id) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest((seed + ":" + id).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
