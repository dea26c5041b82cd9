package huice.functional;

import huice.policy.ReleaseFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Some small packs as they are sent, with one or some files changed. */
final class Rezipped {
  static final Path ROOT = Path.of("src", "test", "resources", "fixtures", "lamps");

  private Rezipped() {}

  private static byte[] packs() {
    return ReleaseFiles.under(ROOT).zip();
  }

  static byte[] with(String file, UnaryOperator<String> change) {
    return with(Map.of(file, change));
  }

  /** Some files changed. */
  static byte[] with(Map<String, UnaryOperator<String>> changes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packs()));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(next.getName()));
        UnaryOperator<String> change = changes.get(next.getName());
        out.write(
            change == null
                ? content
                : change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
