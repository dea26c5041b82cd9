package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.Known;
import huice.model.Node;
import huice.model.Rows;
import huice.model.TestCase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCaseProblemsTest {
  @TempDir Path root;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  private void only(String word, String says) {
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(Folder.CASES + ":" + folder.line(Folder.CASES, word) + ": ")
        .contains(says);
  }

  private Case changed(String change) {
    folder.change(
        Folder.CASES,
        "change: {\"worker.employments[0].start\": 2024-03-02}",
        "change: {" + change + "}");
    assertThat(folder.problems()).isEmpty();
    List<TestCase> cases = Objects.requireNonNull(folder.load().release()).cases();
    return cases.get(1).given();
  }

  private static Rows employments(Case given, String root) {
    Node node = Objects.requireNonNull(given.roots().get(root));
    return Objects.requireNonNull(node.list(node.entity().relation("employments").orElseThrow()));
  }

  @Test
  void aChangeMayAddARow() {
    Case given = changed("\"worker.employments[1]\": {start: 2024-05-01}");
    assertThat(employments(given, "worker").rows())
        .extracting(Node::path)
        .containsExactly("worker.employments[0]", "worker.employments[1]");
  }

  @Test
  void aChangeReachesTheRowsOfACompleteList() {
    Case given =
        changed("\"spouse.employments[0].end\": none, spouse.employments.complete_to: 2024-08-01");
    Rows rows = employments(given, "spouse");
    assertThat(rows.completeTo()).isEqualTo(LocalDate.of(2024, 8, 1));
    Node row = rows.rows().get(0);
    assertThat(row.fact(row.entity().fact("end").orElseThrow())).isInstanceOf(Known.None.class);
  }

  @Test
  void aChangeMaySayHowFarABareListIsComplete() {
    Rows rows = employments(changed("worker.employments.complete_to: 2024-08-01"), "worker");
    assertThat(rows.completeTo()).isEqualTo(LocalDate.of(2024, 8, 1));
    assertThat(rows.rows()).hasSize(1);
  }

  @Test
  void aChangeMayBeginSomethingNew() {
    Case given = changed("worker.home.members: 3, spouse.paid: {value: 1, source: document}");
    assertThat(given.roots()).containsOnlyKeys("worker", "spouse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"worker.employments[3].start\": 2024-03-02 | 列表只有 1 行",
        "\"worker.jobs[0].start\": 2024-03-02 | 没有「worker.jobs」这个列表或成员",
        "\"worker.birth_date.x.y\": 1 | 没有可以填「x」的地方",
        "worker..start: 1 | 写法不对",
        "\"worker[0].start\": 1 | 没有列表"
      })
  void aPathThatLeadsNowhereIsAProblem(String change, String says) {
    folder.change(
        Folder.CASES,
        "change: {\"worker.employments[0].start\": 2024-03-02}",
        "change: {" + change + "}");
    only("change:", says);
  }

  @Test
  void whatIsNotThereCannotBeRemoved() {
    folder.change(Folder.CASES, "remove: [worker.birth_date]", "remove: [worker.paid]");
    only("remove:", "没有可以删去的「worker.paid」");
  }

  @Test
  void aChangeToAnUnknownFactIsAProblemOnItsLine() {
    folder.change(
        Folder.CASES, "\"worker.employments[0].start\": 2024-03-02", "worker.enroled: yes");
    only("change:", "是否想写「enrolled」");
  }

  @Test
  void aFaultOfACaseIsToldOnceHoweverManyCasesAreLikeIt() {
    folder.change(Folder.CASES, "tier: 一档", "tier: 九档");
    only("tier:", "没有「九档」这个选项");
  }

  @Test
  void aCaseIsLikeAnEarlierOne() {
    folder.change(Folder.CASES, "like: 刚好满", "like: 刚刚好满");
    only("like:", "是否想写「刚好满」");
  }

  @Test
  void namesOfCasesAreUnique() {
    folder.change(Folder.CASES, "name: 差一天", "name: 刚好满");
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(Folder.CASES + ":13: 个案「刚好满」写了两次");
  }

  @Test
  void aCaseExpectsSomethingThatCanBe() {
    folder.change(Folder.CASES, "outcome: NOT_ELIGIBLE", "outcome: NOTELIGIBLE");
    only("NOTELIGIBLE", "是否想写「NOT_ELIGIBLE」");
    folder.change(Folder.CASES, "outcome: NOTELIGIBLE", "conditions: {双方就业: no}");
    only("双方就业: no", "可以写：met、not met、unknown");
    folder.change(Folder.CASES, "expect: {conditions: {双方就业: no}}", "note: 只是说明");
    only("差一天", "没有写明预期结果 expect");
  }

  @Test
  void whatIsExpectedKeepsItsWords() {
    Map<String, Object> expect =
        Objects.requireNonNull(folder.load().release()).cases().get(0).expect();
    assertThat(expect)
        .containsEntry("outcome", "ELIGIBLE")
        .containsEntry("conditions", Map.of("双方就业", "met"))
        .containsEntry("missing", List.of("worker.paid"));
  }

  @Test
  void theFileNamesItsScheme() {
    folder.change(Folder.CASES, "scheme: couple-award", "scheme: couple");
    only("scheme:", "请写 scheme: couple-award");
  }

  private static final String STORY = "test-cases/plan/stories/life.yaml";

  private void story(String expect) {
    folder.write(
        STORY,
        """
        story: 一段经历
        cases:
          - name: 第一步
            on: 2024-09-01
            facts: {worker: {enrolled: true}}
            expect: {couple-award: {outcome: NEEDS_INFO}}
          - name: 第二步
            like: 第一步
            change: {worker.enrolled: false}
            expect: %s
        """
            .formatted(expect));
  }

  @Test
  void aStepOfAStoryIsACaseOfEachSchemeItExpectsSomethingOf() {
    story("{couple-award: {outcome: NEEDS_INFO}, follow-up worker: {outcome: NOT_DUE}}");
    assertThat(folder.problems()).isEmpty();
    List<TestCase> steps =
        Objects.requireNonNull(folder.load().release()).cases().stream()
            .filter(c -> c.file().equals(STORY))
            .toList();
    assertThat(steps)
        .extracting(c -> c.name() + " " + c.scheme())
        .containsExactly("一段经历：第一步 couple-award", "一段经历：第二步 couple-award", "一段经历：第二步 follow-up");
    assertThat(steps.get(2).expect()).containsEntry("subject", "worker");
  }

  @Test
  void aStoryMayExpectOnlyOfSchemesThatExist() {
    story("{couple-awards: {outcome: NEEDS_INFO}}");
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(STORY + ":" + folder.line(STORY, "第二步") + ": ")
        .contains("couple-awards", "couple-award");
  }

  @Test
  void aStoryExpectsKnownOutcomes() {
    story("{couple-award: {outcome: ELIGIBEL}}");
    assertThat(folder.problems())
        .singleElement()
        .asString()
        .startsWith(STORY + ":" + folder.line(STORY, "ELIGIBEL") + ": ")
        .contains("ELIGIBLE");
  }

  @Test
  void whatIsNoKeyOfAnExpectationIsToldOnItsLine() {
    folder.change(Folder.CASES, "outcome: NOT_ELIGIBLE", "amount: {least: 1}");
    only("least", "没有「least」这个键");
  }
}
