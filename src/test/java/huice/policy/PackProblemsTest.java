package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackProblemsTest {
  @TempDir Path root;
  @TempDir Path elsewhere;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  private void only(String file, String word, String says) {
    only(file, folder.line(file, word), says);
  }

  private void only(String file, int line, String says) {
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(file + ":" + line + ": ")
        .contains(says);
  }

  @Test
  void theTextIsWhatItsChecksumSays() {
    folder.write("policies/plan/source.txt", Folder.TEXT + "附则\n");
    only(Folder.POLICY, "sha256", "校验值与文本不符");
  }

  @Test
  void aTextHasAChecksum() {
    folder.write(Folder.POLICY, folder.text(Folder.POLICY).replaceAll("text: .*\n", ""));
    assertThat(folder.problems()).anyMatch(p -> p.contains("没有写明文本 source.txt 的校验值"));
  }

  @Test
  void aPackSaysWhetherItIsInForce() {
    folder.change(Folder.POLICY, "status: draft", "status: valid");
    only(Folder.POLICY, "status", "可以写：draft、in force");
  }

  @Test
  void anUnknownKeyOfAPackIsRefusedWithTheNearestOne() {
    folder.change(Folder.POLICY, "authority", "autority");
    assertThat(folder.problems())
        .hasSize(2)
        .anyMatch(p -> p.startsWith(Folder.POLICY + ":2: ") && p.contains("是否想写「authority」"))
        .anyMatch(p -> p.contains("没有写明 authority"));
  }

  @Test
  void aQuoteIsInTheText() {
    folder.change(Folder.CLAUSES, "按指标完成", "按比例完成");
    only(Folder.CLAUSES, "按比例完成", "公布的文本里没有「按比例完成」");
  }

  @Test
  void aClauseIsEncodedOrNot() {
    folder.change(Folder.CLAUSES, ", declined: transfer quota", "");
    only(Folder.CLAUSES, "第三条", "既没有编码，也没有说明为什么不编码");
    folder.change(Folder.CLAUSES, "kind: quota", "kind: quota, declined: quota, open: 待编码");
    only(Folder.CLAUSES, "第三条", "同时写了 declined、open");
  }

  @Test
  void anOpenClauseIsAProblemUntilItIsSettled() {
    folder.change(Folder.CLAUSES, "declined: transfer quota", "open: 待编码");
    only(Folder.CLAUSES, "第三条", "条款 第三条 还没有编码");
  }

  @Test
  void aSchemeOfAClauseHasARuleFile() {
    folder.change(Folder.CLAUSES, "[couple-award, follow-up]", "[couple-awards, follow-up]");
    only(Folder.CLAUSES, "couple-awards", "是否想写「couple-award」");
  }

  @Test
  void aParameterHasAReference() {
    folder.change(Folder.MONTHS, "    reference: 办法第一条\n", "");
    only(
        Folder.MONTHS,
        "- from: 2024-01-01",
        "没有写明出处 reference；请写明文件名和条款 (no reference; name the document and clause)");
  }

  @Test
  void aParameterSaysHowSureItIs() {
    folder.change(Folder.MONTHS, "confidence: text", "confidence: sure");
    only(Folder.MONTHS, "confidence", "confidence 不能写「sure」");
    folder.change(Folder.MONTHS, "    confidence: sure\n", "");
    only(Folder.MONTHS, "- from: 2024-01-01", "没有写明可信程度 confidence");
  }

  @Test
  void versionsOfAParameterDoNotOverlap() {
    folder.change(Folder.MONTHS, "to: 2024-12-31", "to: 2025-01-01");
    only(Folder.MONTHS, "- from: 2025-01-01", "重叠；请给前一版写 to: 2024-12-31");
  }

  @Test
  void aGapBetweenVersionsIsANotice() {
    folder.change(Folder.MONTHS, "to: 2024-12-31", "to: 2024-11-30");
    assertThat(folder.problems()).isEmpty();
    assertThat(folder.notices()).singleElement().asString().contains("2024-12-01 至 2024-12-31 没有值");
  }

  @Test
  void aVersionDoesNotEndBeforeItBegins() {
    folder.change(Folder.MONTHS, "to: 2024-12-31", "to: 2023-12-31");
    only(Folder.MONTHS, "to: 2023", "在 to（2023-12-31）之后");
  }

  @Test
  void aDateExists() {
    folder.change(Folder.MONTHS, "to: 2024-12-31", "to: 2024-11-31");
    assertThat(folder.problems()).anyMatch(p -> p.contains("没有 2024-11-31 这一天"));
  }

  @Test
  void aValueFitsTheTypeAndUnit() {
    folder.change(Folder.MONTHS, "value: 6", "value: 六");
    only(Folder.MONTHS, "value:", "「六」不是数字");
    folder.change(Folder.MONTHS, "value: 六", "value: 6e0");
    only(Folder.MONTHS, "value:", "科学计数法");
    folder.change(Folder.MONTHS, "value: 6e0", "value: 2/3");
    only(Folder.MONTHS, "value:", "「2/3」不是数字");
    folder
        .change(Folder.MONTHS, "value: 2/3", "value: 6")
        .change(Folder.MONTHS, "unit: 月", "unit: 个月");
    only(Folder.MONTHS, "unit:", "单位不能写「个月」");
  }

  @Test
  void aShareIsNotDividedByZero() {
    folder.change("policies/plan/parameters/share.yaml", "2/3", "2/0");
    only("policies/plan/parameters/share.yaml", "2/0", "分母是零");
  }

  @Test
  void whatIsNotPublishedHasNoValue() {
    folder.change(Folder.MONTHS, "at least: 3", "value: 3");
    only(Folder.MONTHS, "value: 3", "写了 not published，就不能有 value");
  }

  @Test
  void boundsAreForWhatIsNotPublished() {
    folder.change(Folder.MONTHS, "value: 6", "value: 6\n    at most: 9");
    only(Folder.MONTHS, "at most", "只能与 not published 同用");
    folder
        .change(Folder.MONTHS, "    at most: 9\n", "")
        .change(Folder.MONTHS, "at least: 3", "at least: 3\n    at most: 2");
    only(Folder.MONTHS, "at most", "at least 大于 at most");
  }

  @Test
  void aParameterByAChoiceHasAValuePerChoice() {
    folder.change(Folder.WAGE, "two: 1750", "three: 1750");
    only(Folder.WAGE, "three", "没有「three」这个选项");
    folder.change(Folder.WAGE, "values: {one: 1890.00, three: 1750}", "value: 1750");
    only(Folder.WAGE, "value: 1750", "这个参数不能写 value；请写 values");
  }

  @Test
  void aParameterIsByAChoiceOfTheDictionary() {
    folder.change(Folder.WAGE, "by: employment.tier", "by: employment.tire");
    only(Folder.WAGE, "parameter:", "是否想写「employment.tier」");
    folder.change(Folder.WAGE, "by: employment.tire", "by: employment.start");
    only(Folder.WAGE, "parameter:", "不是选项");
    folder.change(Folder.WAGE, "by: employment.start", "by: [employment.tier, employment.tear]");
    only(Folder.WAGE, "parameter:", "没有「employment.tear」");
  }

  @Test
  void aNameOfAParameterIsUniqueOverAllPacks() {
    folder.write(
        "policies/plan/parameters/again.yaml",
        folder.text(Folder.MONTHS).replace("连续就业月数", "连续 就业月数"));
    only(Folder.MONTHS, 1, "已在 policies/plan/parameters/again.yaml 里写过");
  }

  @Test
  void aClauseOfAParameterExists() {
    folder.change(Folder.MONTHS, "clause: 第一条", "clause: 第四条");
    only(Folder.MONTHS, "clause:", "没有条款「第四条」");
  }

  @Test
  void aQuestionIsAboutAParameterOrAClause() {
    folder.change("policies/plan/questions.yaml", "连续就业月数", "连续就业年数");
    only("policies/plan/questions.yaml", 1, "是否想写「连续就业月数」");
  }

  @Test
  void anAdoptedServiceExistsAndNamesAPerson() {
    folder.change("policies/plan/services.yaml", "follow-up", "folow-up");
    only("policies/plan/services.yaml", 1, "是否想写「follow-up」");
    folder.change(
        "policies/plan/services.yaml", "scheme: folow-up, by: 主任/张三(合成)", "scheme: folow-up");
    assertThat(folder.problems())
        .hasSize(2)
        .allMatch(p -> p.startsWith("policies/plan/services.yaml:1: "))
        .anyMatch(p -> p.contains("没有写明由谁采用 by"))
        .anyMatch(p -> p.contains("是否想写「follow-up」"));
  }

  @Test
  void anInteractionNamesSchemesAndAClause() {
    String file = "policies/plan/interactions.yaml";
    folder.change(file, "[couple-award, follow-up]", "[couple-award]");
    only(file, 2, "schemes 要有两个以上的项目");
    folder.change(file, "[couple-award]", "[couple-award, missing-one]");
    only(file, 2, "没有项目「missing-one」的规则文件");
    folder.change(file, "missing-one", "follow-up").change(file, "period: month", "period: year");
    only(file, 2, "可以写：month、ever");
  }

  @Test
  void aSchemeHasCasesAndCasesHaveAScheme() {
    folder.delete(Folder.CASES);
    only(Folder.RULE, 0, "没有测试个案；请写 test-cases/plan/couple-award.yaml");
    folder.write(
        "test-cases/plan/couple-awards.yaml",
        "scheme: couple-awards\ncases: [{name: 甲, on: 2024-01-01, facts: {}, expect: {}}]\n");
    assertThat(folder.problems())
        .hasSize(2)
        .anyMatch(
            p ->
                p.startsWith("test-cases/plan/couple-awards.yaml:0: ")
                    && p.contains("是否想写「couple-award」"));
  }

  @Test
  void aSchemeIsWrittenOnce() {
    folder.write("rules/plan/couple-award.drl", "rule x end");
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .contains("项目「couple-award」已在 rules/plan/couple-award.drl 里写过");
  }

  @Test
  void aCsvAndAWorkbookOfOneNameAreADuplicate() {
    folder.write("rules/plan/follow-up.xlsx", new byte[] {'P', 'K', 3, 4});
    only("rules/plan/follow-up.xlsx", 0, "已在 rules/plan/follow-up.csv 里写过");
  }

  @Test
  void unknownKindsOfFileAreToldWhatIsExpected() {
    folder.write("rules/plan/notes.docx", "x");
    only("rules/plan/notes.docx", 0, "可以放：rules/vocabulary.dsl");
    folder.delete("rules/plan/notes.docx");
    folder.write("test-cases/plan/couple-award.yml", "x");
    only("test-cases/plan/couple-award.yml", 0, "可以放：test-cases/政策包/项目.yaml");
    folder.delete("test-cases/plan/couple-award.yml");
    folder.write("policies/plan/clause.yaml", "x");
    only("policies/plan/clause.yaml", 0, "是否想写「clauses.yaml」");
  }

  @Test
  void lockFilesAndBackupsArePassedOver() {
    for (String name :
        new String[] {
          "~$follow-up.xlsx",
          ".~lock.follow-up.csv#",
          ".DS_Store",
          "couple-award.dslr~",
          ".couple-award.dslr.swp",
          "x.swp"
        }) {
      folder.write("rules/plan/" + name, new byte[] {0, 1, 2});
    }
    assertThat(folder.load().problems()).isEmpty();
  }

  @Test
  void aLinkOutOfTheFolderIsRefused() throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), "a: b");
    Files.createSymbolicLink(folder.path("policies/facts/linked.yaml"), secret);
    Files.createSymbolicLink(folder.path("rules/other"), elsewhere);
    assertThat(folder.problems()).hasSize(2).allMatch(p -> p.contains("链接指向项目之外或一个文件夹"));
  }

  @Test
  void rulesOfAPackThatIsNotThereAreAProblem() {
    folder.write("rules/plam/x-one.dslr", "规则 某\n完\n");
    folder.write(
        "test-cases/plam/x-one.yaml",
        "scheme: x-one\ncases: [{name: 甲, on: 2024-01-01, facts: {}, expect: {}}]\n");
    assertThat(folder.problems()).hasSize(2).allMatch(p -> p.contains("没有政策包「plam」；是否想写「plan」"));
  }

  @Test
  void gb18030IsReadWithANotice() {
    folder.write(Folder.TABLE, folder.text(Folder.TABLE).getBytes(Charset.forName("GB18030")));
    assertThat(folder.problems()).isEmpty();
    assertThat(folder.notices())
        .singleElement()
        .asString()
        .startsWith(Folder.TABLE + ":0: 文件是 GB18030 编码");
    assertThat(Objects.requireNonNull(folder.load().release()).tables().get(0).rows().get(0).get(0))
        .isEqualTo("情形");
  }

  @Test
  void aByteOrderMarkIsAccepted() {
    folder.write(
        Folder.TABLE, ("\uFEFF" + folder.text(Folder.TABLE)).getBytes(StandardCharsets.UTF_8));
    assertThat(folder.load().problems()).isEmpty();
    assertThat(Objects.requireNonNull(folder.load().release()).tables().get(0).rows().get(0).get(0))
        .isEqualTo("情形");
  }

  @Test
  void otherEncodingsAreProblems() {
    folder.write(Folder.RULE, "规则 夫妻".getBytes(StandardCharsets.UTF_16));
    only(Folder.RULE, 0, "UTF-16");
    folder.write(Folder.RULE, "规则 夫妻工\n".repeat(9).getBytes(StandardCharsets.UTF_16LE));
    only(Folder.RULE, 0, "UTF-16");
    folder.write(Folder.RULE, "r\u00e9gle \u00e9t\u00e9 \n".getBytes(StandardCharsets.ISO_8859_1));
    only(Folder.RULE, 0, "既不是 UTF-8 也不是 GB18030");
    folder.write(Folder.RULE, new byte[] {1, 2, 3, 0, 5, 6, 7, 8});
    only(Folder.RULE, 0, "像是二进制");
  }

  @Test
  void aHalfSavedFileIsToldFromAnotherEncoding() {
    byte[] whole = "规则 夫妻工就业奖补\n完成\n".getBytes(StandardCharsets.UTF_8);
    folder.write(Folder.RULE, java.util.Arrays.copyOf(whole, whole.length - 2));
    only(Folder.RULE, 2, "可能没有存完");
  }

  @Test
  void invisibleCharactersAreRefused() {
    folder.write(Folder.RULE, "规则 甲\n\u202E完\n");
    only(Folder.RULE, 2, "U+202E");
  }

  @Test
  void anEmptyFileIsAProblem() {
    folder.write(Folder.RULE, "");
    only(Folder.RULE, 0, "文件是空的");
    folder.write(Folder.RULE, "规则");
    folder.write(Folder.TABLE, "\n,,\n");
    only(Folder.TABLE, 0, "文件是空的");
    folder.write(Folder.TABLE, "a,b\n");
    folder.write("test-cases/plan/follow-up.yaml", "# nothing\n");
    only("test-cases/plan/follow-up.yaml", 1, "文件是空的");
  }

  @Test
  void aHugeFileIsAProblem() {
    folder.write(Folder.RULE, new byte[Trees.LIMIT + 1]);
    only(Folder.RULE, 0, "超过 2 MiB");
  }

  @Test
  void aMissingFolderIsAProblem() throws IOException {
    Path empty = Files.createDirectories(elsewhere.resolve("empty"));
    assertThat(Packs.load(empty).problems())
        .extracting("file")
        .contains("policies", "rules", "test-cases");
    assertThat(Packs.load(elsewhere.resolve("missing")).problems()).isNotEmpty();
  }
}
