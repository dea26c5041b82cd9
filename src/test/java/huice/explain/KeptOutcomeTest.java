package huice.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.engine.Ask;
import huice.model.Assessment;
import huice.model.ConditionResult;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.TestCase;
import huice.model.Truth;
import huice.twin.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reads every outcome of the shipped cases back from its JSON. */
class KeptOutcomeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void r11AKeptOutcomeIsReadBackWithAllThatALetterTells() throws IOException {
    int read = 0;
    for (TestCase test : Shipped.release().cases()) {
      Assessment assessment =
          Shipped.compiled().assess(test.given(), new Ask(Set.of(test.scheme()), true, true));
      for (Outcome made : assessment.outcomes()) {
        same(kept(assessment, made, 1), made, test.scheme());
        same(kept(assessment, made, 2), made, test.scheme());
        exact(kept(assessment, made, 2), made, test.scheme());
        read++;
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  private static Outcome kept(Assessment assessment, Outcome made, int form) throws IOException {
    Assessment alone = new Assessment(assessment.on(), assessment.release(), List.of(made));
    byte[] bytes = AssessmentJson.kept(alone, form);
    assertThat(AssessmentJson.form(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(form);
    if (form == 1) {
      assertThat(bytes).as("as decisions were kept before").isEqualTo(AssessmentJson.bytes(alone));
    }
    JsonNode tree = JSON.readTree(bytes);
    return KeptOutcome.of(tree);
  }

  /** The newest form says which conditions were set aside, so that reasons name no others. */
  private static void exact(Outcome kept, Outcome made, String scheme) {
    assertThat(kept.conditions())
        .as(scheme)
        .extracting(ConditionResult::aside)
        .isEqualTo(made.conditions().stream().map(ConditionResult::aside).toList());
    assertThat(kept.conditions())
        .as(scheme)
        .extracting(ConditionResult::inTheWay)
        .isEqualTo(made.conditions().stream().map(ConditionResult::inTheWay).toList());
  }

  @Test
  void r9ARefusalNamesNoUnmetAlternativeThatIsNotInItsWay() throws IOException {
    int named = 0;
    for (TestCase test : Shipped.release().cases()) {
      Assessment assessment =
          Shipped.compiled().assess(test.given(), new Ask(Set.of(test.scheme()), true, true));
      for (Outcome made : assessment.outcomes()) {
        boolean aside =
            made.conditions().stream().anyMatch(c -> c.aside() && c.result() == Truth.NOT_MET);
        if (made.outcome().adverse() && aside) {
          named++;
          assertThat(kept(assessment, made, 2).conditions())
              .as(test.scheme() + " " + test.name())
              .filteredOn(c -> c.inTheWay())
              .extracting(ConditionResult::id)
              .isEqualTo(
                  made.conditions().stream()
                      .filter(ConditionResult::inTheWay)
                      .map(ConditionResult::id)
                      .toList());
        }
      }
    }
    assertThat(named).isPositive();
  }

  private static void same(Outcome kept, Outcome made, String scheme) {
    assertThat(kept.outcome()).as(scheme).isEqualTo(made.outcome());
    assertThat(kept.kind()).isEqualTo(made.kind());
    assertThat(kept.title().zh()).isEqualTo(made.title().zh());
    assertThat(kept.amount()).as(scheme).usingRecursiveComparison().isEqualTo(made.amount());
    assertThat(kept.missing())
        .extracting(m -> m.question().zh())
        .isEqualTo(made.missing().stream().map(m -> m.question().zh()).toList());
    assertThat(kept.givenUp()).hasSameSizeAs(made.givenUp());
    assertThat(kept.unsettled()).isEqualTo(made.unsettled());
    assertThat(kept.possibleFrom()).isEqualTo(made.possibleFrom());
    assertThat(kept.months()).hasSameSizeAs(made.months());
    conditions(kept.conditions(), made.conditions(), scheme);
    for (int i = 0; i < made.months().size(); i++) {
      MonthLine month = made.months().get(i);
      assertThat(kept.months().get(i).outcome()).isEqualTo(month.outcome());
      conditions(kept.months().get(i).conditions(), month.conditions(), scheme);
    }
  }

  private static void conditions(
      List<ConditionResult> kept, List<ConditionResult> made, String scheme) {
    assertThat(kept).hasSameSizeAs(made);
    for (int i = 0; i < made.size(); i++) {
      ConditionResult was = made.get(i);
      ConditionResult is = kept.get(i);
      assertThat(is.text()).as(scheme).isEqualTo(was.text());
      assertThat(is.result()).isEqualTo(was.result());
      assertThat(is.clause()).isEqualTo(was.clause());
      assertThat(is.unless()).isEqualTo(was.unless());
      if (was.inTheWay() && was.result() != Truth.UNKNOWN) {
        assertThat(is.aside() || is.inTheWay()).isTrue();
      }
      assertThat(recorded(is)).as(scheme + " " + was.id()).isEqualTo(recorded(was));
      assertThat(is.parameters().stream().map(p -> p.name()).distinct().sorted().toList())
          .as(scheme + " " + was.id())
          .isEqualTo(was.parameters().stream().map(p -> p.name()).distinct().sorted().toList());
    }
  }

  private static List<String> recorded(ConditionResult condition) {
    return condition.values().stream()
        .filter(seen -> seen.of().indexOf('(') < 0)
        .map(
            seen ->
                seen.of()
                    + " "
                    + seen.label().zh()
                    + " "
                    + seen.value()
                    + " "
                    + seen.source()
                    + " "
                    + seen.obtained()
                    + " "
                    + seen.flags())
        .toList();
  }
}
