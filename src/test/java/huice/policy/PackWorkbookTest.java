package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pack goes out as a workbook and comes back, on a copy of the shipped packs. */
class PackWorkbookTest {
  private static final String PACK = "shache-2024";
  private static final String MONTHS = "policies/shache-2024/parameters/continuous-months.yaml";
  private static final String CHANGES = "policies/shache-2024/parameters/frequent-changes.yaml";
  private static final String CASES = "test-cases/shache-2024/couple-award.yaml";

  @TempDir Path root;
  private Map<String, String> before;

  static List<String> packs() {
    return ShippedCopy.packs();
  }

  @BeforeEach
  void copy() throws IOException {
    ShippedCopy.into(root);
    before = ShippedCopy.texts(root);
  }

  private byte[] out(String pack) {
    PackWorkbook.Written written = PackWorkbook.write(root, pack);
    assertThat(written.problems()).isEmpty();
    return Objects.requireNonNull(written.bytes());
  }

  private byte[] out(Consumer<XSSFWorkbook> change) {
    return changed(out(PACK), change);
  }

  private static byte[] changed(byte[] bytes, Consumer<XSSFWorkbook> change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      change.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PackWorkbook.Applied in(byte[] bytes) {
    return PackWorkbook.apply(root, PACK, "W.xlsx", bytes, false);
  }

  /** The row whose cells begin with these words, -1 for any. */
  private static Row row(Sheet sheet, String... words) {
    for (Row row : sheet) {
      boolean fits = true;
      for (int i = 0; i < words.length; i++) {
        fits &= words[i].equals("*") || word(row, i).equals(words[i]);
      }
      if (fits) {
        return row;
      }
    }
    throw new IllegalArgumentException(sheet.getSheetName() + ": " + List.of(words));
  }

  private static String word(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
  }

  private static void set(Row row, int column, String word) {
    row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(word);
  }

  private static int column(Sheet sheet, String head) {
    for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
      if (word(sheet.getRow(0), i).equals(head)) {
        return i;
      }
    }
    throw new IllegalArgumentException(head);
  }

