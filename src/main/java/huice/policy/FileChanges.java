package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes files below a folder: all of them beside the old ones first, then each in one move. */
final class FileChanges {
  private final Path root;
  private final Problems problems;
  private final Map<Path, Path> written = new LinkedHashMap<>();

  private FileChanges(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** New bytes by path, null deletes. Whether all went well; what did not is a problem. */
  static boolean apply(Path root, Map<String, byte @Nullable []> changes, Problems problems) {
    return new FileChanges(root, problems).apply(changes);
  }

  private boolean apply(Map<String, byte @Nullable []> changes) {
    boolean good = true;
    for (Map.Entry<String, byte @Nullable []> change : changes.entrySet()) {
      byte[] bytes = change.getValue();
      good = good && (bytes == null || beside(change.getKey(), bytes));
    }
    for (Map.Entry<Path, Path> file : written.entrySet()) {
      good = good ? moved(file.getKey(), file.getValue()) : discarded(file.getKey());
    }
    for (Map.Entry<String, byte @Nullable []> change : changes.entrySet()) {
      good = good && (change.getValue() != null || deleted(change.getKey()));
    }
    return good;
  }

  private boolean beside(String path, byte[] bytes) {
    try {
      Path target = root.resolve(path);
      target = Files.exists(target) ? target.toRealPath() : target;
      Files.createDirectories(target.getParent());
      // hidden, so that nobody who reads the folder meanwhile takes it for a file of the pack
      Path temporary = target.resolveSibling("." + target.getFileName() + ".new");
      written.put(temporary, target);
      Files.write(temporary, bytes);
      return true;
    } catch (IOException e) {
      return unwritable(path);
    }
  }

  private boolean moved(Path temporary, Path target) {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      discarded(temporary);
      return unwritable(root.relativize(target).toString());
    }
  }

  private boolean deleted(String path) {
    try {
      Files.deleteIfExists(root.resolve(path));
      return true;
    } catch (IOException e) {
      return unwritable(path);
    }
  }

  private boolean discarded(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      problems
          .in(temporary.toString())
          .notice(0, Text.of("删不掉", "it cannot be deleted"), Text.of("请删去", "delete it"));
    }
    return false;
  }

  private boolean unwritable(String path) {
    problems
        .in(path)
        .add(
            0,
            say("写不了", "it cannot be written"),
            Text.of("请检查权限和磁盘空间", "check its permissions and the space on the disk"));
    return false;
  }
}
