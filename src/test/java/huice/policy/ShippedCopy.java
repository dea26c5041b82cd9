package huice.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the shipped packs, to be changed. */
final class ShippedCopy {
  private static final List<String> FOLDERS = List.of("policies", "rules", "test-cases");

  private ShippedCopy() {}

  static Path into(Path root) throws IOException {
    for (String folder : FOLDERS) {
      for (Path file : files(Path.of(folder))) {
        Path target = root.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return root;
  }

  static List<String> packs() {
    try (Stream<Path> folders = Files.list(Path.of("policies"))) {
      return folders
          .map(f -> f.getFileName().toString())
          .filter(f -> !f.equals("facts"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below the three folders with its text, byte for byte. */
  static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String folder : FOLDERS) {
      for (Path file : files(root.resolve(folder))) {
        texts.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
