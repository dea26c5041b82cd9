package huice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.engine.Ask;
import huice.model.Assessment;
import huice.model.IdentityNumber;
import huice.model.Result;
import huice.policy.CaseReader;
import huice.policy.Trees;
import huice.twin.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final int PEOPLE = 400;

  private final Population population = new Population(7, DAY, 0, 2000);

  @Test
  void theSameSeedGivesTheSamePeople() {
    Population again = new Population(7, DAY, 0, 2000);
    Population other = new Population(8, DAY, 0, 2000);

    assertThat(again.pair(41)).isEqualTo(population.pair(41));
    assertThat(again.organisation(3)).isEqualTo(population.organisation(3));
    assertThat(other.pair(41)).isNotEqualTo(population.pair(41));
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path folder) throws IOException {
    PopulationFiles.write(new Population(3, DAY, 0, 1001), folder.resolve("a"), done -> {});
    PopulationFiles.write(new Population(3, DAY, 0, 1001), folder.resolve("b"), done -> {});
    PopulationFiles.write(new Population(4, DAY, 0, 1001), folder.resolve("c"), done -> {});

    for (String file : List.of("people.jsonl", "organisations.jsonl")) {
      byte[] bytes = Files.readAllBytes(folder.resolve("a").resolve(file));
      assertThat(bytes).isEqualTo(Files.readAllBytes(folder.resolve("b").resolve(file)));
      assertThat(bytes).isNotEqualTo(Files.readAllBytes(folder.resolve("c").resolve(file)));
    }
  }

  @Test
  void everythingDrawnIsInTheDictionary() throws JsonProcessingException {
    for (Synthetic person : people(PEOPLE)) {
      assertThat(read("worker", person).faults()).isEmpty();
    }
    for (int i = 0; i < population.organisations(); i++) {
      Synthetic one = population.organisation(i);
      assertThat(read(one.entity(), one).faults()).isEmpty();
    }
    for (Synthetic other : of(PEOPLE, false)) {
      assertThat(read(other.entity(), other).faults()).isEmpty();
    }
  }

  @Test
  void whatIsLinkedIsThere() {
    Set<UUID> there = new HashSet<>();
    IntStream.range(0, population.organisations())
        .forEach(i -> there.add(population.organisation(i).id()));
    List<Synthetic> all =
        IntStream.range(0, 1000).mapToObj(population::pair).flatMap(List::stream).toList();
    all.forEach(one -> assertThat(there.add(one.id())).isTrue());

    assertThat(all).flatExtracting(one -> one.links().values()).isNotEmpty();
    all.forEach(one -> assertThat(there).containsAll(one.links().values()));
  }

  @Test
  void identityNumbersDiffer() {
    Set<String> numbers = new HashSet<>();
    people(2000).forEach(one -> assertThat(numbers.add(one.number())).isTrue());
    people(2000).forEach(one -> assertThat(IdentityNumber.of(one.number(), DAY)).isPresent());
  }

  @Test
  void someMarryAndSomeShareAHousehold() {
    assertThat(of(2000, false).stream().filter(one -> one.entity().equals("couple")))
        .hasSizeBetween(250, 350);
    assertThat(of(2000, false).stream().filter(one -> one.entity().equals("household")))
        .hasSizeBetween(200, 300);
  }

  private List<Synthetic> people(int count) {
    return of(count, true);
  }

  private List<Synthetic> of(int count, boolean persons) {
    return IntStream.range(0, count / 2)
        .mapToObj(population::pair)
        .flatMap(List::stream)
        .filter(one -> (one.number() != null) == persons)
        .toList();
  }

  @Test
  void everyKindOfAnswerOccurs() throws JsonProcessingException {
    Set<Result> seen = EnumSet.noneOf(Result.class);
    for (Synthetic person : people(PEOPLE)) {
      CaseReader.Read read = read("worker", person);
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
