package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Parameter;
import huice.model.ParameterValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters in a table: what may stand there, and where each mistake is found. */
class ParameterTableTest {
  private static final String HEAD = "文件,参数,英文,类型,单位,取值依据,条款,自,至,值,未公布,不低于,不高于,依据,把握,核对,复核\n";
  private static final String XLSX = "policies/plan/parameters/more.xlsx";
  private static final String CSV = "policies/plan/parameters/more.csv";

  @TempDir Path root;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  private List<String> csv(String text) {
    folder.write(CSV, text);
    return folder.problems();
  }

  private static List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (String line :
        (HEAD
                + "oil,灯油,Oil,money,元,,第一条,2024-01-01,2024-12-31,100,,,,办法,A,2026-11-01,\n"
                + ",,,,,,,2025-01-01,,120,,,,办法,A,2026-11-01,\n")
            .split("\n")) {
      rows.add(List.of(line.split(",", -1)));
    }
    return rows;
  }

  private Parameter parameter(String id) {
    return Objects.requireNonNull(folder.load().release()).packs().get(0).parameters().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalParametersStandInOneTableAndKeepTheirRows() {
    String text =
        HEAD
            + "oil,灯油,Oil,money,元,,第一条,2024-01-01,2024-12-31,100.50,,,,办法,A,2026-11-01,\n"
            + ",,,,,,,2025-01-01,,,没有公布,90,110,,,,\n"
            + "\n"
            + "wages,分档工资,Wages,money,元/月,employment.tier,第一条,2024-01-01,,one=1890；two=1750,,,,某通知,B,2026-11-01,\n"
            + "days,停工日,Days off,list,,,第一条,2024-01-01,,2024-01-01、2024-05-01,,,,某通知,B,2026-11-01,2027-01-01\n";

    assertThat(csv(text)).isEmpty();
    Parameter oil = parameter("plan/oil");
    assertThat(oil.file()).isEqualTo(CSV);
    assertThat(oil.line()).isEqualTo(2);
    assertThat(oil.versions()).extracting(ParameterValue::line).containsExactly(2, 3);
    assertThat(oil.versions().get(0).written()).containsEntry("", "100.50");
    assertThat(oil.versions().get(1).published()).isFalse();
    assertThat(parameter("plan/wages").by()).isEqualTo("employment.tier");
    assertThat(parameter("plan/wages").versions().get(0).written())
        .containsEntry("one", "1890")
        .containsEntry("two", "1750");
    assertThat(parameter("plan/days").versions().get(0).list())
        .containsExactly("2024-01-01", "2024-05-01");
  }

  @Test
  void theKeysOfTheFilesAreTakenAsHeadsToo() {
    assertThat(
            csv(
                "FILE,parameter,en,type,unit,clause,from,value,not  published,reference,confidence,checked\n"
                    + "oil,灯油,Oil,money,元,第一条,2024-01-01,100,,办法,A,2026-11-01\n"))
        .isEmpty();
    assertThat(parameter("plan/oil").versions()).hasSize(1);
  }

  @Test
  void typedCellsOfASpreadsheetAreTakenAsTheyAreSeen() {
    folder.write(
        XLSX,
        Spreadsheet.of(
            rows(),
            workbook -> {
              CellStyle day = workbook.createCellStyle();
              day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
              var cell = workbook.getSheetAt(0).getRow(2).getCell(7);
              cell.setCellValue(LocalDate.of(2025, 1, 1));
              cell.setCellStyle(day);
              workbook.getSheetAt(0).getRow(1).getCell(9).setCellValue(100.1);
            }));

    assertThat(folder.problems()).isEmpty();
    assertThat(parameter("plan/oil").versions().get(0).written()).containsEntry("", "100.1");
    assertThat(parameter("plan/oil").versions().get(1).from()).isEqualTo("2025-01-01");
  }

  @Test
  void aProblemOfTheReaderNamesTheRow() {
    assertThat(csv(HEAD + "oil,灯油,Oil,money,元,,第一条,2024-01-01,,,,,,办法,A,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":2: 没有写明值 value")
        .contains("no value");
  }

  @Test
  void aWrongHeadIsToldWithTheRightOne() {
    assertThat(csv(HEAD.replace("把握", "把渥") + "oil\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":1: 没有「把渥」这种列；是否想写「把握」？")
        .contains("there is no such column as \"把渥\"; did you mean \"把握\"?");
  }

  @Test
  void aHeadTwiceAndAHeadMissingAreTold() {
    assertThat(csv("文件,参数,自,自\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":1: 「自」这一列写了两次")
        .contains("the column \"自\" is there twice");
    assertThat(csv("参数,自\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":1: 没有「文件」这一列")
        .contains("there is no column \"文件\"");
  }

  @Test
  void aCellWithoutAHeadIsTold() {
    assertThat(csv("文件,参数,自\noil,灯油,2024-01-01,多\n"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith(CSV + ":2: 第 D 列有内容「多」，却没有表头")
                    .contains("column D holds \"多\" and has no head"));
  }

  @Test
  void aRowWithoutFileAboveIsTold() {
    assertThat(csv(HEAD + ",灯油,Oil,money,元,,第一条,2024-01-01,,1,,,,办法,A,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":2: 没有写明「文件」")
        .contains("no \"文件\" (file)");
  }

  @Test
  void aFileNameThatIsNoneIsTold() {
    assertThat(csv(HEAD + "../oil,灯油,Oil,money,元,,第一条,2024-01-01,,1,,,,办法,A,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":2: 「../oil」不能作文件名");
  }

  @Test
  void rowsOfOneParameterThatStandApartAreTold() {
    String row = ",灯油,Oil,money,元,,第一条,2024-01-01,2024-01-31,1,,,,办法,A,2026-11-01,\n";
    assertThat(
            csv(
                HEAD
                    + "oil"
                    + row
                    + "wick"
                    + row.replace("灯油", "灯芯")
                    + "oil,,,,,,,2024-02-01,,1,,,,办法,A,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":4: 「oil」的行不在一起")
        .contains("the rows of \"oil\" do not stand together");
  }

  @Test
  void aGeneralColumnThatChangesBelowIsTold() {
    assertThat(
            csv(
                HEAD
                    + "oil,灯油,Oil,money,元,,第一条,2024-01-01,2024-01-31,1,,,,办法,A,2026-11-01,\n"
                    + "oil,灯油,,,元/月,,,2024-02-01,,1,,,,办法,A,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":3: 「单位」写的是「元/月」，第 2 行写的是「元」")
        .contains("\"单位\" is \"元/月\" here and in row 2 \"元\"");
  }

  @Test
  void aValueByAChoiceThatNamesNoneIsTold() {
    assertThat(
            csv(
                HEAD
                    + "wages,分档工资,Wages,money,元/月,employment.tier,第一条,2024-01-01,,one=1；2,,,,某通知,B,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith(CSV + ":2: 值「2」没有写明是哪个选项的")
        .contains("the value \"2\" does not say of which choice");
  }

  @Test
  void aParameterInTwoFilesNamesBoth() {
    assertThat(csv(HEAD + "share,另一比例,Share,count,比例,,第一条,2024-01-01,,1,,,,某通知,B,2026-11-01,\n"))
        .singleElement()
        .asString()
        .startsWith("policies/plan/parameters/share.yaml:1: 参数文件「share」已在 " + CSV + " 里写过")
        .contains("is written in " + CSV + " already");
  }

  @Test
  void brokenFlowYamlIsToldWithItsRow() {
    assertThat(
            csv(
                HEAD
                    + "wages,分档工资,Wages,money,元/月,employment.tier,第一条,2024-01-01,,{one: 1,,,,某通知,B,2026-11-01,\n"))
        .first()
        .asString()
        .startsWith(CSV + ":2: ")
        .contains("以 { 或 [ 开头的按 YAML 读", "what begins with { or [ is read as YAML");
  }

  @Test
  void aNumberOfMoreThanFifteenDigitsAndAFractionMadeADateAreTold() {
    folder.write(
        XLSX,
        Spreadsheet.of(
            rows(),
            workbook -> {
              var sheet = workbook.getSheetAt(0);
              sheet.getRow(1).getCell(9).setCellValue(1234567890123456.0);
              CellStyle day = workbook.createCellStyle();
              day.setDataFormat(workbook.createDataFormat().getFormat("m\"月\"d\"日\""));
              sheet.getRow(2).getCell(9).setCellValue(LocalDate.of(2024, 2, 3));
              sheet.getRow(2).getCell(9).setCellStyle(day);
            }));

    assertThat(folder.problems()).hasSize(2);
    assertThat(folder.problems().get(0)).startsWith(XLSX + ":2: ").contains("15 位", "15 digits");
    assertThat(folder.problems().get(1)).startsWith(XLSX + ":3: ").contains("分数", "a fraction");
  }

  @Test
  void formulasAndMergedCellsAreTold() {
    folder.write(
        XLSX,
        Spreadsheet.of(
            rows(),
            (XSSFWorkbook workbook) -> {
              var sheet = workbook.getSheetAt(0);
              sheet.getRow(1).getCell(9).setCellFormula("50*2");
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            }));

    assertThat(folder.problems())
        .hasSize(2)
        .anySatisfy(p -> assertThat(p).startsWith(XLSX + ":2: 这一行有公式"))
        .anySatisfy(p -> assertThat(p).startsWith(XLSX + ":2: 单元格 A2:A3 合并了"));
  }

  @Test
  void invisibleCharactersAreToldAndLockFilesPassedOver() {
    folder.write("policies/plan/parameters/~$more.xlsx", "x");
    assertThat(folder.problems()).isEmpty();
    List<List<String>> rows = rows();
    rows.set(1, new ArrayList<>(rows.get(1)));
    rows.get(1).set(1, "灯\u200B油");
    folder.write(XLSX, Spreadsheet.of(rows));
    assertThat(folder.problems()).singleElement().asString().startsWith(XLSX + ":2: 含有看不见的字符");
  }

  @Test
  void whateverATableHoldsIsAProblemNeverAnException() {
    java.util.Random random = new java.util.Random(11);
    String good =
        HEAD
            + "oil,灯油,Oil,money,元,,第一条,2024-01-01,,100,,,,办法,A,2026-11-01,\n"
            + "wages,分档工资,Wages,money,元/月,[a, b],第一条,2024-01-01,,{one: 1},,,,某通知,B,2026-11-01,\n";
    byte[] xlsx = Spreadsheet.of(rows());
    for (int i = 0; i < 400; i++) {
      boolean text = i % 2 == 0;
      byte[] bytes = text ? good.getBytes(StandardCharsets.UTF_8) : xlsx.clone();
      for (int j = random.nextInt(12); j >= 0; j--) {
        bytes[random.nextInt(bytes.length)] =
            text && random.nextBoolean()
                ? (byte) ",\"{}[]=;\n:&*".charAt(random.nextInt(12))
                : (byte) random.nextInt(256);
      }
      String file = text ? CSV : XLSX;
      Problems problems = Problems.empty().in(file);
      new OfficerFile(new SourceFile(file, bytes, true), "plan", problems)
          .parameters()
          .forEach(p -> ParameterReader.read("plan", p.name(), Section.of(p.tree(), 1, problems)));
      assertThat(problems.all()).allSatisfy(p -> assertThat(p.toString()).doesNotContain("\n"));
    }
  }
}
