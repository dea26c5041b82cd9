package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.TestCase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases in a table: what may stand there, and where each mistake is found. */
class CaseTableTest {
  private static final String HEAD = "个案,栏目,项,值\n";
  private static final String CSV = "test-cases/plan/couple-award.csv";
  private static final String GOOD =
      HEAD
          + "刚好满,日期,,2024-09-01\n"
          + ",事实,worker.birth_date,1990-02-28\n"
          + ",事实,worker.employments,\"[{start: 2024-01-01, end: none, tier: 一档}]\"\n"
          + ",事实,spouse.employments.complete_to,2024-09-01\n"
          + ",事实,spouse.employments.rows,\"[{start: 2024-01-02}]\"\n"
          + ",预期,outcome,ELIGIBLE\n"
          + ",预期,conditions.双方就业,met\n"
          + ",预期,missing,[worker.paid]\n"
          + "差一天,依照,,刚好满\n"
          + ",改变,worker.employments[0].start,2024-03-02\n"
          + ",remove,worker.birth_date,\n"
          + ",EXPECT,outcome,NOT_ELIGIBLE\n"
          + ",说明,,只是说明\n";

  @TempDir Path root;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  private List<String> csv(String text) {
    folder.write(CSV, text);
    if (folder.path(Folder.CASES).toFile().exists()) {
      folder.delete(Folder.CASES);
    }
    return folder.problems();
  }

  private List<TestCase> cases() {
    return Objects.requireNonNull(folder.load().release()).cases().stream()
        .filter(c -> c.scheme().equals("couple-award"))
        .toList();
  }

  private void told(String text, String zh, String en) {
    assertThat(csv(text)).first().asString().startsWith(CSV + ":" + zh).contains(en);
  }

  @Test
  void casesSayTheSameInATableAsInYaml() {
    List<TestCase> yaml = cases();

    assertThat(csv(GOOD)).isEmpty();
    assertThat(cases())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("(.*\\.)?(file|line)")
        .isEqualTo(yaml);
    assertThat(cases()).extracting(TestCase::line).containsExactly(2, 10);
    assertThat(cases()).extracting(TestCase::file).containsOnly(CSV);
  }

  @Test
  void yesAndNoOfASpreadsheetAreTaken() {
    folder.delete(Folder.CASES);
    List<List<String>> rows = new java.util.ArrayList<>();
    for (String line :
        List.of("个案,栏目,项,值", "甲,日期,,2024-09-01", ",事实,worker.enrolled,x", ",预期,outcome,ELIGIBLE")) {
      rows.add(List.of(line.split(",")));
    }
    folder.write(
        CSV.replace(".csv", ".xlsx"),
        Spreadsheet.of(rows, w -> w.getSheetAt(0).getRow(2).getCell(3).setCellValue(true)));

    assertThat(folder.problems()).isEmpty();
    assertThat(cases()).hasSize(1);
  }

  @Test
  void aWrongFactNamesItsRow() {
    told(
        GOOD.replace("worker.birth_date,1990", "worker.birth_day,1990"),
        "3: 没有「birth_day」这一项",
        "there is no \"birth_day\" here");
  }

  @Test
  void twoFormsForOneSchemeNameBothFiles() {
    folder.write(CSV, GOOD);
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(Folder.CASES + ":0: 项目「couple-award」的个案已在 " + CSV + " 里写过")
        .contains("are written in " + CSV + " already");
  }

  @Test
  void anUnknownPartIsToldWithTheRightOne() {
    told(GOOD.replace(",改变,", ",更变,"), "11: 没有「更变」这个栏目", "there is no part \"更变\"");
    told(GOOD.replace(",改变,", ",,"), "11: 没有写明栏目", "no part");
  }

  @Test
  void aWrongHeadIsTold() {
    told(GOOD.replace("栏目", "拦目"), "1: 没有「拦目」这种列；是否想写「栏目」？", "did you mean \"栏目\"?");
    assertThat(folder.problems()).hasSize(1);
  }

  @Test
  void aRowWithoutCaseAboveIsTold() {
    told(GOOD.replace("刚好满,日期", ",日期"), "2: 没有写明「个案」", "no \"个案\" (name)");
  }

  @Test
  void rowsOfACaseThatStandApartAreTold() {
    told(GOOD + "刚好满,说明,,又\n", "15: 「刚好满」的行不在一起", "do not stand together");
  }

  @Test
  void aFactTwiceIsTold() {
    told(
        GOOD.replace(",预期,outcome,E", ",事实,worker.birth_date,1990-03-01\n,预期,outcome,E"),
        "7: 「worker.birth_date」写了两次",
        "is written twice");
    told(GOOD.replace(",说明", ",预期,outcome.low,1\n,说明"), "14: 「outcome」写了两次", "is written twice");
  }

  @Test
  void aValueMissingOrOutOfPlaceIsTold() {
    told(GOOD.replace("birth_date,1990-02-28", "birth_date,"), "3: 没有值", "there is no value");
    told(GOOD.replace("birth_date,\n", "birth_date,1\n"), "12: 「删去」不写值", "takes no value");
    told(GOOD.replace("日期,,2024", "日期,x,2024"), "2: 「日期」没有项「x」", "has no key \"x\"");
    told(GOOD.replace("预期,outcome,E", "预期,,E"), "7: 「expect」没有写明项", "no key of the part");
  }

  @Test
  void brokenFlowYamlIsToldWithItsRow() {
    told(GOOD.replace("tier: 一档}]", "tier: 一档}"), "4: ", "is read as YAML");
    told(GOOD.replace("[worker.paid]", "[*a]"), "9: ", "anchors and aliases");
  }

  @Test
  void aPathThatLeadsNowhereIsTold() {
    told(
        GOOD.replace("worker.birth_date,1990-02-28", "worker.employments[1].start,2024-01-01"),
        "3: ",
        "there is no list or member");
  }

  @Test
  void anOtherFormIsRefusedWithTheFormsThereAre() {
    folder.write("test-cases/plan/couple-award.xls", "x");
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .contains("test-cases/政策包/项目.yaml、.xlsx、.csv", "SCHEME.yaml, .xlsx or .csv");
  }

  @Test
  void whateverATableHoldsIsAProblemNeverAnException() {
    Random random = new Random(13);
    FactsFolder.Read facts = new FactsFolder.Read(null, java.util.Set.of());
    for (int i = 0; i < 600; i++) {
      byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int j = random.nextInt(8); j >= 0; j--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextInt(3) > 0
                ? (byte) ",\"{}[]=.\n:&*".charAt(random.nextInt(12))
                : (byte) random.nextInt(256);
      }
      Problems problems = Problems.empty().in(CSV);
      Tree tree = new OfficerFile(new SourceFile(CSV, bytes, true), "plan", problems).cases();
      Section section = tree == null ? null : Section.of(tree, 1, problems);
      if (section != null) {
        new TestCaseReader("plan", "couple-award", false, facts, section).read();
      }
      assertThat(problems.all()).allSatisfy(p -> assertThat(p.toString()).doesNotContain("\n"));
    }
  }
}
