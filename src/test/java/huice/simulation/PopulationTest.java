package huice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.engine.Ask;
import huice.model.Assessment;
import huice.model.Result;
import huice.policy.CaseReader;
import huice.policy.Trees;
import huice.twin.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final int PEOPLE = 400;

  private final Population population = new Population(7, DAY);

  @Test
  void theSameSeedGivesTheSamePeople() {
    Population again = new Population(7, DAY);
    Population other = new Population(8, DAY);

    assertThat(again.person(41)).isEqualTo(population.person(41));
    assertThat(again.employer(3)).isEqualTo(population.employer(3));
    assertThat(other.person(41)).isNotEqualTo(population.person(41));
  }

  @Test
  void everythingDrawnIsInTheDictionary() throws JsonProcessingException {
    for (int i = 0; i < PEOPLE; i++) {
      assertThat(read("worker", population.person(i)).faults()).isEmpty();
    }
    for (int i = 0; i < 50; i++) {
      assertThat(read("employer", population.employer(i)).faults()).isEmpty();
    }
  }

  @Test
  void identityNumbersDiffer() {
    Set<String> numbers = new HashSet<>();
    IntStream.range(0, 2000).forEach(i -> numbers.add(population.person(i).number()));

    assertThat(numbers).hasSizeGreaterThan(1990);
  }

  @Test
  void someMarry() {
    long couples = IntStream.range(0, 2000).filter(i -> population.couple(i).isPresent()).count();

    assertThat(couples).isBetween(250L, 350L);
  }

  @Test
  void everyKindOfAnswerOccurs() throws JsonProcessingException {
    Set<Result> seen = EnumSet.noneOf(Result.class);
    for (int i = 0; i < PEOPLE; i++) {
      CaseReader.Read read = read("worker", population.person(i));
      Assessment assessment =
          Shipped.compiled()
              .assess(
                  java.util.Objects.requireNonNull(read.given()), new Ask(Set.of(), false, false));
      assessment.outcomes().forEach(outcome -> seen.add(outcome.outcome()));
    }

    assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(Result.NOT_EVALUATED)));
  }

  private static CaseReader.Read read(String root, Synthetic synthetic)
      throws JsonProcessingException {
    String json =
        new ObjectMapper()
            .writeValueAsString(
                Map.of("on", DAY.toString(), "facts", Map.of(root, synthetic.facts())));
    return CaseReader.read(
        Shipped.release().dictionary(), Trees.json(json.getBytes(StandardCharsets.UTF_8)), null);
  }
}
