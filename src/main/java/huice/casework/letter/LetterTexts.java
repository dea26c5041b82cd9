package huice.casework.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of letters in one language, from the file of that language (R55). A sentence's {@code
 * {…}} are filled in by name. Immutable.
 */
public final class LetterTexts {
  /** What every letter can be written in. */
  public static final String FIRST = "zh";

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  private final String code;
  private final Properties words;
  private final Locale locale;
  private final DateTimeFormatter dates;

  private LetterTexts(String code, Properties words) {
    this.code = code;
    this.words = words;
    this.locale = Locale.forLanguageTag(say("lang"));
    this.dates = DateTimeFormatter.ofPattern(say("date.pattern"), locale);
  }

  /** The words of a language; of the first one where its file is not there yet. */
  public static LetterTexts of(String language) {
    return language.matches("[a-z]{2,3}") && there(language) ? read(language) : read(FIRST);
  }

  private static String file(String language) {
    return "/letters/" + language + "/letter.properties";
  }

  private static boolean there(String language) {
    return LetterTexts.class.getResource(file(language)) != null;
  }

  private static LetterTexts read(String language) {
    Properties words = new Properties();
    try (InputStream in = LetterTexts.class.getResourceAsStream(file(language))) {
      if (in == null) {
        throw new IllegalStateException("no words of letters: " + language);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LetterTexts(language, words);
  }

  /** The code of the folder. */
  public String code() {
    return code;
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  /**
   * A sentence, with names and values by turns for its slots.
   *
   * @throws IllegalArgumentException when there is no such sentence, or a slot has no value
   */
  String say(String key, Object... slots) {
    String sentence = words.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no words of letters in " + code + ": " + key);
    }
    return SLOT.matcher(sentence)
        .replaceAll(slot -> Matcher.quoteReplacement(value(key, slot.group(1), slots)));
  }

  private static String value(String key, String slot, Object... slots) {
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i].equals(slot)) {
        return slots[i + 1].toString();
      }
    }
    throw new IllegalArgumentException("nothing for {" + slot + "} in " + key);
  }

  String date(LocalDate day) {
    return dates.format(day);
  }

  /** Yuan, grouped by thousands. */
  String money(BigDecimal yuan) {
    String amount =
        new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan);
    return say("money", "amount", amount);
  }
}
