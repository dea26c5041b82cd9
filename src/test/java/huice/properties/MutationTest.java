package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.Compilation;
import huice.engine.Engine;
import huice.model.Case;
import huice.model.Release;
import huice.model.RuleText;
import huice.policy.Packs;
import huice.twin.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken files of every kind: none makes the program throw, hang or run code. */
class MutationTest {
  private static final int MUTANTS = Integer.getInteger("mutants", 10_000);
  private static final int FOLDERS = Integer.getInteger("mutants", 10_000) / 40;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** The shipped rules as restricted DRL. */
  private static List<RuleText> drl() {
    List<RuleText> texts = new ArrayList<>();
    for (RuleText rule : Shipped.release().rules()) {
      texts.add(
          new RuleText(
              rule.pack(),
              rule.scheme(),
              RuleText.Form.DRL,
              rule.file().replace(".dslr", ".drl"),
              Shipped.compiled().drl(rule.scheme()).lines().toList()));
    }
    return texts;
  }

  @Test
  void no_mutated_rule_file_throws_hangs_or_goes_unevaluated() {
    List<RuleText> drl = drl();
    long compiled =
        IntStream.range(0, MUTANTS)
            .parallel()
            .filter(i -> compiles(new Mutants(i).mutant(i, drl), i))
            .count();
    assertThat(compiled).as("some mutants still compile, some do not").isBetween(1L, MUTANTS - 1L);
  }

  private static boolean compiles(Release mutant, int i) {
    long start = System.nanoTime();
    Compilation compilation = Engine.compile(mutant);
    boolean any = !compilation.release().schemes().isEmpty();
    if (any && i % 10 == 0) {
      Case asked = Cases.partial(i);
      assertThat(compilation.release().assess(asked, new Ask(Set.of(), true, false))).isNotNull();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as("mutant " + i).isLessThan(LIMIT);
    return any;
  }

  @TempDir Path folder;

  @Test
  void no_folder_with_mangled_bytes_throws_or_hangs() throws IOException {
    Random random = new Random(42);
    Mutants mutants = new Mutants(42);
    List<Path> files = new ArrayList<>();
    for (String part : List.of("policies", "rules", "test-cases")) {
      copy(Path.of(part), folder.resolve(part), files);
    }
    for (int i = 0; i < FOLDERS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] right = Files.readAllBytes(file);
      Files.write(file, mutants.mangled(right));
      String as = "mutant " + i + " of " + folder.relativize(file);
      Assertions.assertTimeout(LIMIT, () -> Packs.load(folder), as);
      Files.write(file, right);
    }
  }

  private static void copy(Path from, Path to, List<Path> copied) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
          copied.add(target);
        }
      }
    }
  }
}
