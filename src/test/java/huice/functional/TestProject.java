package huice.functional;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A copy of the shipped packs that tests may write to; the service under test follows it as under
 * {@code start --dev}.
 */
public final class TestProject implements QuarkusTestResourceLifecycleManager {
  private static final Path ROOT = Path.of("target", "test-project").toAbsolutePath();

  @Override
  public Map<String, String> start() {
    try {
      copy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("huice.root", ROOT.toString(), "huice.dev", "true");
  }

  @Override
  public void stop() {
    // left for looking at after a failed test; the next start clears it
  }

  static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a file at once, as editors do. */
  static void write(String file, String text) {
    try {
      Path target = ROOT.resolve(file);
      Path half = Files.writeString(ROOT.resolve("half-written"), text);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a file while something is done, and puts it back. */
  static void with(String file, UnaryOperator<String> change, Runnable doing) {
    String before = read(file);
    write(file, change.apply(before));
    try {
      doing.run();
    } finally {
      write(file, before);
    }
  }

  private static void copy() throws IOException {
    if (Files.exists(ROOT)) {
      try (Stream<Path> old = Files.walk(ROOT)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (String folder : List.of("policies", "rules", "test-cases", "services")) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path : paths.toList()) {
          Path target = ROOT.resolve(path.toString());
          if (Files.isDirectory(path)) {
            Files.createDirectories(target);
          } else {
            Files.copy(path, target);
          }
        }
      }
    }
  }
}
