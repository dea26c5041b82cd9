package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Problem;
import huice.model.Release;
import huice.model.RuleText;
import huice.policy.Packs;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drools.drl.parser.lang.ExpanderException;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultExpander;
import org.junit.jupiter.api.Test;

/**
 * The shipped files are genuine Drools: its own DSL expander makes the same rules of them. The
 * lexer of Drools' DSL files knows no full-width punctuation, so each such sign is exchanged for a
 * letter it knows, in vocabulary and rules alike, and back again.
 */
class DroolsOwnExpanderTest {
  private static final Release RELEASE = Objects.requireNonNull(Packs.load(Path.of("")).release());

  private static final String SIGNS = "，：（）〔〕、“”；。";
  private static final String LETTERS = "〡〢〣〤〥〦〧〨〩〸〹";

  private static String exchanged(String text, String from, String to) {
    StringBuilder result = new StringBuilder();
    for (char c : text.toCharArray()) {
      result.append(from.indexOf(c) < 0 ? c : to.charAt(from.indexOf(c)));
    }
    return result.toString();
  }

  @Test
  void drools_own_expander_makes_the_same_drl_of_every_shipped_rule() throws Exception {
    DSLTokenizedMappingFile mapping = new DSLTokenizedMappingFile();
    String vocabulary =
        String.join(
            "\n", RELEASE.vocabulary().lines().stream().filter(l -> !l.startsWith("#")).toList());
    assertThat(mapping.parseAndLoad(new StringReader(exchanged(vocabulary, SIGNS, LETTERS))))
        .as("%s", mapping.getErrors())
        .isTrue();
    DefaultExpander expander = new DefaultExpander();
    expander.addDSLMapping(mapping.getMapping());
    List<Problem> problems = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    Vocabulary ours = Vocabulary.read(RELEASE.vocabulary(), problems);
    for (RuleText rule : RELEASE.rules()) {
      if (rule.form() == RuleText.Form.SENTENCES) {
        String text =
            rule.lines().stream()
                .filter(l -> !l.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));
        String theirs = exchanged(expander.expand(exchanged(text, SIGNS, LETTERS)), LETTERS, SIGNS);
        assertThat(expander.getErrors())
            .extracting(ExpanderException::getMessage)
            .as(rule.file())
            .isEmpty();
        String expected = Sentences.expand(ours, rule, new Faults(rule.file(), problems)).drl();
        List<String> made = new ArrayList<>(plain(theirs));
        made.removeAll(plain(expected));
        made.forEach(line -> otherwise.add(rule.file() + ": " + line));
        if (made.isEmpty()) {
          assertThat(plain(theirs)).as(rule.file()).isEqualTo(plain(expected));
        }
      }
    }
    assertThat(otherwise).as("lines that Drools' expander makes otherwise").isEmpty();
    assertThat(problems).isEmpty();
  }

  private static List<String> plain(String drl) {
    return drl.lines()
        .map(l -> l.replaceAll("//.*", "").replaceAll("\\s+", " ").strip())
        .filter(l -> !l.isEmpty())
        .toList();
  }
}
