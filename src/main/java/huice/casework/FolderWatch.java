package huice.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a file under some folders changed and has come to rest. What counts is a stamp of
 * every file, looked at every second; the system's notifications only make it look sooner, so a
 * network folder, a lost notification or a system without them costs a second and nothing else.
 */
final class FolderWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(200);

  /** A folder that never rests is read all the same after so many looks. */
  private static final int MOST_LOOKS = 5;

  private final List<Path> folders;
  private final @Nullable WatchService notifications;
  private Map<Path, Stamp> seen;

  /** What changes about a file that is written to or replaced. */
  private record Stamp(long modified, long size, @Nullable Object key) {}

  FolderWatch(List<Path> folders) {
    this.folders = List.copyOf(folders);
    this.notifications = open();
    this.seen = stamps();
  }

  private @Nullable WatchService open() {
    try {
      return folders.get(0).getFileSystem().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  /** Waits until something changed and the files have come to rest. */
  void awaitChange() throws InterruptedException {
    Map<Path, Stamp> next = stamps();
    while (next.equals(seen)) {
      pause();
      next = stamps();
    }
    for (int look = 0; look < MOST_LOOKS; look++) {
      Thread.sleep(REST.toMillis());
      Map<Path, Stamp> later = stamps();
      if (later.equals(next)) {
        break;
      }
      next = later;
    }
    seen = next;
  }

  private void pause() throws InterruptedException {
    if (notifications == null) {
      Thread.sleep(LOOK.toMillis());
      return;
    }
    try {
      WatchKey key = notifications.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = notifications.poll();
      }
    } catch (ClosedWatchServiceException e) {
      throw new InterruptedException("closed");
    }
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path folder : folders) {
      try {
        Files.walkFileTree(folder, new Look(stamps));
      } catch (IOException e) {
        // gone while looking: what was seen differs from the next look
      }
    }
    return stamps;
  }

  @Override
  public void close() {
    if (notifications == null) {
      return;
    }
    try {
      notifications.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Look extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> stamps;

    private Look(Map<Path, Stamp> stamps) {
      this.stamps = stamps;
    }

    /** Registering a folder again changes nothing. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (notifications != null) {
        try {
          folder.register(
              notifications,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
          // no notification for this folder: looking finds its changes
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      stamps.put(
          file,
          new Stamp(
              attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
              attributes.size(),
              attributes.fileKey()));
      return FileVisitResult.CONTINUE;
    }

    /** Gone between listing and looking: the next look tells. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