  private static void append(Sheet sheet, String... words) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    for (int i = 0; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        row.createCell(i).setCellValue(words[i]);
      }
    }
  }

  private void onlyDiffers(String... files) throws IOException {
    Map<String, String> after = ShippedCopy.texts(root);
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    assertThat(all.keySet().stream().filter(f -> !same(f, after))).containsExactlyInAnyOrder(files);
  }

  private boolean same(String file, Map<String, String> after) {
    return Objects.equals(before.get(file), after.get(file));
  }

  private List<String> problems() {
    return Packs.load(root).problems().stream()
        .filter(p -> !p.notice())
        .map(Problem::toString)
        .toList();
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void outAndBackLeavesEveryByteAsItWas(String pack) throws IOException {
    PackWorkbook.Applied applied = PackWorkbook.apply(root, pack, "W.xlsx", out(pack), false);

    assertThat(applied.problems()).isEmpty();
    assertThat(applied.changed()).isEmpty();
    assertThat(applied.created()).isEmpty();
    assertThat(applied.deleted()).isEmpty();
    onlyDiffers();
  }

  @Test
  void everyCellIsATextAndTheHeadRowStaysInSight() {
    changed(
        out(PACK),
        workbook -> {
          for (Sheet sheet : workbook) {
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isPositive();
            for (Row row : sheet) {
              for (Cell cell : row) {
                assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                assertThat(cell.getCellStyle().getWrapText()).isTrue();
              }
            }
          }
          assertThat(workbook.getSheet("参数").getColumnStyle(30).getDataFormatString())
              .isEqualTo("General");
          assertThat(workbook.getSheet("参数").getColumnStyle(9).getDataFormatString())
              .isEqualTo("@");
        });
  }

  @Test
  void aChangedParameterIsRewrittenWithItsLeadingCommentsAndNothingElse() throws IOException {
    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  Sheet sheet = workbook.getSheet("参数");
                  Row row = row(sheet, "frequent-changes");
                  row.getCell(column(sheet, "不低于")).setCellValue(2);
                }));

    assertThat(applied.problems()).isEmpty();
    assertThat(applied.changed()).containsExactly(CHANGES);
    onlyDiffers(CHANGES);
    String old =
        new String(
            before.get(CHANGES).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertThat(text(CHANGES)).isEqualTo(old.replace("at least: 1", "at least: 2"));
  }

  @Test
  void aChangedCaseChangesItsFileOnlyAndStillLoads() throws IOException {
    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  Sheet sheet = workbook.getSheet("个案");
                  Row name = row(sheet, "couple-award", "多一天");
                  set(sheet.getRow(name.getRowNum() + 1), 4, "2024-02-29");
                }));

    assertThat(applied.problems()).isEmpty();
    assertThat(applied.changed()).containsExactly(CASES);
    onlyDiffers(CASES);
    assertThat(text(CASES))
        .startsWith("# 全部为合成数据。\nscheme: couple-award\ncases:\n  - name: 刚好满六个月\n")
        .contains("change: {'worker.employments[0].start': 2024-02-29}");
    assertThat(problems()).isEmpty();
    assertThat(in(out(PACK)).changed()).isEmpty();
  }

  @Test
  void aRewrittenFileOfCasesSaysTheSameAsBeforeButForTheChange() throws IOException {
    Tree old = Trees.yaml(Files.readAllBytes(root.resolve(CASES))).tree();
    in(
        out(
            workbook -> {
              Sheet sheet = workbook.getSheet("个案");
              set(row(sheet, "couple-award", "多一天"), 1, "多了一天");
            }));

    String undone = text(CASES).replace("多了一天", "多一天");
    Tree now = Trees.yaml(undone.getBytes(StandardCharsets.UTF_8)).tree();
    assertThat(SameTree.same(Objects.requireNonNull(old), Objects.requireNonNull(now))).isTrue();
  }

  @Test
  void aChangedRuleLineAndAChangedTableCellChangeTheirFilesOnly() throws IOException {
    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  set(row(workbook.getSheet("规则"), "couple-award", "22"), 2, "    四舍五入到元");
                  set(row(workbook.getSheet("follow-up"), "灵活就业"), 0, "灵活就业的");
                }));

    assertThat(applied.problems()).isEmpty();
    onlyDiffers("rules/shache-2024/couple-award.dslr", "rules/shache-2024/follow-up.csv");
    assertThat(text("rules/shache-2024/couple-award.dslr"))
        .contains("\n    夫妻各半\n    四舍五入到元\n    附注");
    assertThat(text("rules/shache-2024/follow-up.csv"))
        .isEqualTo(
            Files.readString(Path.of("rules/shache-2024/follow-up.csv"))
                .replace("\n灵活就业,", "\n灵活就业的,"));
  }

  @Test
  void aChangedClauseQuestionAndServiceChangeTheirFilesOnly() throws IOException {
    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  set(row(workbook.getSheet("条款"), "一（二）b"), 2, "By branch");
                  set(row(workbook.getSheet("待明确问题"), "夫妻工奖补标准"), 2, "How much: \"a\"?");
                  set(row(workbook.getSheet("先行提供的服务"), "follow-up"), 2, "2024-07-01");
                }));

    assertThat(applied.problems()).isEmpty();
    String folder = "policies/shache-2024/";
    onlyDiffers(folder + "clauses.yaml", folder + "questions.yaml", folder + "services.yaml");
    assertThat(text(folder + "clauses.yaml"))
        .startsWith("# 方案的每一条：")
        .contains("  一（二）b:\n    quote: 按产业类型分");
    assertThat(text(folder + "questions.yaml")).contains("en: 'How much: \"a\"?'}\n");
    assertThat(text(folder + "services.yaml"))
        .contains("  - {scheme: follow-up, by: 县公共就业服务中心主任（合成）, from: 2024-07-01}\n");
    assertThat(problems()).isEmpty();
  }

  @Test
  void newRowsBecomeNewFilesAndClearedOnesAreDeleted() throws IOException {
    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  append(
                      workbook.getSheet("参数"),
                      "oil-sum",
                      "灯油",
                      "Oil",
                      "money",
                      "元",
                      "",
                      "二（一）1d",
                      "2024-01-01",
                      "",
                      "5",
                      "",
                      "",
                      "",
                      "办法",
                      "B",
                      "2026-11-01");
                  append(workbook.getSheet("个案"), "lamp", "一盏灯", "日期", "", "2024-09-01");
                  append(workbook.getSheet("个案"), "", "", "事实", "", "{}");
                  append(workbook.getSheet("个案"), "", "", "预期", "outcome", "NEEDS_INFO");
                  append(workbook.getSheet("规则"), "lamp", "", "规则 一盏灯");
                  append(workbook.getSheet("规则"), "", "", "完");
                  Sheet table = workbook.createSheet("oil-table");
                  append(table, "表", "灯油");
                  append(table, "行", "a,b");
                  Sheet sheet = workbook.getSheet("参数");
                  sheet.removeRow(row(sheet, "continuous-months"));
                  Sheet services = workbook.getSheet("先行提供的服务");
                  for (int i = services.getLastRowNum(); i > 0; i--) {
                    services.removeRow(services.getRow(i));
                  }
                }));

    assertThat(applied.problems()).isEmpty();
    assertThat(applied.created())
        .containsExactly(
            "policies/shache-2024/parameters/oil-sum.yaml",
            "rules/shache-2024/lamp.dslr",
            "rules/shache-2024/oil-table.csv",
            "test-cases/shache-2024/lamp.yaml");
    assertThat(applied.deleted()).containsExactly(MONTHS, "policies/shache-2024/services.yaml");
    assertThat(applied.changed()).isEmpty();
    assertThat(text("rules/shache-2024/lamp.dslr")).isEqualTo("规则 一盏灯\n完\n");
    assertThat(text("rules/shache-2024/oil-table.csv")).isEqualTo("表,灯油\n行,\"a,b\"\n");
    assertThat(text("test-cases/shache-2024/lamp.yaml"))
        .isEqualTo(
            """
            scheme: lamp
            cases:
              - name: 一盏灯
                on: 2024-09-01
                facts: {}
                expect: {outcome: NEEDS_INFO}
            """);
    assertThat(text("policies/shache-2024/parameters/oil-sum.yaml"))
        .isEqualTo(
            """
            parameter: 灯油
            en: Oil
            type: money
            unit: 元
            clause: 二（一）1d
            versions:
              - from: 2024-01-01
                value: 5
                reference: 办法
                confidence: B
                checked: 2026-11-01
            """);
  }

  @Test
  void parametersAndCasesInTablesAreRewrittenAsTables() throws IOException {
    Path folder = root.resolve("policies/shache-2024/parameters");
    StringBuilder csv =
        new StringBuilder(CsvText.of(List.of(Column.heads(ParameterTable.COLUMNS)), "\r\n"));
    for (String name : List.of("gap-days", "continuous-months")) {
      Path file = folder.resolve(name + ".yaml");
      Tree tree = Objects.requireNonNull(Trees.yaml(Files.readAllBytes(file)).tree());
      csv.append(CsvText.of(ParameterRows.of(new NamedTree(name, (Tree.Mapping) tree)), "\r\n"));
      Files.delete(file);
    }
    Files.writeString(folder.resolve("two.csv"), "\uFEFF" + csv);
    Tree.Mapping cases =
        (Tree.Mapping)
            Objects.requireNonNull(Trees.yaml(Files.readAllBytes(root.resolve(CASES))).tree());
    Files.delete(root.resolve(CASES));
    Path xlsx = root.resolve(CASES.replace(".yaml", ".xlsx"));
    Files.write(xlsx, Spreadsheet.of(PackSheets.cases((Tree.Sequence) cases.get("cases")).rows()));
    assertThat(problems()).isEmpty();
    before = ShippedCopy.texts(root);
    assertThat(in(out(PACK)).changed()).isEmpty();
    onlyDiffers();

    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  Sheet sheet = workbook.getSheet("参数");
                  set(row(sheet, "gap-days"), column(sheet, "值"), "3");
                  set(row(workbook.getSheet("个案"), "couple-award", "多一天"), 1, "多了一天");
                }));

    assertThat(applied.problems()).isEmpty();
    onlyDiffers(
        "policies/shache-2024/parameters/two.csv", "test-cases/shache-2024/couple-award.xlsx");
    assertThat(text("policies/shache-2024/parameters/two.csv"))
        .startsWith("\uFEFF文件,参数")
        .contains("2024-01-01,,3,")
        .contains("continuous-months")
        .endsWith("\r\n");
    assertThat(problems()).isEmpty();
  }

  @Test
  void aTableWithOtherSheetsIsNotWrittenOver() throws IOException {
    Path file = root.resolve(MONTHS);
    Tree tree = Objects.requireNonNull(Trees.yaml(Files.readAllBytes(file)).tree());
    NamedTree months = new NamedTree("continuous-months", (Tree.Mapping) tree);
    Files.delete(file);
    List<List<String>> rows = PackSheets.parameters(Map.of(months.name(), months.tree())).rows();
    Files.write(
        root.resolve(MONTHS.replace(".yaml", ".xlsx")),
        Spreadsheet.of(rows, workbook -> workbook.createSheet("mine")));
    before = ShippedCopy.texts(root);

    PackWorkbook.Applied applied =
        in(
            out(
                workbook -> {
                  Sheet sheet = workbook.getSheet("参数");
                  set(row(sheet, "continuous-months"), column(sheet, "值"), "7");
                }));

    assertThat(applied.problems())
        .singleElement()
        .asString()
        .startsWith(MONTHS.replace(".yaml", ".xlsx") + ":0: 文件还有别的工作表")
        .contains("it has other sheets");
    onlyDiffers();
  }

  private void told(byte[] bytes, String zh, String en) throws IOException {
    PackWorkbook.Applied applied = in(bytes);
    assertThat(applied.problems())
        .as(zh)
        .anySatisfy(p -> assertThat(p.toString()).startsWith("W.xlsx" + zh).contains(en));
    assertThat(applied.changed()).isEmpty();
    onlyDiffers();
  }

  private void told(Consumer<XSSFWorkbook> change, String zh, String en) throws IOException {
    told(out(change), zh, en);
  }

  private static Row months(XSSFWorkbook workbook) {
    return row(workbook.getSheet("参数"), "continuous-months");
  }

  /** A row of the first case of couples, counted from its first. */
  private static Row couple(XSSFWorkbook workbook, int more) {
    Sheet sheet = workbook.getSheet("个案");
    return sheet.getRow(row(sheet, "couple-award", "刚好满六个月").getRowNum() + more);
  }

  private static Row clause(XSSFWorkbook workbook) {
    return row(workbook.getSheet("条款"), "一（二）a");
  }

  /** Changes one row; {@code zh} holds {@code %d} for its number. */
  private void told(Function<XSSFWorkbook, Row> find, Consumer<Row> change, String zh, String en)
      throws IOException {
    AtomicInteger line = new AtomicInteger();
    byte[] bytes =
        out(
            workbook -> {
              Row row = find.apply(workbook);
              line.set(row.getRowNum() + 1);
              change.accept(row);
            });
    told(bytes, zh.formatted(line.get()), en);
  }

  @Test
  void eachMistakeIsToldBySheetAndRowAndNothingIsWritten() throws IOException {
    told(
        w -> set(w.getSheet("参数").getRow(0), 13, "把渥"),
        "[参数]:1: 没有「把渥」这种列；是否想写「把握」？",
        "did you mean");
    told(
        w -> couple(w, 1),
        r -> set(r, 2, "事时"),
        "[个案]:%d: 没有「事时」这个栏目；是否想写「事实」？",
        "there is no part \"事时\"");
    told(
        w -> couple(w, 3),
        r -> set(r, 4, "{complete_to: 2024-09-01, rows: ["),
        "[个案]:%d: ",
        "is read as YAML");
    told(
        PackWorkbookTest::months,
        r ->
            r.getSheet()
                .addMergedRegion(new CellRangeAddress(r.getRowNum(), r.getRowNum() + 1, 0, 0)),
        "[参数]:%1$d: 单元格 A%1$d:",
        "are merged");
    told(
        PackWorkbookTest::months,
        r -> r.getCell(9).setCellFormula("1+1"),
        "[参数]:%d: 这一行有公式",
        "a formula");
    told(
        PackWorkbookTest::months,
        r -> r.getCell(9).setCellValue(1234567890123456.0),
        "[参数]:%d: 「1234567890123456」超过 15 位",
        "more than 15 digits");
    told(
        PackWorkbookTest::months,
        r -> {
          CellStyle day = r.getSheet().getWorkbook().createCellStyle();
          day.setDataFormat(
              r.getSheet().getWorkbook().createDataFormat().getFormat("m\"月\"d\"日\""));
          r.getCell(9).setCellValue(LocalDate.of(2024, 2, 3));
          r.getCell(9).setCellStyle(day);
        },
        "[参数]:%d: 「2月3日」像是分数",
        "looks like a fraction");
    told(
        w -> row(w.getSheet("规则"), "couple-award", "22"),
        r -> set(r, 2, "一句\n又一句"),
        "[规则]:%d: 一格里有几行",
        "several lines");
    told(PackWorkbookTest::clause, r -> set(r, 0, "0"), "[条款]:%d: 「0」写了两次", "written twice");
    told(
        w -> row(w.getSheet("follow-up"), "灵活就业"),
        r -> r.getCell(1).setCellFormula("1+1"),
        "[follow-up]:%d: 这一行有公式",
        "a formula");
    told(
        w -> {
          append(w.getSheet("规则"), "follow-up", "", "规则 甲");
          return row(w.getSheet("规则"), "follow-up");
        },
        r -> {},
        "[规则]:%d: 项目「follow-up」另有一张决策表",
        "is a decision table as well");
  }

  @Test
  void whatTheReadersOfTheFilesFindIsToldBySheetAndRowToo() throws IOException {
    told(PackWorkbookTest::months, r -> set(r, 9, "许多"), "[参数]:%d: 「许多」不是数字", "is not a number");
    told(
        w -> couple(w, 1),
        r -> set(r, 3, "couple.registered"),
        "[个案]:%d: 没有「registered」这一项",
        "there is no \"registered\" here");
    told(
        PackWorkbookTest::clause,
        r -> set(r, 1, "方案里没有的话"),
        "[条款]:%d: ",
        "the published text does not hold");
    told(
        w -> row(w.getSheet("先行提供的服务"), "follow-up"), r -> set(r, 2, "六月"), "[先行提供的服务]:%d: ", "六月");
  }

  @Test
  void aSheetMissingOrUnknownIsTold() throws IOException {
    told(
        w -> w.removeSheetAt(w.getSheetIndex("待明确问题")),
        ":0: 没有工作表「待明确问题」",
        "there is no sheet \"待明确问题\"");
    told(
        w -> w.removeSheetAt(w.getSheetIndex("follow-up")),
        ":0: 没有工作表「follow-up」",
        "there is no sheet \"follow-up\"");
    told(w -> w.createSheet("Sheet1"), "[Sheet1]:0: 不认识工作表「Sheet1」", "is unknown");
    told(
        w -> w.setSheetName(w.getSheetIndex("follow-up"), "follow-ups"),
        ":0: 没有工作表「follow-up」",
        "there is no sheet");
  }

  @Test
  void theWorkbookOfAnotherPackIsRefused() throws IOException {
    told(
        out("labour-standards"),
        "[说明]:0: 这是政策包「labour-standards」的工作簿",
        "this is the workbook of the pack \"labour-standards\"");
  }

  @Test
  void aFileChangedMeanwhileIsNotWrittenOverUnlessAskedFor() throws IOException {
    byte[] bytes =
        out(
            workbook -> {
              Sheet sheet = workbook.getSheet("参数");
              set(row(sheet, "continuous-months"), column(sheet, "值"), "7");
            });
    Files.writeString(root.resolve(MONTHS), text(MONTHS).replace("value: 6", "value: 8"));
    before = ShippedCopy.texts(root);

    assertThat(in(bytes).problems())
        .singleElement()
        .asString()
        .startsWith(MONTHS + ":0: 工作簿写出以后，这个文件改过了")
        .contains("has changed since the workbook was written");
    onlyDiffers();
    PackWorkbook.Applied forced = PackWorkbook.apply(root, PACK, "W.xlsx", bytes, true);
    assertThat(forced.changed()).containsExactly(MONTHS);
    assertThat(text(MONTHS)).contains("value: 7");
  }

  @Test
  void aFileWithSomethingThatHasNoPlaceInAWorkbookIsTold() throws IOException {
    String questions = "policies/shache-2024/questions.yaml";
    Files.writeString(root.resolve(MONTHS), text(MONTHS) + "remark: nothing\n");
    Files.writeString(root.resolve(questions), text(questions) + "remark: nothing\n");

    PackWorkbook.Written written = PackWorkbook.write(root, PACK);

    assertThat(written.bytes()).isNull();
    assertThat(written.problems()).hasSize(2);
    assertThat(written.problems().get(0).toString())
        .startsWith(MONTHS + ":1: 有的内容在工作簿里没有位置")
        .contains("has no place in a workbook");
    assertThat(written.problems().get(1).file()).isEqualTo(questions);
  }

  @Test
  void damagedAndRandomBytesAreProblemsNeverExceptions() throws IOException {
    byte[] whole = out("labour-standards");
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] spoilt = whole.clone();
      if (i % 3 == 0) {
        spoilt = new byte[random.nextInt(3000)];
        random.nextBytes(spoilt);
      } else if (i % 3 == 1) {
        spoilt = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        for (int j = 0; j < 1 + random.nextInt(40); j++) {
          spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
      }
      // the bytes of another pack: whatever is read, nothing may be written
      assertThat(in(spoilt).problems()).isNotEmpty();
    }
    onlyDiffers();
  }

  @Test
  void randomCellsAreProblemsNeverExceptions() throws IOException {
    Random random = new Random(4);
    List<String> words =
        List.of(
            "{", "[", "\"", "[a, b]", "{a: 1}", "甲=1；乙", "、", "none", "x.y[0]", "*a", "1e9", "\n");
    for (int i = 0; i < 25; i++) {
      byte[] spoilt =
          out(
              workbook -> {
                for (int j = 0; j < 6; j++) {
                  Sheet sheet =
                      workbook.getSheetAt(1 + random.nextInt(workbook.getNumberOfSheets() - 1));
                  Row row = sheet.getRow(random.nextInt(sheet.getLastRowNum() + 1));
                  if (row != null) {
                    set(row, random.nextInt(12), words.get(random.nextInt(words.size())));
                  }
                }
              });
      PackWorkbook.Applied applied = in(spoilt);
      assertThat(applied.problems()).allSatisfy(p -> assertThat(p.toString()).doesNotContain("\n"));
      if (!applied.problems().isEmpty()) {
        onlyDiffers();
      }
      before = ShippedCopy.texts(root);
    }
  }
}
