package huice.casework;

import huice.model.Choice;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a dictionary decides how facts are written down: its digest stays the same while only
 * rules, parameters, labels and questions change, so that no snapshot has to be written anew then.
 */
final class Wording {
  /** Counts up when snapshots hold something else. */
  private static final String FORM = "2";

  private static volatile @Nullable Last last;

  private record Last(Dictionary dictionary, String digest) {}

  private Wording() {}

  static String digest(Dictionary dictionary) {
    Last known = last;
    if (known == null || known.dictionary() != dictionary) {
      known = new Last(dictionary, made(dictionary));
      last = known;
    }
    return known.digest();
  }

  private static String made(Dictionary dictionary) {
    StringBuilder text = new StringBuilder(FORM);
    new TreeMap<>(dictionary.entities()).values().forEach(entity -> add(text, entity));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(StringBuilder text, Entity entity) {
    text.append('\n').append(entity.id());
    for (Fact fact : entity.facts()) {
      text.append('\n').append(fact.id()).append(' ').append(fact.type()).append(fact.month());
      text.append(fact.choices().stream().map(Choice::id).toList());
    }
    for (Relation relation : entity.relations()) {
      text.append('\n').append(relation.id()).append(' ').append(relation.entity());
      text.append(relation.many());
    }
  }
}
