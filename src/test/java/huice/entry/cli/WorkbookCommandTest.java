package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code workbook} through its door, on the small root of lamps. */
class WorkbookCommandTest {
  private static final String MONTHS = "policies/lamps/parameters/months-alight.yaml";

  @TempDir Path root;
  @TempDir Path desk;
  private FixtureRoot lamps;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    lamps = new FixtureRoot(root);
    file = desk.resolve("灯.xlsx");
  }

  private FixtureRoot.Run out(String... more) {
    return run("--out", more);
  }

  private FixtureRoot.Run in(String... more) {
    return run("--in", more);
  }

  private FixtureRoot.Run run(String option, String... more) {
    List<String> all =
        new java.util.ArrayList<>(List.of("workbook", "lamps", option, file.toString()));
    all.addAll(List.of(more));
    return lamps.run(all.toArray(String[]::new));
  }

  private void set(String sheet, String first, int column, String word) throws IOException {
    XSSFWorkbook workbook;
    try (InputStream bytes = Files.newInputStream(file)) {
      workbook = new XSSFWorkbook(bytes);
    }
    for (Row row : workbook.getSheet(sheet)) {
      if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(first)) {
        row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(word);
      }
    }
    try (OutputStream bytes = Files.newOutputStream(file)) {
      workbook.write(bytes);
    }
    workbook.close();
  }

  private static JsonNode json(FixtureRoot.Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void itSaysWhatItWroteAndHowToBringItBack() {
    FixtureRoot.Run run = out();

    assertThat(run.code()).isEqualTo(Main.GOOD);
    assertThat(run.out()).contains("已写出 " + file, "9 张工作表", "--in " + file);
    assertThat(file).exists();
    assertThat(in().out()).isEqualTo("没有变化\n");
    assertThat(in("--lang", "en").out()).isEqualTo("nothing has changed\n");
  }

  @Test
  void itDoesNotWriteOverAWorkbookUnlessForced() throws IOException {
    Files.writeString(file, "mine");

    FixtureRoot.Run run = out();

    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains("要覆盖请加 --force", "add --force to overwrite it");
    assertThat(file).hasContent("mine");
    assertThat(out("--force", "--json").code()).isEqualTo(Main.GOOD);
    assertThat(in().code()).isEqualTo(Main.GOOD);
  }

  @Test
  void aChangeIsToldFileByFileWithAReminderToCheck() throws IOException {
    out();
    set("参数", "months-alight", 9, "7");

    FixtureRoot.Run run = in("--lang", "en");

    assertThat(run.code()).isEqualTo(Main.GOOD);
    assertThat(run.out())
        .isEqualTo("changed " + MONTHS + "\n1 file(s) changed; now run ./huice check lamps\n");
    assertThat(root.resolve(MONTHS)).content().contains("value: 7");
  }

  @Test
  void changesAsJsonAreThreeListsAndTheProblems() throws IOException {
    out();
    set("参数", "months-alight", 9, "7");

    JsonNode json = json(in("--json"));

    assertThat(json.get("changed")).extracting(JsonNode::asText).containsExactly(MONTHS);
    assertThat(json.get("created")).isEmpty();
    assertThat(json.get("deleted")).isEmpty();
    assertThat(json.get("problems")).isEmpty();
  }

  @Test
  void problemsAreToldBySheetAndRowAndEndWithOne() throws IOException {
    out();
    set("参数", "months-alight", 9, "seven");
    String before = Files.readString(root.resolve(MONTHS));

    FixtureRoot.Run run = in();

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).contains("灯.xlsx[参数]:4: 「seven」不是数字").endsWith("有问题，什么都没有写\n");
    assertThat(in("--lang", "en").out()).contains("\"seven\" is not a number");
    JsonNode problem = json(in("--json")).get("problems").get(0);
    assertThat(problem.get("file").asText()).isEqualTo("灯.xlsx[参数]");
    assertThat(problem.get("line").asInt()).isEqualTo(4);
    assertThat(root.resolve(MONTHS)).hasContent(before);
  }

  @Test
  void aPackThatCannotBeWrittenEndsWithOneAndLeavesNoWorkbook() throws IOException {
    lamps.write(MONTHS, "parameter: [\n");

    FixtureRoot.Run run = out();

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).contains(MONTHS + ":", "没有写出");
    assertThat(file).doesNotExist();
    assertThat(json(out("--json")).get("problems")).isNotEmpty();
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(lamps.run("workbook").code()).isEqualTo(Main.WRONG_USE);
    FixtureRoot.Run unknown = lamps.run("workbook", "lamp");
    assertThat(unknown.code()).isEqualTo(Main.WRONG_USE);
    assertThat(unknown.err()).contains("没有政策包「lamp」", "did you mean \"lamps\"?");
    FixtureRoot.Run both = in("--out", "x.xlsx");
    assertThat(both.code()).isEqualTo(Main.WRONG_USE);
    assertThat(both.err()).contains("--in and --out exclude each other");
    assertThat(in().code()).as("no such workbook").isEqualTo(Main.WRONG_USE);
    FixtureRoot.Run csv = lamps.run("workbook", "lamps", "--out", desk.resolve("x.csv").toString());
    assertThat(csv.code()).isEqualTo(Main.WRONG_USE);
    assertThat(csv.err()).contains("must end in .xlsx");
    FixtureRoot.Run nowhere =
        lamps.run("workbook", "lamps", "--out", desk.resolve("no/x.xlsx").toString());
    assertThat(nowhere.code()).isEqualTo(Main.WRONG_USE);
  }
}
