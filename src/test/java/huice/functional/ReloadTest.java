package huice.functional;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class ReloadTest {
  private static final Logger LOG = Logger.getLogger(ReloadTest.class);
  private static final String RULE = "rules/shache-2024/couple-award.dslr";
  private static final String MONTHS = "policies/shache-2024/parameters/continuous-months.yaml";

  private static final String COUPLE_CASES = "test-cases/shache-2024/couple-award.yaml";
  private static final String COUPLE_STORY =
      "test-cases/shache-2024/stories/couple-with-a-gap.yaml";

  private String first;

  @BeforeEach
  void remember() {
    first = Given.release();
  }

  @AfterEach
  void theFilesAsShippedAreLiveAgain() {
    Await.until(() -> Given.release().equals(first) && faults() == 0);
  }

  @Test
  void aChangedFileIsLiveSoon() {
    TestProject.with(
        MONTHS,
        ReloadTest::reworded,
        () -> {
          long begun = System.nanoTime();
          Await.until(() -> !Given.release().equals(first));
          LOG.infof("live after %d ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());

          assertThat(reference()).contains("就业六个月以上");
        });
  }

  /** Changes what an answer says and nothing of what it comes to, so that all cases still hold. */
  private static String reworded(String parameter) {
    return parameter.replace("稳定就业6个月以上", "稳定就业六个月以上");
  }

  private static String reference() {
    return when()
        .get("/api/register?on=2024-09-01")
        .path(
            "schemes.find { it.scheme == 'couple-award' }.parameters"
                + ".find { it.name == '连续就业月数' }.reference");
  }

  @Test
  void aBrokenFileIsReportedByFileAndLineAndTheOldReleaseGoesOn() {
    List<String> logged =
        LoggedWhile.doing(
            () -> {
              TestProject.with(
                  RULE,
                  text -> text.replace("双方此前都没有领取过本项奖补", "双方此前都没有领过本项奖补"),
                  () -> {
                    Await.until(() -> faults() > 0);
                    assertThat(Given.release()).isEqualTo(first);
                    Given.check(Given.example("couple-award"))
                        .then()
                        .statusCode(200)
                        .body("release", equalTo(first));
                    when().get("/about").then().body(containsString("改动未生效"));
                  });
              Await.until(() -> faults() == 0);
            });
    assertThat(logged).anyMatch(line -> line.matches("(?s)" + RULE + ":\\d+: .*"));
    assertThat(logged).anyMatch(line -> line.contains("文件已没有错误 the files are sound again"));
  }

  @Test
  void aReleaseThatACaseNoLongerHoldsForIsReportedAndTheOldOneGoesOn() {
    List<String> logged =
        LoggedWhile.doing(
            () ->
                TestProject.with(
                    MONTHS,
                    text -> text.replace("value: 6", "value: 7"),
                    () -> {
                      Await.until(() -> faults() > 0);
                      assertThat(Given.release()).isEqualTo(first);
                    }));
    assertThat(logged)
        .anyMatch(
            line ->
                line.matches("(?s)" + COUPLE_CASES + ":\\d+: .*")
                    && line.contains("没有通过")
                    && line.contains("outcome 应为 ELIGIBLE 得到 NOT_ELIGIBLE"));
  }

  @Test
  void aReleaseThatTheCheckRefusesIsReportedAndTheOldOneGoesOn() {
    List<String> logged =
        LoggedWhile.doing(
            () ->
                TestProject.with(
                    COUPLE_CASES,
                    text ->
                        text.replaceFirst("expect: \\{", "expect: {conditions: {已经没有的条件: met}, "),
                    () -> {
                      Await.until(() -> faults() > 0);
                      assertThat(Given.release()).isEqualTo(first);
                    }));
    assertThat(logged).anyMatch(line -> line.contains("没有条件「已经没有的条件」"));
  }

  private static int faults() {
    return when().get("/q/health/ready").path("checks.find { it.name == 'release' }.data.faults");
  }

  @Test
  void aFactAddedToTheDictionaryIsAskedReadAndDescribedWithoutJava() {
    String fact =
        """
          brings_own_tools:
            label: {zh: 自备工具, en: Brings own tools}
            question: {zh: 您自备工具吗？, en: Do you bring your own tools?}
            type: yes/no
            sources: [person]
            proofs: [本人说明]
            changes: person
            absent: ask
        """;
    String sentence =
        "[condition]本人自备工具\\s*$=Case( value(\"worker.brings_own_tools\", \"alone\") == true )";
    TestProject.with(
        "policies/facts/worker.yaml",
        text -> text.replaceFirst("facts:\n", "facts:\n" + fact),
        () ->
            TestProject.with(
                "rules/vocabulary.dsl",
                text -> text + "\n" + sentence + "\n",
                () ->
                    TestProject.with(
                        RULE,
                        text -> text.replace("\n则\n", "\n    本人自备工具\n则\n"),
                        () ->
                            TestProject.with(
                                COUPLE_CASES,
                                text -> withTools(text) + CASES_OF_TOOLS,
                                () ->
                                    TestProject.with(
                                        COUPLE_STORY,
                                        ReloadTest::withTools,
                                        this::theNewFactIsUsed)))));
  }

  private static final String CASES_OF_TOOLS =
      """
        - name: 不自备工具
          like: 刚好满六个月
          change: {worker.brings_own_tools: false}
          expect: {outcome: NOT_ELIGIBLE}
        - name: 是否自备工具不详
          like: 刚好满六个月
          remove: [worker.brings_own_tools]
          expect: {outcome: NEEDS_INFO}
      """;

  private static String withTools(String cases) {
    return cases.replace("      worker:\n", "      worker:\n        brings_own_tools: true\n");
  }

  private void theNewFactIsUsed() {
    Await.until(() -> !Given.release().equals(first) && faults() == 0);
    when()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "components.schemas.'Case.worker'.properties.brings_own_tools.title",
            containsString("自备工具"));
    String asked = "outcomes.find { it.scheme == 'couple-award' }";
    JsonPath json = JsonPath.from(Given.text(Given.example("couple-award")));
    Map<String, Map<String, Object>> facts = json.getMap("facts");
    facts.get("worker").put("brings_own_tools", true);
    Map<String, Object> body = Map.of("on", json.getString("on"), "facts", facts);
    Given.check(body).then().statusCode(200).body(asked + ".outcome", equalTo("ELIGIBLE"));

    facts.get("worker").remove("brings_own_tools");
    Given.check(body)
        .then()
        .statusCode(200)
        .body(asked + ".outcome", equalTo("NEEDS_INFO"))
        .body(asked + ".missing[0].fact", equalTo("worker.brings_own_tools"));
    theNewFactIsOnTheFormAndRecorded();
  }

  private static void theNewFactIsOnTheFormAndRecorded() {
    when()
        .get("/api/forms/worker")
        .then()
        .body("entity.facts.find { it.id == 'brings_own_tools' }.question", equalTo("您自备工具吗？"));
    String person = Desk.person("A");
    Desk.record("A", person, Desk.entry("brings_own_tools", "value", true));
    Desk.facts("A", person, "?on=2024-09-01")
        .body("known.facts.worker.brings_own_tools.value", equalTo(true));
    Desk.send("A", person, Desk.entry("brings_own_tools", "value", "three")).then().statusCode(422);
  }

  @Test
  void underLoadEveryAnswerComesFromExactlyOneReleaseAndNoneIsDropped() throws Exception {
    String body = Given.text(Given.example("couple-award"));
    Map<String, Set<String>> seen = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService senders = Executors.newFixedThreadPool(2);
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      counts.add(senders.submit(sender(body, seen, over)));
    }
    for (int swap = 0; swap < 3; swap++) {
      TestProject.with(
          MONTHS, ReloadTest::reworded, () -> Await.until(() -> !Given.release().equals(first)));
      Await.until(() -> Given.release().equals(first));
    }
    over.set(true);
    int answers = 0;
    for (Future<Integer> count : counts) {
      answers += count.get();
    }
    senders.shutdown();

    LOG.infof("%d answers from %d releases", answers, seen.size());
    assertThat(seen).hasSize(2);
    assertThat(seen.get(first)).hasSize(1).allMatch(marks -> marks.contains("就业6个月"));
    seen.remove(first);
    assertThat(seen.values())
        .singleElement()
        .satisfies(marks -> assertThat(marks).hasSize(1).allMatch(mark -> mark.contains("就业六个月")));
  }

  /** Sends until it is over; collects by release what tells which rules were used. */
  private static Callable<Integer> sender(
      String body, Map<String, Set<String>> seen, AtomicBoolean over) {
    return () -> {
      int answers = 0;
      while (!over.get()) {
        JsonPath answer =
            Given.body(body)
                .post("/api/checks?schemes=couple-award")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String marks =
            answer.getString("outcomes[0].schemeDigest")
                + answer.getString("outcomes[0].outcome")
                + answer.getString("parameters.reference");
        seen.computeIfAbsent(answer.getString("release"), r -> ConcurrentHashMap.newKeySet())
            .add(marks);
        answers++;
      }
      return answers;
    };
  }
}
