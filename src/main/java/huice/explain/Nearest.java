package huice.explain;

import huice.model.Text;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a reader probably meant by a word that does not exist. */
public final class Nearest {
  private static final int LONGEST = 80;
  private static final int LISTED = 12;

  private Nearest() {}

  /** The known word with the fewest edits, if a third of the letters at most differ. */
  public static Optional<String> to(String word, Collection<String> known) {
    String wanted = normal(word);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int least = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(wanted, normal(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** What to write instead: the nearest word, or the words there are. */
  public static Text instead(String word, Collection<String> known) {
    Optional<String> near = to(word, known);
    if (near.isPresent()) {
      return Text.of("是否想写「" + near.get() + "」？", "did you mean \"" + near.get() + "\"?");
    }
    if (known.isEmpty()) {
      return Text.of("请删去", "leave it out");
    }
    String some = String.join("、", known.stream().limit(LISTED).toList());
    String all = known.size() > LISTED ? some + "…" : some;
    return Text.of("可以写：" + all, "one of: " + all);
  }

  private static String normal(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + same);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
