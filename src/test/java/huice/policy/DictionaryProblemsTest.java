package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Dictionary;
import huice.model.Problem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryProblemsTest {
  @TempDir Path root;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  /** The one problem there is stands at a word of a file and says something. */
  private void only(String file, String word, String says) {
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(file + ":" + folder.line(file, word) + ": ")
        .contains(says);
  }

  @Test
  void aTypeOutsideTheClosedListIsRefused() {
    folder.change(Folder.FACTS, "type: money", "type: text");
    only(Folder.FACTS, "type: text", "可以写：date、money、count、yes/no、choice");
  }

  @Test
  void aSourceThatIsNoListedRegisterIsRefused() {
    folder.change(Folder.FACTS, "sources: [ledger]", "sources: [register:social-insurence]");
    only(Folder.FACTS, "social-insurence", "是否想写「register:social-insurance」");
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "informant", "village", "police"})
  void impressionsInformantsVillageOpinionsAndThePoliceAreNoSources(String source) {
    folder.change(Folder.FACTS, "sources: [ledger]", "sources: [" + source + "]");
    only(Folder.FACTS, "sources: [" + source, "来源不能写");
  }

  @Test
  void aFactNamesItsSources() {
    folder.change(Folder.FACTS, "    sources: [ledger]\n", "");
    only(Folder.FACTS, "first_month:", "没有写明来源 sources");
  }

  @Test
  void aCountHasAUnit() {
    folder.change("policies/facts/home.yaml", "    unit: 人\n", "");
    only("policies/facts/home.yaml", "members:", "数量没有单位 unit");
  }

  @Test
  void aUnitFitsTheType() {
    folder.change("policies/facts/home.yaml", "unit: 人", "unit: 元");
    only("policies/facts/home.yaml", "unit: 元", "单位不能写「元」");
  }

  @Test
  void aChoiceListsItsChoices() {
    String file = "policies/facts/employment.yaml";
    folder.change(file, "    choices: {one: {zh: 一档, en: one}, two: {zh: 二档, en: two}}\n", "");
    only(file, "tier:", "选项没有列全 choices");
  }

  @Test
  void aLabelIsInBothLanguages() {
    folder.change(Folder.FACTS, "label: {zh: 缴费, en: Paid}", "label: {zh: 缴费}");
    only(Folder.FACTS, "label: {zh: 缴费}", "没有写明 en");
  }

  @Test
  void aFactHasAQuestion() {
    folder.change(Folder.FACTS, "    question: {zh: 交了多少？, en: How much was paid?}\n", "");
    only(Folder.FACTS, "paid:", "没有写明 question");
  }

  @Test
  void whoChangesAFactIsOneOfFour() {
    folder.change(Folder.FACTS, "changes: nobody", "changes: fate");
    only(Folder.FACTS, "changes: fate", "changes 不能写「fate」");
  }

  @Test
  void absenceMeansOneOfTwoThings() {
    folder.change(Folder.FACTS, "absent: unsettled", "absent: refuse");
    only(Folder.FACTS, "absent: refuse", "可以写：ask、unsettled");
  }

  @Test
  void freshnessIsAPeriod() {
    folder.change(Folder.FACTS, "fresh: P6M", "fresh: 六个月");
    only(Folder.FACTS, "fresh:", "请写 P6M");
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestOne() {
    folder.change(Folder.FACTS, "fresh: P6M", "frehs: P6M");
    only(Folder.FACTS, "frehs:", "是否想写「fresh」");
  }

  @Test
  void aNameOfAFactIsPlain() {
    folder.change("policies/facts/home.yaml", "members:", "家庭人数:");
    only("policies/facts/home.yaml", "家庭人数:", "不能作名称");
  }

  @Test
  void beginsNamesADateFact() {
    folder.change("policies/facts/employment.yaml", "begins: start", "begins: strat");
    only("policies/facts/employment.yaml", "begins:", "是否想写「start」");
  }

  @Test
  void aListNamesAnEntity() {
    folder.change(Folder.FACTS, "entity: employment", "entity: employments");
    only(Folder.FACTS, "entity: employments", "是否想写「employment」");
  }

  @Test
  void anEntityIsWrittenOnce() {
    folder.write("policies/facts/zuhause.yaml", folder.text("policies/facts/home.yaml"));
    only("policies/facts/zuhause.yaml", "entity:", "已在别的文件里写过");
  }

  @Test
  void aSubjectIsOneOfThreeForms() {
    folder.change(Folder.SUBJECTS, ", root: worker}", "}");
    only(Folder.SUBJECTS, "  worker: {label", "要写一个，只写一个");
  }

  @Test
  void membersOfASubjectAreRootsOfACase() {
    folder.change(Folder.SUBJECTS, "members: [worker, spouse]", "members: [worker, spose]");
    only(Folder.SUBJECTS, "spose", "是否想写「spouse」");
  }

  @ParameterizedTest
  @CsvSource({
    "ethnic_group, 族群", "minzu, 民族", "beliefs, 宗教信仰", "mind, 思想状况", "state, 公安备案",
    "station, 派出所意见", "total, 综合评分", "points, 分", "credit, 积分", "grade, 信用等级",
    "level, 层次", "colour, 标注", "hue, 绿色", "home_town, 籍贯", "residence, 户籍地",
    "hukou, 落户", "past, 刑满释放", "whereabouts, 在哪", "location, 在哪", "trajectory, 路径",
    "refusals, 次数", "offers, 拒绝次数", "risk, 情况", "rank, 次序", "vetted, 政审情况"
  })
  void whatIsNeverBuiltCannotBeAFact(String id, String label) {
    String file = "policies/facts/home.yaml";
    folder.change(file, "members:", id + ":").change(file, "zh: 人数", "zh: " + label);
    only(file, "  " + id + ":", "字典里不能有");
  }

  @ParameterizedTest
  @CsvSource({
    "flag, 参加升国旗活动, Took part in flag raising, 思想, thought",
    "oath_day, 宣誓日期, Day of the oath, 思想, thought",
    "stance, 已表态, Said where one stands, 思想, thought",
    "evening, 夜校次数, Evening classes, 思想, thought",
    "kin, 有亲属在境外, Relatives elsewhere, 行踪, whereabouts",
    "kin, 有亲属在外, Relatives abroad, 行踪, whereabouts",
    "paper, 持有护照, Holds one, 行踪, whereabouts",
    "passport, 持有证件, Holds one, 行踪, whereabouts",
    "dress, 戴面纱, Wears one, 宗教, religion",
    "dress, 着装, Wears a veil, 宗教, religion",
    "dress, 留胡须, Grows it, 宗教, religion",
    "dress, 着装, Wears a hijab, 宗教, religion",
    "claim, 骗取补贴, Claimed it, 故意, fault",
    "claim, 故意漏报, Left it out, 故意, fault",
    "claim, 申报, Fraudulent claim, 故意, fault",
    "claim, 申报, Intentionally left out, 故意, fault",
    "calls, 走访次数, Calls made, 警务和监视, police",
    "pool, 列入储备名单, On the list, 转移指标, quota"
  })
  void whatThePolicyWantsOfThoughtFaithFaultAndWatchingIsRefusedToo(
      String id, String zh, String en, String name, String attribute) {
    String file = "policies/facts/home.yaml";
    folder
        .change(file, "members:", id + ":")
        .change(file, "zh: 人数", "zh: " + zh)
        .change(file, "en: Members", "en: " + en);
    only(file, "  " + id + ":", "（" + name + "）");
    only(file, "  " + id + ":", "(" + attribute + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "visit_wanted, 要求上门, Visit wanted",
    "shop_open, 门店位于本县, Shop is in this county",
    "trained_on, 技能培训结业日期, Day of completing the training",
    "vacancy_open, 岗位空缺数, Open vacancies",
    "project, 以工代赈项目, Work-relief project",
    "spent, 支出国家补助, State aid spent",
    "wish, 求职意向, Intended occupation"
  })
  void whatServicesNeedIsNotRefused(String id, String zh, String en) {
    String file = "policies/facts/home.yaml";
    folder
        .change(file, "members:", id + ":")
        .change(file, "zh: 人数", "zh: " + zh)
        .change(file, "en: Members", "en: " + en);
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void whatIsNeverBuiltCannotHideInAQuestionOrAChoice() {
    folder.change("policies/facts/employment.yaml", "zh: 一档, en: one", "zh: 一档, en: police record");
    only("policies/facts/employment.yaml", "choices:", "「police」");
    folder.change("policies/facts/employment.yaml", "police record", "one");
    folder.change(Folder.FACTS, "交了多少？", "您属于哪个民族？");
    only(Folder.FACTS, "  paid:", "「民族」");
  }

  @Test
  void aRegisterCannotBeOneOfThePolice() {
    folder.write(
        "policies/facts/registers.yaml",
        "registers: {social-insurance: {zh: 社会保险, en: Social insurance}, x: {zh: 公安人口库, en: Persons}}\n");
    only("policies/facts/registers.yaml", "registers:", "「公安」");
  }

  @Test
  void basisPointsAndSocialSecurityAreHarmless() {
    folder.change(
        "policies/facts/home.yaml",
        "en: How many?",
        "en: \"How many basis points, by which stage, for social security?\"");
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void wordsAddedToTheListAreRefusedToo() {
    folder.change("policies/facts/home.yaml", "zh: 人数", "zh: 觉悟程度");
    only("policies/facts/home.yaml", "members:", "（思想）");
  }

  @Test
  void aProtectedAttributeSaysSo() {
    folder.change(Folder.FACTS, "    protected: age\n", "");
    assertThat(folder.problems()).anyMatch(p -> p.contains("属于受保护的特征（年龄），却没有标明"));
    folder.change("policies/facts/home.yaml", "zh: 人数", "zh: 女工人数");
    assertThat(folder.problems()).anyMatch(p -> p.contains("「女工」属于受保护的特征（性别）"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ethnicity", "religion", "origin"})
  void someAttributesCannotBeDeclaredEither(String attribute) {
    folder.change(Folder.FACTS, "protected: age", "protected: " + attribute);
    only(Folder.FACTS, "protected: ", "不能记录，标明也不行");
  }

  @Test
  void aUseOfAProtectedAttributeNamesItsGround() {
    folder.change(Folder.PROTECTED, ", ground: 某法第一条", "");
    only(Folder.PROTECTED, "fact: worker", "没有写明法律依据 ground");
  }

  @Test
  void aUseOfAProtectedAttributeNamesAFactThatIs() {
    folder.change(Folder.PROTECTED, "worker.birth_date", "worker.birthdate");
    only(Folder.PROTECTED, "fact: worker", "是否想写「worker.birth_date」");
    folder.change(Folder.PROTECTED, "worker.birthdate", "worker.paid");
    only(Folder.PROTECTED, "fact: worker", "没有标明 protected");
  }

  @Test
  void factsAndListsThatNoConditionReadsAreNamed() {
    Dictionary dictionary = dictionary();
    Set<String> read =
        new HashSet<>(
            Set.of("worker.birth_date", "worker.paid", "worker.first_month", "worker.enrolled"));
    read.addAll(Set.of("worker.home", "worker.employments", "employment.tier"));

    assertThat(DictionaryCheck.unread(dictionary, read))
        .singleElement()
        .asString()
        .startsWith("policies/facts/home.yaml:4: 没有条件读取「home.members」");
    read.add("home.members");
    assertThat(DictionaryCheck.unread(dictionary, read)).isEmpty();
    read.remove("worker.employments");
    assertThat(DictionaryCheck.unread(dictionary, read))
        .extracting(p -> p.what().en())
        .containsExactlyInAnyOrder(
            "no condition reads \"worker.employments\"",
            "no condition reads \"employment.start\"",
            "no condition reads \"employment.end\"");
  }

  @Test
  void aSchemeThatReadsAProtectedAttributeNeedsAnEntryOfItsOwn() {
    Dictionary dictionary = dictionary();
    List<Problem> problems =
        DictionaryCheck.protectedReads(
            dictionary,
            List.of(
                new DictionaryCheck.Reads("couple-award", Set.of("worker.birth_date"), "a.dslr", 1),
                new DictionaryCheck.Reads(
                    "other", Set.of("worker.birth_date", "worker.paid"), "b.dslr", 2)));
    assertThat(problems).singleElement().asString().startsWith("b.dslr:2: 项目「other」读取受保护的特征");
    assertThat(DictionaryCheck.protectedReads(dictionary, List.of()))
        .singleElement()
        .matches(Problem::notice);
  }

  @Test
  void aDictionaryBeyondReadingBlamesNoOtherFile() {
    folder.write(Folder.FACTS, "entity: [");
    assertThat(folder.problems()).singleElement().asString().startsWith(Folder.FACTS + ":1: ");
    assertThat(folder.load().release()).isNull();
  }

  private Dictionary dictionary() {
    return Objects.requireNonNull(folder.load().release()).dictionary();
  }
}
