package huice.policy;

import static huice.policy.Words.say;

import huice.model.Table;
import huice.model.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written so that the files of a pack say what its workbook says. A file whose
 * content is the same is left alone, down to the byte.
 */
final class PackChanges {
  private static final int WIDTH = 110;
  private static final String MARK = "\uFEFF";

  private final String pack;
  private final PackFiles files;
  private final PackContent old;
  private final PackContent now;
  private final Problems problems;

  /** The new bytes by path; null deletes. */
  private final Map<String, byte @Nullable []> changes = new TreeMap<>();

  private PackChanges(String pack, PackFiles files, PackContent now, Problems problems) {
    this.pack = pack;
    this.files = files;
    this.old = files.content();
    this.now = now;
    this.problems = problems;
  }

  static Map<String, byte @Nullable []> of(
      String pack, PackFiles files, PackContent now, Problems problems) {
    PackChanges changes = new PackChanges(pack, files, now, problems);
    changes.parameters();
    changes.cases();
    changes.rules();
    ItemSheet.ALL.forEach(changes::items);
    return changes.changes;
  }

  private void parameters() {
    Map<SourceFile, Map<String, Tree.Mapping>> byFile = new LinkedHashMap<>();
    for (String name : both(old.parameters(), now.parameters())) {
      SourceFile file = files.owners().get(PackFiles.PARAMETERS + "/" + name);
      Tree.Mapping tree = now.parameters().get(name);
      if (file != null) {
        Map<String, Tree.Mapping> own = byFile.computeIfAbsent(file, f -> new LinkedHashMap<>());
        if (tree != null) {
          own.put(name, tree);
        }
      } else if (tree != null) {
        String path = "policies/" + pack + "/parameters/" + name + ".yaml";
        changes.put(path, bytes(YamlText.block(tree, 3, WIDTH)));
      }
    }
    byFile.forEach(this::parameters);
  }

  private void parameters(SourceFile file, Map<String, Tree.Mapping> own) {
    List<String> before =
        old.parameters().keySet().stream()
            .filter(n -> file.equals(files.owners().get(PackFiles.PARAMETERS + "/" + n)))
            .toList();
    boolean same =
        before.stream()
            .allMatch(
                n -> {
                  Tree one = own.get(n);
                  Tree other = old.parameters().get(n);
                  return one != null && other != null && SameTree.same(one, other);
                });
    if (own.isEmpty()) {
      changes.put(file.path(), null);
    } else if (!same) {
      byte[] yaml = yaml(file, own.values().iterator().next(), 3, WIDTH);
      changes.put(
          file.path(),
          file.ending().equals(".yaml") ? yaml : table(file, PackSheets.parameters(own)));
    }
  }

  private void cases() {
    for (String scheme : both(old.cases(), now.cases())) {
      SourceFile file = files.owners().get(PackFiles.CASES + "/" + scheme);
      Tree.Sequence before = old.cases().get(scheme);
      Tree.Sequence after = now.cases().get(scheme);
      if (after != null && (before == null || !SameTree.same(before, after))) {
        Tree.Mapping tree = CaseTable.file(scheme, after);
        if (file == null) {
          String path = "test-cases/" + pack + "/" + scheme + ".yaml";
          changes.put(path, bytes(YamlText.block(tree, 3, WIDTH)));
        } else {
          byte[] yaml = yaml(file, tree, 3, WIDTH);
          changes.put(
              file.path(),
              file.ending().equals(".yaml") ? yaml : table(file, PackSheets.cases(after)));
        }
      } else if (after == null && file != null && before != null && !before.items().isEmpty()) {
        changes.put(file.path(), null);
      }
    }
  }

  private void rules() {
    Set<String> schemes = both(old.rules(), now.rules());
    schemes.addAll(both(old.tables(), now.tables()));
    for (String scheme : schemes) {
      SourceFile file = files.owners().get(PackFiles.RULES + "/" + scheme);
      List<String> lines = now.rules().get(scheme);
      Table table = now.tables().get(scheme);
      boolean sameForm =
          file != null && (lines != null ? old.rules() : old.tables()).containsKey(scheme);
      if (file != null && !sameForm) {
        changes.put(file.path(), null);
      }
      if (lines != null && !(sameForm && lines.equals(old.rules().get(scheme)))) {
        text(sameForm ? file : null, scheme, lines);
      } else if (table != null && !(sameForm && same(table, old.tables().get(scheme)))) {
        table(sameForm ? file : null, scheme, table);
      } else if (lines == null && table == null && file != null) {
        changes.put(file.path(), null);
      }
    }
  }

