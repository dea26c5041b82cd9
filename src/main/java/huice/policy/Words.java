package huice.policy;

import huice.model.Text;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words as officers write them: compared without width and spaces, shown short and on one line. */
final class Words {
  private static final int SHOWN = 48;
  private static final int LISTED = 12;
  private static final int LONGEST = 80;

  private Words() {}

  /** One form for everything that differs only in width, spaces or letter case. */
  static String normal(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The word as it may stand in a message: at most {@value #SHOWN} characters, no line breaks. */
  static String shown(String word) {
    String head = word.length() > 4 * SHOWN ? word.substring(0, 4 * SHOWN) : word;
    String clean = head.replaceAll("[\\p{C}\\s]+", " ").strip();
    if (clean.codePointCount(0, clean.length()) <= SHOWN) {
      return clean;
    }
    return clean.substring(0, clean.offsetByCodePoints(0, SHOWN)) + "…";
  }

  /** A text in both languages; the same arguments stand in both. */
  static Text say(String zh, String en, Object... arguments) {
    return Text.of(zh.formatted(arguments), en.formatted(arguments));
  }

  /** What to write instead of an unknown word: the nearest known one, or the list of them. */
  static Text instead(String word, Collection<String> known) {
    Optional<String> near = nearest(word, known);
    if (near.isPresent()) {
      return say("是否想写「%s」？", "did you mean \"%s\"?", near.get());
    }
    if (known.isEmpty()) {
      return say("请删去", "leave it out");
    }
    String some = known.stream().limit(LISTED).collect(Collectors.joining("、"));
    String more = known.size() > LISTED ? "…" : "";
    return say("可以写：%s%s", "one of: %s%s", some, more);
  }

  static Optional<String> nearest(String word, Collection<String> known) {
    String wanted = normal(word);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int least = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : known) {
      String other = normal(candidate);
      if (Math.abs(other.length() - wanted.length()) < least) {
        int distance = distance(wanted, other);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Edits, and swaps of neighbours, between two words. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
