package huice.entry.cli;

import huice.policy.ReleaseFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An earlier state of the packs: a folder, or a revision of the repository in which the folder
 * lies, read without touching the files that are there.
 */
final class BaseFiles {
  private static final List<String> FOLDERS = List.of("policies", "rules", "test-cases");
  private static final int LARGEST = 64 * 1024 * 1024;

  private final CommonOptions common;
  private final Path folder;

  BaseFiles(CommonOptions common, Path folder) {
    this.common = common;
    this.folder = folder;
  }

  /** What git answered; {@code code} 0 when it did what it was asked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Said(int code, byte[] out) {}

  /** The files of a folder of that name, or else of that revision. */
  ReleaseFiles of(String base) {
    Path other = Path.of(base);
    if (Files.isDirectory(other)) {
      requirePacks(other);
      return ReleaseFiles.under(other);
    }
    return revision(base);
  }

  private void requirePacks(Path other) {
    if (FOLDERS.stream().noneMatch(name -> Files.isDirectory(other.resolve(name)))) {
      throw common.wrongUse(
          "文件夹 " + other + " 里没有 policies、rules、test-cases",
          "the folder " + other + " holds no policies, rules or test-cases");
    }
  }

  private ReleaseFiles revision(String base) {
    if (base.isBlank() || base.startsWith("-")) {
      throw none(base);
    }
    if (git("rev-parse", "--git-dir").code() != 0) {
      throw common.wrongUse(
          "没有文件夹「" + base + "」，而 " + folder + " 也不在 git 库里，无从找版本",
          "there is no folder \"" + base + "\", and " + folder + " lies in no git repository");
    }
    Said commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", base + "^{commit}");
    if (commit.code() != 0) {
      throw none(base);
    }
    String id = new String(commit.out(), StandardCharsets.UTF_8).strip();
    List<String> there = FOLDERS.stream().filter(name -> holds(id, name)).toList();
    if (there.isEmpty()) {
      throw common.wrongUse(
          "版本「" + base + "」里没有 policies、rules、test-cases",
          "the revision \"" + base + "\" holds no policies, rules or test-cases");
    }
    Said zip =
        git(
            Stream.concat(Stream.of("archive", "--format=zip", id, "--"), there.stream())
                .toArray(String[]::new));
    if (zip.code() != 0) {
      throw common.wrongUse("git 读不出版本「" + base + "」", "git cannot read \"" + base + "\"");
    }
    return ReleaseFiles.unzip(zip.out());
  }

  private boolean holds(String id, String name) {
    return git("ls-tree", "--name-only", id, "--", name).out().length > 0;
  }

  private RuntimeException none(String base) {
    return common.wrongUse(
        "没有文件夹，也没有版本「" + base + "」；请写文件夹，或 git 认得的版本，如 HEAD、v1.2、分支名或提交号",
        "there is neither a folder nor a revision \""
            + base
            + "\"; write a folder, or what git knows: HEAD, v1.2, a branch or a commit");
  }

  private Said git(String... arguments) {
    try {
      ProcessBuilder builder = new ProcessBuilder();
      builder.command().addAll(List.of("git", "-C", folder.toString()));
      builder.command().addAll(List.of(arguments));
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        byte[] bytes = out.readNBytes(LARGEST);
        return new Said(process.waitFor(), bytes);
      }
    } catch (IOException e) {
      throw common.wrongUse(
          "没有安装 git，读不了版本；请用文件夹作 --base", "git is not installed: give --base a folder");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
