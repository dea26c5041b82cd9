package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds and reads the officers' files under a folder. Links that lead out of it, things that are no
 * files and files beyond the limits are problems; lock files and editors' backups are passed over.
 */
final class SourceFiles {
  static final int LARGEST_TABLE = 20 * 1024 * 1024;

  private static final int LARGEST_RELEASE = 256 * 1024 * 1024;
  private static final int DEEPEST = 6;
  private static final int MOST = 20_000;
  static final List<String> FOLDERS = List.of("policies", "rules", "test-cases");

  private final Path root;
  private final Problems problems;
  private final List<SourceFile> found = new ArrayList<>();
  private long total;

  private SourceFiles(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** All files below the three folders, sorted by path. */
  static List<SourceFile> under(Path root, Problems problems) {
    Path real;
    try {
      real = root.toRealPath();
    } catch (IOException e) {
      problems.in(".").add(0, unreadable(), Text.of("请检查路径", "check the path"));
      return List.of();
    }
    SourceFiles files = new SourceFiles(real, problems);
    for (String folder : FOLDERS) {
      if (Files.isDirectory(real.resolve(folder))) {
        files.folder(real.resolve(folder), folder, 1);
      } else {
        problems
            .in(folder)
            .add(
                0,
                say("没有 %s 文件夹", "there is no folder %s", folder),
                Text.of("请在项目文件夹里运行", "run this in the project's folder"));
      }
    }
    files.found.sort(Comparator.comparing(SourceFile::path));
    return files.found;
  }

  /** SHA-256 over the sorted paths and bytes. */
  static String digest(List<SourceFile> files) {
    MessageDigest sha = sha256();
    for (SourceFile file : files) {
      sha.update(file.path().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(sha256().digest(file.bytes()));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void folder(Path folder, String path, int depth) {
    if (depth > DEEPEST) {
      problems
          .in(path)
          .add(
              0, Text.of("文件夹嵌套太深", "folders are nested too deep"), Text.of("请放浅一些", "move it up"));
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (!passedOver(name) && found.size() < MOST) {
          child(child, path + "/" + name.replaceAll("\\p{C}", "?"), depth);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      problems.in(path).add(0, unreadable(), Text.of("请检查权限", "check its permissions"));
    }
  }

  private void child(Path child, String path, int depth) throws IOException {
    Path target = child;
    if (Files.isSymbolicLink(child)) {
      if (!Files.exists(child)) {
        problems
            .in(path)
            .add(
                0,
                Text.of("链接指向的文件不存在", "the link leads nowhere"),
                Text.of("请放入文件本身", "put the file itself here"));
        return;
      }
      target = child.toRealPath();
      if (!target.startsWith(root) || Files.isDirectory(target)) {
        problems
            .in(path)
            .add(
                0,
                Text.of("链接指向项目之外或一个文件夹", "the link leads out of the project or to a folder"),
                Text.of("请放入文件本身", "put the file itself here"));
        return;
      }
    }
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      folder(target, path, depth + 1);
    } else if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      read(target, path);
    } else {
      problems
          .in(path)
          .add(0, Text.of("这不是普通文件", "this is not a plain file"), Text.of("请删去", "delete it"));
    }
  }

  private void read(Path file, String path) {
    int limit = path.endsWith(".xlsx") ? LARGEST_TABLE : Trees.LIMIT;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      total += bytes.length;
      if (bytes.length <= limit && total <= LARGEST_RELEASE) {
        found.add(new SourceFile(path, bytes, true));
        return;
      }
      int largest = bytes.length > limit ? limit : LARGEST_RELEASE;
      problems
          .in(path)
          .add(
              0,
              say("文件超过 %d MiB", "the files are larger than %d MiB", largest / 1024 / 1024),
              Text.of("请拆成几个文件", "split it into several files"));
    } catch (IOException e) {
      problems.in(path).add(0, unreadable(), Text.of("请检查权限", "check its permissions"));
    }
    found.add(new SourceFile(path, new byte[0], false));
  }

  /** Lock files, hidden files and what editors leave behind. */
  static boolean passedOver(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.startsWith("#")
        || name.endsWith("~")
        || name.endsWith(".swp")
        || name.endsWith(".swo")
        || name.endsWith(".tmp")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  private static Text unreadable() {
    return Text.of("读不了", "it cannot be read");
  }
}