  private static boolean same(Table a, @Nullable Table b) {
    return b != null && a.rows().equals(b.rows());
  }

  private void text(@Nullable SourceFile file, String scheme, List<String> lines) {
    String end = end(file);
    String path = file == null ? "rules/" + pack + "/" + scheme + ".dslr" : file.path();
    changes.put(path, bytes(mark(file) + String.join(end, lines) + end));
  }

  private void table(@Nullable SourceFile file, String scheme, Table table) {
    SheetContent sheet = PackSheets.table(scheme, ragged(table.rows()));
    if (file == null) {
      changes.put("rules/" + pack + "/" + scheme + ".csv", bytes(CsvText.of(sheet.rows(), "\n")));
    } else {
      changes.put(file.path(), table(file, sheet));
    }
  }

  /** The rows above a table's head without the empty cells at their end. */
  private static List<List<String>> ragged(List<List<String>> rows) {
    List<List<String>> ragged = new ArrayList<>();
    boolean below = false;
    for (List<String> row : rows) {
      below |= row.get(0).equals("行");
      int end = row.size();
      while (!below && end > 1 && row.get(end - 1).isEmpty()) {
        end--;
      }
      ragged.add(row.subList(0, end));
    }
    return ragged;
  }

  private void items(ItemSheet sheet) {
    SourceFile file = files.owners().get(sheet.name() + "/");
    List<NamedTree> before = old.items().getOrDefault(sheet, List.of());
    List<NamedTree> after = now.items().getOrDefault(sheet, List.of());
    if (same(before, after)) {
      return;
    }
    if (after.isEmpty() && file != null) {
      if (sheet.equals(ItemSheet.CLAUSES)) {
        problems.add(
            0,
            say("工作表「%s」是空的", "the sheet \"%s\" is empty", sheet.name()),
            Text.of("政策包要有条款，请填写", "a pack has clauses: fill them in"));
      }
      changes.put(file.path(), null);
      return;
    }
    Tree.Mapping tree = sheet.tree(after);
    int width = sheet.blocks() == 2 ? Integer.MAX_VALUE : WIDTH;
    byte[] bytes =
        file == null
            ? bytes(YamlText.block(tree, sheet.blocks(), width))
            : yaml(file, tree, sheet.blocks(), width);
    changes.put("policies/" + pack + "/" + sheet.file(), bytes);
  }

  private static boolean same(List<NamedTree> a, List<NamedTree> b) {
    return a.stream().map(NamedTree::name).toList().equals(b.stream().map(NamedTree::name).toList())
        && SameTree.same(
            a.stream().map(NamedTree::tree).toList(), b.stream().map(NamedTree::tree).toList());
  }

  private static Set<String> both(Map<String, ?> a, Map<String, ?> b) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    return names;
  }

  /** A table in the form of the file that it replaces. */
  private byte[] table(SourceFile file, SheetContent sheet) {
    if (file.ending().equals(".csv")) {
      return bytes(mark(file) + CsvText.of(sheet.rows(), end(file)));
    }
    if (Workbook.sheets(file, Set.of(), Problems.empty()).size() > 1) {
      problems
          .in(file.path())
          .add(
              0,
              Text.of("文件还有别的工作表，改写会丢失", "it has other sheets, which would be lost"),
              Text.of("请直接改这个文件", "change that file itself"));
    }
    return WorkbookWriter.bytes(List.of(sheet));
  }

  private static byte[] yaml(SourceFile file, Tree tree, int blocks, int width) {
    StringBuilder text = new StringBuilder();
    for (String line : before(file).split("\r\n|\r|\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        break;
      }
      text.append(line).append('\n');
    }
    String comment = text.toString().replaceAll("\n+$", "\n");
    return bytes((comment.isBlank() ? "" : comment) + YamlText.block(tree, blocks, width));
  }

  private static String before(@Nullable SourceFile file) {
    String text = file == null ? null : Decoding.of(file.bytes()).text();
    return text == null ? "" : text;
  }

  private static String end(@Nullable SourceFile file) {
    return before(file).contains("\r\n") ? "\r\n" : "\n";
  }

  private static String mark(@Nullable SourceFile file) {
    boolean marked =
        file != null && new String(file.bytes(), StandardCharsets.UTF_8).startsWith(MARK);
    return marked ? MARK : "";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
