package huice.policy;

import static huice.policy.Words.say;

import huice.model.Problem;
import huice.model.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy pack as one workbook, for officers who live in a spreadsheet program: everything of the
 * pack but {@code policy.yaml} and the published text. Whatever files and workbook hold, nothing is
 * thrown.
 */
public final class PackWorkbook {
  /** The largest workbook that is read, in bytes. */
  public static final int LIMIT = SourceFiles.LARGEST_TABLE;

  private final Path root;
  private final String pack;
  private final Problems problems = Problems.empty();

  private PackWorkbook(Path root, String pack) {
    this.root = root;
    this.pack = pack;
  }

  /** The bytes of the workbook with its sheets, null when there are problems. */
  public record Written(byte @Nullable [] bytes, List<String> sheets, List<Problem> problems) {
    public Written {
      sheets = List.copyOf(sheets);
      problems = List.copyOf(problems);
    }
  }

  /** The files that were written, by path below the root; none when there are problems. */
  public record Applied(
      List<String> changed, List<String> created, List<String> deleted, List<Problem> problems) {
    public Applied {
      changed = List.copyOf(changed);
      created = List.copyOf(created);
      deleted = List.copyOf(deleted);
      problems = List.copyOf(problems);
    }
  }

  /** The packs below a folder, readable or not. */
  public static List<String> packs(Path root) {
    return SourceFiles.under(root, Problems.empty()).stream()
        .filter(f -> f.path().startsWith("policies/") && f.parts().size() > 2)
        .map(f -> f.parts().get(1))
        .filter(p -> !p.equals("facts"))
        .distinct()
        .toList();
  }

  public static Written write(Path root, String pack) {
    return new PackWorkbook(root, pack).written();
  }

  /**
   * Makes the files say what the workbook says. {@code force}: also where they have changed since
   * it was written.
   */
  public static Applied apply(Path root, String pack, String name, byte[] workbook, boolean force) {
    return new PackWorkbook(root, pack).applied(new SourceFile(name, workbook, true), force);
  }

  private Written written() {
    PackFiles files = PackFiles.read(root, pack, problems);
    List<SheetContent> sheets = new ArrayList<>();
    sheets.add(Guide.sheet(pack, files));
    sheets.addAll(PackSheets.of(files, problems));
    byte[] bytes = problems.count() == 0 ? WorkbookWriter.bytes(sheets) : null;
    return new Written(bytes, sheets.stream().map(SheetContent::name).toList(), all());
  }

  private Applied applied(SourceFile workbook, boolean force) {
    PackFiles files = PackFiles.read(root, pack, problems);
    Set<String> tables = files.content().tables().keySet();
    WorkbookReader reader =
        WorkbookReader.read(pack, tables, workbook, problems.in(workbook.path()));
    if (problems.count() == 0) {
      ContentCheck.check(pack, files, reader.content(), workbook.path(), problems);
    }
    Applied nothing = new Applied(List.of(), List.of(), List.of(), all());
    if (problems.count() > 0) {
      return nothing;
    }
    Map<String, String> now =
        files.owners().values().stream()
            .distinct()
            .collect(Collectors.toMap(SourceFile::path, Guide::digest));
    Map<String, byte @Nullable []> changes =
        PackChanges.of(pack, files, reader.content(), problems.in(workbook.path()));
    if (!force && !reader.files().isEmpty()) {
      changes.keySet().forEach(p -> stale(p, reader.files().get(p), now.get(p)));
    }
    if (problems.count() > 0 || !FileChanges.apply(root, changes, problems)) {
      return new Applied(List.of(), List.of(), List.of(), all());
    }
    return new Applied(
        paths(changes, p -> changes.get(p) != null && now.containsKey(p)),
        paths(changes, p -> changes.get(p) != null && !now.containsKey(p)),
        paths(changes, p -> changes.get(p) == null),
        all());
  }

  private static List<String> paths(
      Map<String, byte @Nullable []> changes, Predicate<String> wanted) {
    return changes.keySet().stream().filter(wanted).toList();
  }

  /** What somebody else has changed meanwhile is not written over. */
  private void stale(String path, @Nullable String then, @Nullable String now) {
    if (!Objects.equals(then, now)) {
      problems
          .in(path)
          .add(
              0,
              Text.of("工作簿写出以后，这个文件改过了", "the file has changed since the workbook was written"),
              say(
                  "请重新写出工作簿再改；以工作簿为准就加 --force",
                  "write the workbook anew and edit that; add --force to let the workbook win"));
    }
  }

  private List<Problem> all() {
    return problems.all().stream().filter(p -> !p.notice()).sorted().distinct().toList();
  }
}
