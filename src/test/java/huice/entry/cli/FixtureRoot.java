package huice.entry.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the small root under {@code fixtures/lamps}, worked on through the command line. */
final class FixtureRoot {
  private static final Path LAMPS = Path.of("src/test/resources/fixtures/lamps");

  private final Path root;

  /** What a command said, and its exit code. */
  record Run(int code, String out, String err) {}

  FixtureRoot(Path root) throws IOException {
    this.root = root;
    try (Stream<Path> files = Files.walk(LAMPS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(LAMPS.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Runs one command on this root, unless it names another. */
  Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--root")) {
      all.addAll(List.of("--root", root.toString()));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}
