package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Loaded;
import huice.model.Node;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Problem;
import huice.model.Relation;
import huice.model.Release;
import huice.model.Rows;
import huice.model.TestCase;
import huice.twin.Reshaped;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped parameter and case says the same in a table as in YAML. */
class TablesInsteadOfYamlTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".csv"})
  void theShippedPacksLoadToAnEqualReleaseFromTables(String ending) throws IOException {
    ShippedCopy.into(root);
    Release before = release(Packs.load(root));
    for (String pack : ShippedCopy.packs()) {
      parameters(pack, ending);
      cases(pack, ending);
    }

    Release after = release(Packs.load(root));

    assertThat(parameters(after))
        .hasSameSizeAs(parameters(before))
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("(.*\\.)?(file|line)")
        .isEqualTo(parameters(before));
    assertThat(after.cases().stream().map(TablesInsteadOfYamlTest::written).toList())
        .isEqualTo(before.cases().stream().map(TablesInsteadOfYamlTest::written).toList());
    assertThat(after.cases())
        .filteredOn(c -> !c.file().contains("/stories/"))
        .allMatch(c -> c.file().endsWith(ending) && c.line() > 1);
    assertThat(after.cases()).extracting(TestCase::name).isNotEmpty();
  }

  @Test
  void aTableInGb18030IsReadWithANotice() throws IOException {
    Folder folder = new Folder(root);
    byte[] bytes = folder.text(Folder.MONTHS).getBytes(StandardCharsets.UTF_8);
    Tree tree = Objects.requireNonNull(Trees.yaml(bytes).tree());
    List<List<String>> rows = new ArrayList<>(List.of(Column.heads(ParameterTable.COLUMNS)));
    rows.addAll(ParameterRows.of(new NamedTree("months", (Tree.Mapping) tree)));
    folder.delete(Folder.MONTHS);
    folder.write(
        "policies/plan/parameters/all.csv",
        CsvText.of(rows, "\r\n").getBytes(Charset.forName("GB18030")));

    assertThat(folder.problems()).isEmpty();
    assertThat(folder.notices())
        .singleElement()
        .asString()
        .startsWith("policies/plan/parameters/all.csv:0: ")
        .contains("GB18030");
  }

  private static Release release(Loaded loaded) {
    assertThat(loaded.problems().stream().filter(p -> !p.notice()).map(Problem::toString))
        .isEmpty();
    return Objects.requireNonNull(loaded.release());
  }

  private static List<Parameter> parameters(Release release) {
    return release.packs().stream().map(Pack::parameters).flatMap(List::stream).toList();
  }

  /** Everything a case holds, but for where it stands. */
  private static String written(TestCase one) {
    StringBuilder text =
        new StringBuilder(one.pack() + " " + one.scheme() + " " + one.name() + " " + one.expect());
    Case given = one.given();
    text.append(given.on()).append(given.from()).append(given.to());
    for (Node node : Reshaped.nodes(given)) {
      text.append('\n').append(node.path());
      for (Fact fact : node.entity().facts()) {
        text.append(' ').append(fact.id()).append('=').append(node.fact(fact));
      }
      for (Relation relation : node.entity().relations()) {
        Rows rows = relation.many() ? node.list(relation) : null;
        text.append(' ').append(relation.id()).append('=');
        text.append(rows == null ? null : rows.rows().size() + " to " + rows.completeTo());
      }
    }
    return text.toString();
  }

  /** All parameters of a pack into one table. */
  private void parameters(String pack, String ending) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(Column.heads(ParameterTable.COLUMNS)));
    Path folder = root.resolve("policies/" + pack + "/parameters");
    for (Path file : files(folder)) {
      String name = file.getFileName().toString().replace(".yaml", "");
      rows.addAll(ParameterRows.of(new NamedTree(name, mapping(file))));
      Files.delete(file);
    }
    write(folder.resolve("all" + ending), rows);
  }

  private void cases(String pack, String ending) throws IOException {
    for (Path file : files(root.resolve("test-cases/" + pack))) {
      if (Files.isDirectory(file)) {
        continue; // Stories stay in YAML.
      }
      List<List<String>> rows = new ArrayList<>(List.of(Column.heads(CaseTable.COLUMNS)));
      Tree.Sequence cases = (Tree.Sequence) Objects.requireNonNull(mapping(file).get("cases"));
      cases.items().forEach(c -> rows.addAll(CaseRows.of((Tree.Mapping) c)));
      Files.delete(file);
      write(Path.of(file.toString().replace(".yaml", ending)), rows);
    }
  }

  private static Tree.Mapping mapping(Path file) throws IOException {
    return (Tree.Mapping) Objects.requireNonNull(Trees.yaml(Files.readAllBytes(file)).tree());
  }

  private static void write(Path file, List<List<String>> rows) throws IOException {
    byte[] bytes =
        file.toString().endsWith(".csv")
            ? CsvText.of(rows, "\n").getBytes(StandardCharsets.UTF_8)
            : Spreadsheet.of(rows);
    Files.write(file, bytes);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
