package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One planted mistake a folder under {@code mistakes/}: files laid over a sound root, and in {@code
 * expected.txt} where the check finds it ({@code file:line}, without a line for a whole file) and a
 * word of what it says. {@code without FILE} takes a file away; {@code notice} and {@code sound}
 * say that nothing fails.
 */
class MistakesTest {
  private static final Path MISTAKES = Path.of("src/test/resources/mistakes");

  @TempDir Path root;

  static Stream<String> mistakes() throws IOException {
    try (Stream<Path> folders = Files.list(MISTAKES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aPlantedMistakeIsFoundInItsFileAndOnItsLine(String mistake) throws IOException {
    FixtureRoot fixture = new FixtureRoot(root);
    List<String> problems = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (String line : Files.readAllLines(MISTAKES.resolve(mistake).resolve("expected.txt"))) {
      if (line.startsWith("without ")) {
        Files.delete(root.resolve(line.substring("without ".length())));
      } else if (line.startsWith("notice ")) {
        notices.add(line.substring("notice ".length()));
      } else if (!line.equals("sound")) {
        problems.add(line);
      }
    }
    overlay(MISTAKES.resolve(mistake));

    FixtureRoot.Run run = fixture.run("check", "--json");

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(places(json.get("problems")))
        .as(run.out())
        .isEqualTo(new TreeSet<>(problems.stream().map(p -> p.split(" ", 2)[0]).toList()));
    assertSaid(json.get("problems"), problems);
    assertSaid(json.get("notices"), notices);
    assertThat(run.code()).isEqualTo(problems.isEmpty() ? Main.GOOD : Main.PROBLEMS);
  }

  @Test
  void theRootWithoutAMistakeIsSound() throws IOException {
    FixtureRoot.Run run = new FixtureRoot(root).run("check", "--json");

    assertThat(new ObjectMapper().readTree(run.out()).get("problems")).isEmpty();
    assertThat(run.code()).isEqualTo(Main.GOOD);
  }

  @Test
  void aHugeFileIsAProblemAndNoMore() throws IOException {
    FixtureRoot fixture = new FixtureRoot(root);
    Path rule = root.resolve("rules/lamps/oil-allowance.dslr");
    Files.writeString(rule, Files.readString(rule) + "// 灯\n".repeat(1_000_000));

    FixtureRoot.Run run = fixture.run("check");

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).contains("rules/lamps/oil-allowance.dslr: 文件超过 2 MiB");
  }

  private void overlay(Path mistake) throws IOException {
    try (Stream<Path> files = Files.walk(mistake)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().equals("expected.txt")) {
          Path target = root.resolve(mistake.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.write(target, Files.readAllBytes(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static TreeSet<String> places(JsonNode problems) {
    TreeSet<String> places = new TreeSet<>();
    problems.forEach(p -> places.add(place(p)));
    return places;
  }

  private static String place(JsonNode problem) {
    int line = problem.get("line").asInt();
    String file = problem.get("file").asText();
    return line == 0 ? file : file + ":" + line;
  }

  private static void assertSaid(JsonNode found, List<String> expected) {
    for (String line : expected) {
      String[] placeAndWord = line.split(" ", 2);
      assertThat(StreamSupport.stream(found.spliterator(), false))
          .as(line)
          .anyMatch(
              p ->
                  place(p).equals(placeAndWord[0])
                      && p.get("message").asText().contains(placeAndWord[1]));
    }
  }
}
