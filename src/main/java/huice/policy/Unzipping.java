package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a zip from outside into memory and nowhere else, by its entries and never by what they say
 * of their size. It stops at the first thing that only a mistake or an attack puts there.
 */
final class Unzipping {
  /** Far above what a county's packs come to, and little enough to hold while it is checked. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final int MOST = 20_000;
  private static final int DEEPEST = 7;
  private static final int LONGEST_PATH = 400;

  private final Problems problems = Problems.empty();
  private final List<SourceFile> found = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private long total;

  private Unzipping() {}

  static ReleaseFiles of(byte[] zip) {
    Unzipping unzipping = new Unzipping();
    unzipping.read(zip);
    unzipping.found.sort(Comparator.comparing(SourceFile::path));
    return new ReleaseFiles(unzipping.found, unzipping.problems.all());
  }

  private void read(byte[] zip) {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      boolean sound = true;
      for (ZipEntry next = in.getNextEntry(); sound && next != null; next = in.getNextEntry()) {
        sound = next.isDirectory() ? empty(in) : entry(next.getName(), in);
      }
      if (found.isEmpty() && sound) {
        refuse(Text.of("压缩包里没有文件", "the zip holds no files"));
      }
    } catch (IOException | IllegalArgumentException broken) {
      refuse(Text.of("不是完好的 zip 压缩包", "this is no sound zip"));
    }
  }

  /** A folder holds no bytes, or passing over it would unpack them all. */
  private boolean empty(ZipInputStream in) throws IOException {
    if (in.read() < 0) {
      return true;
    }
    refuse(Text.of("压缩包里的文件夹带有内容", "a folder in the zip has content"));
    return false;
  }

  /** Whether to go on. */
  private boolean entry(String name, ZipInputStream in) throws IOException {
    if (!allowed(name)) {
      refuse(
          say("压缩包里的「%s」不是发布的文件", "the zip's entry \"%s\" is no file of a release", shown(name)));
      return false;
    }
    if (!paths.add(name) || paths.size() > MOST) {
      refuse(Text.of("压缩包里的文件重名或太多", "the zip holds a file twice, or too many"));
      return false;
    }
    int limit = name.endsWith(".xlsx") ? SourceFiles.LARGEST_TABLE : Trees.LIMIT;
    byte[] bytes = in.readNBytes(limit + 1);
    total += bytes.length;
    if (bytes.length > limit || total > LARGEST) {
      refuse(
          say(
              "压缩包里的文件展开后超过 %d MiB",
              "the zip's files are larger than %d MiB",
              (bytes.length > limit ? limit : LARGEST) / 1024 / 1024));
      return false;
    }
    found.add(new SourceFile(name, bytes, true));
    return true;
  }

  /** Below one of the three folders, without a step up, aside or to where links might lead. */
  private static boolean allowed(String name) {
    if (name.length() > LONGEST_PATH || name.contains("\\") || name.matches(".*\\p{C}.*")) {
      return false;
    }
    List<String> parts = List.of(name.split("/", -1));
    return parts.size() > 1
        && parts.size() <= DEEPEST
        && SourceFiles.FOLDERS.contains(parts.get(0))
        && parts.stream().noneMatch(part -> part.isEmpty() || SourceFiles.passedOver(part));
  }

  private static String shown(String name) {
    return Words.shown(name.length() > LONGEST_PATH ? name.substring(0, LONGEST_PATH) : name);
  }

  private void refuse(Text what) {
    problems
        .in(".")
        .add(
            0,
            what,
            Text.of("请用 ./huice release propose 发送", "send it by ./huice release propose"));
  }
}
