package huice.casework.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Dossiers.Dossier;
import huice.casework.decision.Periods;
import huice.casework.decision.State;
import huice.engine.Ask;
import huice.explain.AssessmentJson;
import huice.explain.KeptOutcome;
import huice.explain.Teller;
import huice.model.Assessment;
import huice.model.Outcome;
import huice.model.TestCase;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import huice.twin.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Letters about outcomes of every shipped scheme, in every language that ships. */
class LettersOfCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UUID ID = new UUID(0, 1);
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final int A_SCHEME = 3;

  private final Fonts fonts = new Fonts(Optional.empty());
  private final Map<String, Text> titles =
      Shipped.compiled().schemes().stream()
          .collect(Collectors.toMap(s -> s.id(), s -> Text.of(s.title(), s.title()), (a, b) -> a));

  @Test
  void r9NoLetterHoldsACodeNameAndEveryCharacterCanBePrinted() throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    for (TestCase test : Shipped.release().cases()) {
      if (seen.merge(test.scheme(), 1, Integer::sum) > A_SCHEME) {
        continue;
      }
      Assessment assessment =
          Shipped.compiled().assess(test.given(), new Ask(Set.of(test.scheme()), true, true));
      for (Outcome made : assessment.outcomes()) {
        look(assessment, made);
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  private void look(Assessment assessment, Outcome made) throws IOException {
    String json =
        new String(
            AssessmentJson.kept(
                new Assessment(assessment.on(), assessment.release(), List.of(made))),
            StandardCharsets.UTF_8);
    for (String language : List.of("zh", "en")) {
      LetterTexts words = LetterTexts.of(language);
      Outcome kept = KeptOutcome.of(JSON.readTree(json));
      String html =
          SheetHtml.of(Composer.compose(material(made, kept, json, words), words, "「项目」"));
      String read = html.replaceAll("(?s)<style>.*?</style>|<[^>]*>", "\n");
      assertThat(read)
          .as(made.scheme())
          // An id of one word may be a word of a letter too.
          .doesNotContain(
              made.scheme().contains("-") ? made.scheme() : ".dslr",
              ".dslr",
              "()",
              "[0]",
              "register:")
          .doesNotContainPattern("[a-z]+_[a-z]+")
          .doesNotContainPattern("\\b(NOT_)?(ELIGIBLE|KEPT|DUE|MET)\\b");
      assertThat(fonts.lacking(html)).as(made.scheme()).isEmpty();
      if (!made.outcome().settled()) {
        assertThat(read).contains(kept.missing().isEmpty() ? "" : say(kept, words));
        continue;
      }
      kept.conditions().stream()
          .filter(c -> c.inTheWay())
          .forEach(c -> assertThat(html).as(made.scheme()).contains(escaped(c.text())));
    }
  }

  private static String say(Outcome kept, LetterTexts words) {
    return Composer.language(words).say(kept.missing().get(0).question());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private Material material(Outcome made, Outcome kept, String json, LetterTexts words) {
    boolean open = !made.outcome().settled();
    ApplicationRow row =
        new ApplicationRow(
            ID,
            ID,
            made.scheme(),
            made.subject(),
            "示范县人社局",
            "counter",
            DAY,
            DAY.plusDays(30),
            null,
            null,
            new BigDecimal("1.00"),
            State.APPLIED.name(),
            1,
            Instant.EPOCH,
            ID);
    DecisionRow decision =
        new DecisionRow(
            ID,
            ID,
            1,
            "proposal",
            made.outcome().name(),
            "adverse",
            !open,
            false,
            !open,
            true,
            false,
            null,
            json,
            "{}",
            DAY,
            null,
            null,
            1,
            "digest",
            "1",
            "1",
            "{}",
            null,
            null,
            null,
            Instant.EPOCH,
            ID);
    return new Material(
        open ? LetterKind.MISSING : LetterKind.DECISION,
        new Dossier(row, view(row), List.of(decision), ID),
        decision,
        new Teller(Shipped.release(), titles, Composer.language(words)).tell(kept),
        null,
        new Material.To("古丽", "6****************1"),
        "李四",
        "王五",
        new Periods(14, 60, 30),
        DAY,
        null);
  }

  private static ApplicationView view(ApplicationRow row) {
    ApplicationView.Brief brief =
        new ApplicationView.Brief(
            row.id(),
            "20240902-1",
            row.record(),
            row.scheme(),
            row.subject(),
            row.office(),
            row.channel(),
            row.appliedOn(),
            row.dueOn(),
            false,
            null,
            null,
            row.claimed(),
            State.ADVERSE,
            State.ADVERSE.label(),
            1);
    return new ApplicationView(
        brief, ID, ID, false, null, null, Text.of("", ""), List.of(), List.of(), List.of());
  }
}
