package huice.casework.run;

import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.policy.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The shipped release, one whose rules are the same, and two with other rules. */
final class Variants {
  private static final String PARAMETERS = "policies/employment-subsidies/parameters/";

  private Variants() {}

  static List<CompiledRelease> of(Releases releases, Path folder) {
    List<CompiledRelease> all = new ArrayList<>();
    all.add(variant(releases, folder.resolve("a"), "policies/facts/couple.yaml", "\n# a note\n"));
    all.add(variant(releases, folder.resolve("b"), PARAMETERS + "graduate-years.yaml", null));
    all.add(variant(releases, folder.resolve("c"), PARAMETERS + "insurance-months.yaml", null));
    return all;
  }

  private static CompiledRelease variant(
      Releases releases, Path root, String file, @org.jspecify.annotations.Nullable String more) {
    try {
      for (String top : List.of("policies", "rules", "test-cases")) {
        copy(Path.of(top), root);
      }
      Path target = root.resolve(file);
      String text = Files.readString(target);
      Files.writeString(
          target, more == null ? text.replaceAll("value: \\d+", "value: 5") : text + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    releases.store(root);
    return Objects.requireNonNull(
        Engine.compile(Objects.requireNonNull(Packs.load(root).release())).release());
  }

  private static void copy(Path from, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
