package huice.casework.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huice.model.Result;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R55: texts are files per language, whole in each, and a place for those to come. */
class LetterTextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/letters");
  private static final Pattern SLOT = Pattern.compile("\\{[a-z]+}");

  private static List<Path> languages() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(Files::isDirectory)
          .filter(folder -> Files.exists(folder.resolve("letter.properties")))
          .sorted()
          .toList();
    }
  }

  private static Properties words(Path language) throws IOException {
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(language.resolve("letter.properties"))) {
      words.load(in);
    }
    return words;
  }

  @Test
  void r55EveryLanguageHasTheSameSentencesWithTheSameSlots() throws IOException {
    Properties first = words(FOLDER.resolve("zh"));
    assertThat(languages()).hasSizeGreaterThanOrEqualTo(2);
    for (Path language : languages()) {
      Properties words = words(language);
      assertThat(words.stringPropertyNames())
          .as(language.toString())
          .isEqualTo(first.stringPropertyNames());
      for (String key : first.stringPropertyNames()) {
        assertThat(slots(words.getProperty(key)))
            .as(language + " " + key)
            .isEqualTo(slots(first.getProperty(key)));
      }
    }
  }

  private static Set<String> slots(String sentence) {
    Set<String> slots = new TreeSet<>();
    Matcher slot = SLOT.matcher(sentence);
    while (slot.find()) {
      slots.add(slot.group());
    }
    return slots;
  }

  @Test
  void r55AUyghurLetterIsNotMadeUp() throws IOException {
    assertThat(languages()).noneMatch(folder -> folder.endsWith("ug"));
    assertThat(LetterTexts.of("ug").code()).isEqualTo("zh");
    assertThat(LetterTexts.of("../zh").code()).isEqualTo("zh");
  }

  @Test
  void everyResultHasItsWords() {
    for (String language : List.of("zh", "en")) {
      LetterTexts words = LetterTexts.of(language);
      for (Result result : Result.values()) {
        assertThat(words.say("result." + result)).isNotBlank().doesNotContain(result.name());
        assertThat(words.say("short." + result)).isNotBlank();
      }
      for (LetterKind kind : LetterKind.values()) {
        assertThat(words.say("title." + kind)).isNotBlank();
      }
    }
  }

  @Test
  void daysAndSumsAreWrittenAsTheLanguageDoes() {
    LocalDate day = LocalDate.of(2024, 9, 2);
    assertThat(LetterTexts.of("zh").date(day)).isEqualTo("2024年9月2日");
    assertThat(LetterTexts.of("en").date(day)).isEqualTo("2 September 2024");
    assertThat(LetterTexts.of("zh").money(new BigDecimal("1234567.50")))
        .isEqualTo("1,234,567.50 元");
  }

  @Test
  void aSlotWithoutAValueIsAMistakeAndNotAnEmptyPlace() {
    LetterTexts words = LetterTexts.of("zh");
    assertThatThrownBy(() -> words.say("comment.days")).hasMessageContaining("{days}");
    assertThatThrownBy(() -> words.say("no.such")).hasMessageContaining("no.such");
    assertThat(words.say("comment.days", "days", "$1\\{days}")).contains("$1\\{days}");
  }
}
