package huice.engine;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How sentences are compared: without regard to full and half width, spaces and a final stop. */
final class Words {
  private static final String STOPS = "。;,.";

  private Words() {}

  /** Full-width forms to half width, no white space, no final 。；，. */
  static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    int end = folded.length();
    while (end > 0 && STOPS.indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }

  /** A text in plain form that still knows where each of its characters came from. */
  record Plain(String text, String original, int[] origins) {
    static Plain of(String original) {
      StringBuilder folded = new StringBuilder();
      int[] origins = new int[original.length() * 4 + 1];
      for (int i = 0; i < original.length(); ) {
        int point = original.codePointAt(i);
        String piece = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        for (int j = 0; j < piece.length(); j++) {
          if (!Character.isWhitespace(piece.charAt(j))) {
            if (folded.length() + 1 >= origins.length) {
              origins = java.util.Arrays.copyOf(origins, origins.length * 2);
            }
            origins[folded.length()] = i;
            folded.append(piece.charAt(j));
          }
        }
        i += Character.charCount(point);
      }
      int end = folded.length();
      while (end > 0 && STOPS.indexOf(folded.charAt(end - 1)) >= 0) {
        end--;
      }
      origins[end] = end == 0 ? 0 : origins[end - 1] + 1;
      return new Plain(folded.substring(0, end), original, origins);
    }

    /** The original characters behind a stretch of the plain text. */
    String original(int start, int end) {
      return original.substring(origins[start], origins[end - 1] + 1);
    }
  }

  /** The up to {@code most} candidates nearest to a text, nearest first, none that is far off. */
  static List<String> nearest(String text, Collection<String> candidates, int most) {
    record Near(String candidate, int distance) {}
    String plain = plain(text);
    return candidates.stream()
        .distinct()
        .map(c -> new Near(c, distance(plain, plain(c))))
        .filter(
            n -> n.distance <= Math.max(2, Math.max(plain.length(), n.candidate.length()) * 2 / 3))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .limit(most)
        .map(Near::candidate)
        .toList();
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
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
