package huice.casework.vacancy;

import huice.casework.DataFile;
import huice.casework.Invalid;
import huice.model.Text;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a vacancy must not say: words of forbidden requirements, and of fees and deposits, from
 * {@code services/words.yaml}. Nothing of what is looked at is kept. Thread-safe.
 */
@Singleton
public class Wording {
  private static final String DIGITS = "(?:[0-9]+|[零〇一二两三四五六七八九十百]+)";

  private final DataFile<List<Ground>> file;

  @Inject
  Wording(@ConfigProperty(name = "huice.services") String folder) {
    this(Path.of(folder, "words.yaml"));
  }

  Wording(Path path) {
    this.file = new DataFile<>(path, Wording::read);
  }

  /** Why some words must not stand there, and what may stand instead. */
  public record Ground(
      String id,
      Text title,
      Text why,
      Text instead,
      List<String> words,
      List<Pattern> forbidden,
      List<Pattern> allowed) {
    public Ground {
      words = List.copyOf(words);
      forbidden = List.copyOf(forbidden);
      allowed = List.copyOf(allowed);
    }
  }

  /** Words that were found, as they stand there. */
  public record Found(String field, String words, Ground ground) {
    /** The words, and what they must not name. */
    public Text what() {
      return Text.of(
          "“" + words + "”：招聘信息不得写" + ground.title().zh() + "（" + ground.why().zh() + "）",
          "\""
              + words
              + "\": a vacancy must not name "
              + ground.title().en()
              + " ("
              + ground.why().en()
              + ")");
    }
  }

  private static List<Ground> read(DataFile.Part whole) {
    List<Ground> grounds = new ArrayList<>();
    DataFile.Part all = whole.at("grounds");
    for (String id : all.names()) {
      DataFile.Part one = all.at(id);
      List<String> words = one.at("words").words();
      List<Pattern> allowed = new ArrayList<>();
      if (one.has("except")) {
        one.at("except").words().forEach(word -> allowed.add(pattern(word)));
      }
      grounds.add(
          new Ground(
              id,
              one.at("title").text(),
              one.at("why").text(),
              one.at("instead").text(),
              words,
              words.stream().map(Wording::pattern).toList(),
              allowed));
    }
    return List.copyOf(grounds);
  }

  /** Latin words are whole words with their spaces; all others stand in a text without any. */
  private static Pattern pattern(String word) {
    StringBuilder pattern = new StringBuilder();
    for (String part : plain(word).split("(?<=〔数〕)|(?=〔数〕)", -1)) {
      pattern.append(
          part.equals("〔数〕") ? DIGITS : Pattern.quote(latin(word) ? part : packed(part)));
    }
    return latin(word)
        ? Pattern.compile("(?<![a-z])" + pattern + "(?![a-z])")
        : Pattern.compile(pattern.toString());
  }

  private static boolean latin(String word) {
    return word.replace("〔数〕", "").codePoints().noneMatch(c -> c > 0x2ff);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }

  /** Without anything that could be put between the characters to hide a word. */
  private static String packed(String text) {
    return text.replaceAll("(?<![0-9])[-~]|[-~](?![0-9])|[^\\p{L}\\p{Nd}〔〕~-]", "");
  }

  /** The grounds, for whoever writes a vacancy or edits the list. */
  public List<Ground> grounds() {
    return file.get();
  }

  /** Everything in some texts that must not stand there; the fields by name. */
  public List<Found> found(Map<String, String> texts) {
    List<Found> found = new ArrayList<>();
    for (Ground ground : file.get()) {
      texts.forEach(
          (field, text) -> {
            String spaced = plain(text);
            look(ground, field, spaced, true, found);
            look(ground, field, packed(spaced), false, found);
          });
    }
    return found;
  }

  /** Each of the two readings of a text is asked for the words that are written that way. */
  private static void look(
      Ground ground, String field, String text, boolean spaced, List<Found> found) {
    List<MatchResult> passes = new ArrayList<>();
    ground.allowed().forEach(pattern -> pattern.matcher(text).results().forEach(passes::add));
    List<int[]> taken = new ArrayList<>();
    for (int i = 0; i < ground.forbidden().size(); i++) {
      if (latin(ground.words().get(i)) != spaced) {
        continue;
      }
      Matcher matcher = ground.forbidden().get(i).matcher(text);
      while (matcher.find()) {
        int from = matcher.start();
        int to = matcher.end();
        boolean passed = passes.stream().anyMatch(p -> p.start() <= from && to <= p.end());
        boolean told = taken.stream().anyMatch(t -> t[0] <= from && to <= t[1]);
        if (!passed && !told) {
          taken.add(new int[] {from, to});
          found.add(new Found(field, matcher.group(), ground));
        }
      }
    }
  }

  /**
   * Lets only texts pass in which nothing of it stands.
   *
   * @throws Invalid with the words, why, and what to write instead, at each field
   */
  public void check(Map<String, String> texts) {
    List<Invalid.Fault> faults =
        found(texts).stream()
            .map(f -> new Invalid.Fault("/" + f.field(), f.what(), f.ground().instead()))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
