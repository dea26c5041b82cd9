package huice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  private final ExecutorService waiting = Executors.newSingleThreadExecutor();
  @TempDir Path folder;

  @AfterEach
  void end() {
    waiting.shutdownNow();
  }

  private interface Change {
    void make() throws IOException;
  }

  @Test
  void aChangedFileIsNoticed() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "one");
    noticed(folder, () -> Files.writeString(file, "two, longer"));
  }

  @Test
  void aReplacedFileIsNoticed() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "one");
    Path other = Files.writeString(folder.resolve("b"), "two");
    noticed(folder, () -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING));
  }

  @Test
  void aFileInANewFolderIsNoticed() throws Exception {
    noticed(
        folder,
        () ->
            Files.writeString(
                Files.createDirectories(folder.resolve("new/deeper")).resolve("a"), "one"));
  }

  @Test
  void aDeletedFileIsNoticed() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "one");
    noticed(folder, () -> Files.delete(file));
  }

  @Test
  void aFolderThatComesLaterIsNoticed() throws Exception {
    Path later = folder.resolve("later");
    noticed(later, () -> Files.writeString(Files.createDirectory(later).resolve("a"), "one"));
  }

  @Test
  void changesAreNoticedWhereTheSystemSendsNoNotifications() throws Exception {
    Path zip = folder.resolve("packs.zip");
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path root = Files.createDirectory(files.getPath("/rules"));
      Assertions.assertThrows(UnsupportedOperationException.class, files::newWatchService);
      noticed(root, () -> Files.writeString(root.resolve("a"), "one"));
    }
  }

  @Test
  void withoutAChangeItWaits() throws Exception {
    Files.writeString(folder.resolve("a"), "one");
    try (FolderWatch watch = new FolderWatch(List.of(folder))) {
      Future<?> waited = waiting.submit(() -> await(watch));
      Assertions.assertThrows(
          TimeoutException.class, () -> waited.get(1500, TimeUnit.MILLISECONDS));
    }
  }

  private void noticed(Path watched, Change change) throws Exception {
    try (FolderWatch watch = new FolderWatch(List.of(watched))) {
      Future<?> waited = waiting.submit(() -> await(watch));
      change.make();
      waited.get(30, TimeUnit.SECONDS);
      assertThat(waited.isDone()).isTrue();
    }
  }

  private static Void await(FolderWatch watch) throws InterruptedException {
    watch.awaitChange();
    return null;
  }
}
