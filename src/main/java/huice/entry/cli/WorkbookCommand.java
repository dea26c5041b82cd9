package huice.entry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.Problem;
import huice.policy.PackWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code workbook PACK}: a pack as one workbook, and back. */
@Command(
    name = "workbook",
    description = "把政策包写成一个 Excel 工作簿，或读回 / a pack as one Excel workbook, and back")
final class WorkbookCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "PACK", description = "政策包 / the pack")
  private String pack;

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx",
      description = "写到这个文件，默认 PACK.xlsx / the file to write, PACK.xlsx by default")
  private @Nullable Path out;

  @Option(
      names = "--in",
      paramLabel = "FILE.xlsx",
      description = "从这个文件读回政策包 / the file to read back into the pack")
  private @Nullable Path in;

  @Option(
      names = "--force",
      description = "覆盖已有的工作簿；读回时以工作簿为准 / overwrite; with --in let the workbook win")
  private boolean force;

  @Override
  public Integer call() {
    Path root = common.folder();
    List<String> packs = PackWorkbook.packs(root);
    if (!packs.contains(pack)) {
      throw common.unknown("政策包", "pack", pack, packs);
    }
    if (in != null && out != null) {
      throw common.wrongUse("--in 和 --out 只能写一个", "--in and --out exclude each other");
    }
    return in == null ? write(root, out == null ? Path.of(pack + ".xlsx") : out) : read(root, in);
  }

  private int write(Path root, Path file) {
    if (!file.toString().endsWith(".xlsx")) {
      throw common.wrongUse(file + " 要以 .xlsx 结尾", file + " must end in .xlsx");
    }
    if (Files.exists(file) && !force) {
      throw common.wrongUse(
          "已有 " + file + "；要覆盖请加 --force", file + " is there already; add --force to overwrite it");
    }
    PackWorkbook.Written written = PackWorkbook.write(root, pack);
    byte[] bytes = written.bytes();
    if (bytes != null) {
      save(file, bytes);
    }
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartObject();
            json.writeStringField("file", bytes == null ? null : file.toString());
            write(json, "sheets", bytes == null ? List.of() : written.sheets());
            ProblemList.write(json, "problems", written.problems());
            json.writeEndObject();
          });
    } else {
      tell(written.problems());
      common
          .out()
          .println(
              bytes == null
                  ? common.say("有问题，没有写出", "there are problems, nothing was written")
                  : common.say(
                      "已写出 %s，%d 张工作表；改好后用 --in %1$s 读回".formatted(file, written.sheets().size()),
                      "wrote %s with %d sheets; bring it back with --in %1$s"
                          .formatted(file, written.sheets().size())));
    }
    return bytes == null ? Main.PROBLEMS : Main.GOOD;
  }

  private void save(Path file, byte[] bytes) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw common.wrongUse("写不了文件 " + file, "cannot write the file " + file);
    }
  }

  private int read(Path root, Path file) {
    byte[] bytes = common.bytes(file, PackWorkbook.LIMIT);
    if (bytes.length > PackWorkbook.LIMIT) {
      throw common.wrongUse(file + " 太大", file + " is too large");
    }
    String name = file.getFileName().toString();
    PackWorkbook.Applied applied = PackWorkbook.apply(root, pack, name, bytes, force);
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartObject();
            write(json, "changed", applied.changed());
            write(json, "created", applied.created());
            write(json, "deleted", applied.deleted());
            ProblemList.write(json, "problems", applied.problems());
            json.writeEndObject();
          });
    } else {
      tell(applied.problems());
      list(common.say("已改写", "changed"), applied.changed());
      list(common.say("已新建", "created"), applied.created());
      list(common.say("已删去", "deleted"), applied.deleted());
      common.out().println(summary(applied));
    }
    return applied.problems().isEmpty() ? Main.GOOD : Main.PROBLEMS;
  }

  private String summary(PackWorkbook.Applied applied) {
    int files = applied.changed().size() + applied.created().size() + applied.deleted().size();
    if (!applied.problems().isEmpty()) {
      return common.say("有问题，什么都没有写", "there are problems, nothing was written");
    }
    return files == 0
        ? common.say("没有变化", "nothing has changed")
        : common.say(
            files + " 个文件有变化；请运行 ./huice check " + pack,
            files + " file(s) changed; now run ./huice check " + pack);
  }

  private static void write(JsonGenerator json, String name, List<String> words)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  private void tell(List<Problem> problems) {
    problems.forEach(p -> common.out().println(ProblemList.line(p, common.language())));
  }

  private void list(String what, List<String> files) {
    files.forEach(f -> common.out().println(what + " " + f));
  }
}
