package huice.policy;

import huice.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All files of a release in memory, sorted by path, and what is wrong with them as files.
 * Immutable; safe to share between threads.
 */
public final class ReleaseFiles {
  /** The first day a zip can name, without a time zone, so that equal files make equal bytes. */
  private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final List<SourceFile> files;
  private final List<Problem> problems;
  private final String digest;

  ReleaseFiles(List<SourceFile> files, List<Problem> problems) {
    this.files = List.copyOf(files);
    this.problems = List.copyOf(problems);
    this.digest = SourceFiles.digest(files);
  }

  /** The files under a project's folder; what cannot be read is among the problems. */
  public static ReleaseFiles under(Path root) {
    Problems problems = Problems.empty();
    return new ReleaseFiles(SourceFiles.under(root, problems), problems.all());
  }

  /**
   * The files in a zip that anybody may have made; entries that are no file of a release, and more
   * than a release may hold, are among the problems, and the rest is as far as it was read.
   */
  public static ReleaseFiles unzip(byte[] zip) {
    return Unzipping.of(zip);
  }

  /** Names every byte of every file (SHA-256, hex). */
  public String digest() {
    return digest;
  }

  /** What is wrong with the files before any is looked into. */
  public List<Problem> problems() {
    return problems;
  }

  List<SourceFile> files() {
    return files;
  }

  /**
   * The files as one zip that {@link #unzip} reads back; the same files make the same bytes.
   *
   * @throws IllegalStateException when a file could not be read
   */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (SourceFile file : files) {
        if (!file.read()) {
          throw new IllegalStateException(file.path() + " could not be read");
        }
        ZipEntry entry = new ZipEntry(file.path());
        entry.setTimeLocal(STAMP);
        zip.putNextEntry(entry);
        zip.write(file.bytes());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
