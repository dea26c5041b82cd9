package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import huice.casework.LiveRelease;
import huice.casework.Records;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Outcome;
import huice.model.Role;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an office owes to people who asked for it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class TasksTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String FOLLOW_UP = "follow-up";

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void aTaskNamesRuleClauseParameterAndTheDayBehindIt() {
    Asking office = new Asking("T1");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    JsonPath task = office.view(office.task(person, FOLLOW_UP));

    assertThat(task.getString("kind")).isEqualTo("CONTACT");
    assertThat(task.getString("dueOn")).isEqualTo("2024-09-09");
    assertThat(task.getString("basis.title")).isEqualTo("定期联系");
    assertThat(task.getString("basis.file")).isEqualTo("rules/shache-2024/follow-up.csv");
    assertThat(task.getInt("basis.line")).as("the row of the table that hit").isEqualTo(14);
    assertThat(task.<String>getList("basis.clauses")).containsExactly("三（四）d");
    assertThat(task.getString("basis.since")).isEqualTo("2024-09-02");
    assertThat(task.getString("basis.adoptedBy")).contains("主任");
    assertThat(task.getString("basis.adoptedFrom")).isEqualTo("2024-06-01");
    assertThat(task.getString("basis.parameters.find { it.name == '无业联系间隔' }.value"))
        .isEqualTo("7 日");
    assertThat(task.getString("wish")).isEqualTo("MESSAGE");
    assertThat(task.getString("part")).isEqualTo("EVENING");
    Matters.get(office.caseworker, "/api/tasks/" + task.getString("id") + "/outcome")
        .then()
        .statusCode(200)
        .body("outcomes[0].scheme", equalTo(FOLLOW_UP))
        .body("outcomes[0].due.by", equalTo("2024-09-09"))
        .body("outcomes[0].due.from", equalTo("2024-09-02"))
        .body("outcomes[0].conditions.size()", org.hamcrest.Matchers.greaterThan(3));
  }

  @Test
  void makingTasksAgainMakesNothingAndListsNameNoPerson() {
    Asking office = new Asking("T2");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    JsonPath first = office.run();
    JsonPath second = office.run();

    assertThat(second.getInt("made")).isZero();
    assertThat(second.getInt("kept")).isEqualTo(first.getInt("kept")).isEqualTo(1);
    JsonPath list = office.list("");
    assertThat(list.getList("")).hasSize(1);
    assertThat(list.getString("[0].who")).isNull();
    assertThat(list.getString("[0].record")).isNull();
    // the same in ten days, late or not
    TestClock.pass(Duration.ofDays(10));
    assertThat(office.run().getInt("made")).isZero();
    assertThat(office.list("").getBoolean("[0].overdue")).isTrue();
  }

  @Test
  void onlySchemesThatSomebodyAdoptedMakeTasks() {
    Asking office = new Asking("T3");
    String person = office.jobless();
    Desk.post("T3", "/api/persons/" + person + "/services", Map.of("scheme", "entitlement-check"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/scheme"));
    TestClock.put(LocalDate.of(2024, 5, 31));
    Desk.post("T3", "/api/persons/" + person + "/services", Map.of("scheme", FOLLOW_UP))
        .then()
        .statusCode(422);
    TestClock.put(LocalDate.of(2024, 6, 1));
    office.ask(person, FOLLOW_UP);
    assertThat(office.task(person, FOLLOW_UP)).isNotNull();
  }

  @Test
  void aTaskIsClosedInOneStepWithAnOutcomeOfTheListAndNoNote() {
    Asking office = new Asking("T4");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    String task = office.task(person, FOLLOW_UP);
    office.close(task, "REFUSED").then().statusCode(422);
    office.close(task, "CHECKED").then().statusCode(422).body("errors.pointer", hasItem("/ending"));
    office.close(task, "REACHED", "note", "态度不好").then().statusCode(422);
    TestClock.pass(Duration.ofDays(6));
    office
        .close(task, "INFORMATION_GIVEN")
        .then()
        .statusCode(200)
        .body("ending", equalTo("INFORMATION_GIVEN"));
    office.close(task, "REACHED").then().statusCode(409);

    assertThat(office.said(person, "contacts\\[r1\\]\\.offered_on")).isEqualTo(1);
    String next = office.task(person, FOLLOW_UP);
    assertThat(next).isNotEqualTo(task);
    assertThat(office.view(next).getString("dueOn")).isEqualTo("2024-09-15");
    assertThat(office.view(next).getString("basis.since")).isEqualTo("2024-09-08");
  }

  @Test
  void aHomeVisitIsMadeOnlyWhenThePersonAskedForThatOne() {
    Asking office = new Asking("T5");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    String task = office.task(person, FOLLOW_UP);
    Desk.post(
            "T5",
            "/api/persons/" + person + "/services/wishes",
            Map.of("request", office.request(person, FOLLOW_UP), "way", "HOME_VISIT"))
        .then()
        .statusCode(422);
    office.close(task, "REACHED", "way", "HOME_VISIT").then().statusCode(422);
    office
        .close(task, "REACHED", "way", "HOME_VISIT", "visitAskedOn", "2024-09-03")
        .then()
        .statusCode(422);
    office
        .close(task, "REACHED", "visitAskedOn", "2024-09-02")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/visitAskedOn"));
    office
        .close(task, "REACHED", "way", "HOME_VISIT", "visitAskedOn", "2024-09-01")
        .then()
        .statusCode(200);
  }

  @Test
  void aCallbackIsOwedOnTheDayThatThePersonNamed() {
    Asking office = new Asking("T6");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    String task = office.task(person, FOLLOW_UP);
    office.close(task, "CALLBACK_ASKED").then().statusCode(422);
    office.close(task, "CALLBACK_ASKED", "callbackOn", "2024-09-02").then().statusCode(422);
    office.close(task, "CALLBACK_ASKED", "callbackOn", "2024-09-05").then().statusCode(200);

    JsonPath list = office.list("?kind=callback");
    assertThat(list.getString("[0].dueOn")).isEqualTo("2024-09-05");
    assertThat(list.getString("[0].basis.scheme")).isEqualTo(FOLLOW_UP);
    office.run();
    assertThat(office.list("?kind=callback").getList("")).hasSize(1);
    office.stop(person, FOLLOW_UP).then().statusCode(200);
    assertThat(office.list("").getList("")).isEmpty();
  }

  @Test
  void aServiceOfSeveralPartsIsOwedUntilEachWasOffered() {
    Asking office = new Asking("T7");
    String person = office.jobless();
    Desk.record(
        "T7",
        person,
        Desk.entry("graduation_year", "value", "2024"),
        Desk.entry("unemployment_registrations", "completeTo", "2024-09-02"));
    office.ask(person, "service-1311");
    String task = office.task(person, "service-1311");
    JsonPath view = office.view(task);
    assertThat(view.getString("dueOn")).as("nobody published the months").isNull();
    assertThat(view.<String>getList("basis.notSet")).contains("服务期限月数");
    office
        .close(task, "OFFER_SENT")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/item"));
    office.close(task, "OFFER_SENT", "item", "合适岗位推荐").then().statusCode(200);
    String second = office.task(person, "service-1311");
    assertThat(office.view(second).getString("basis.items.find { it.name == '合适岗位推荐' }.done"))
        .isEqualTo("1");
    office.close(second, "NOT_REACHED").then().statusCode(200);
    assertThat(office.task(person, "service-1311")).as("not twice on one day").isNull();
    TestClock.pass(Duration.ofDays(1));
    office.run();
    for (String item : List.of("政策宣介", "职业指导", "合适岗位推荐", "合适岗位推荐", "技能培训或就业见习")) {
      office
          .close(office.task(person, "service-1311"), "OFFER_SENT", "item", item)
          .then()
          .statusCode(200);
    }
    assertThat(office.task(person, "service-1311")).isNull();
    TestClock.pass(Duration.ofDays(1));
    assertThat(office.run().getInt("made")).isZero();
  }

  @Test
  void whatIsMissingToSetTheDayIsAskedForAndHeldAgainstNobody() {
    Asking office = new Asking("T8");
    String person = Desk.person("T8");
    office.ask(person, FOLLOW_UP);
    JsonPath task = office.view(office.task(person, FOLLOW_UP));
    assertThat(task.getString("dueOn")).isNull();
    assertThat(task.<String>getList("basis.asked")).isNotEmpty();
  }

  @Test
  void tasksGoToAColleagueOneByOneOrAllAtOnce() {
    Asking office = new Asking("T9");
    Actor second = Accounts.second(Role.CASEWORKER, "T9");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    String task = office.task(person, FOLLOW_UP);
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "T0");
    String path = "/api/tasks/" + task + "/assignment";
    Matters.post(office.caseworker, path, Map.of("account", elsewhere.id())).then().statusCode(422);
    Matters.post(elsewhere, path, Map.of("account", elsewhere.id())).then().statusCode(403);
    Matters.post(office.caseworker, path, Map.of("account", office.caseworker.id()))
        .then()
        .statusCode(200);
    assertThat(office.list("?mine=true").getList("")).hasSize(1);
    Paper.done(
        office.certifier,
        "/desk/colleagues/hand-over",
        Map.of("whose", office.caseworker.id(), "whom", second.id(), "why", "休假"));
    assertThat(office.list("?mine=true").getList("")).isEmpty();
    assertThat(office.list("").getString("[0].holderName")).isEqualTo(second.name());
    // whoever had the last has the next
    Matters.post(
            second, "/api/tasks/" + task + "/closing", Map.of("ending", "REACHED", "way", "PHONE"))
        .then()
        .statusCode(200);
    assertThat(office.list("").getString("[0].holderName")).isEqualTo(second.name());
  }

  @Test
  void aMonthsWorkloadIsForeseenInCounts() {
    Asking office = new Asking("T10");
    office.ask(office.jobless(), FOLLOW_UP);
    office.ask(office.jobless(), FOLLOW_UP);
    JsonPath month =
        Matters.get(office.caseworker, "/api/tasks/forecast?month=2024-10")
            .then()
            .statusCode(200)
            .body("office", equalTo("T10"))
            .extract()
            .jsonPath();
    // from 9 September on every seven days: 7, 14, 21, 28 October
    assertThat(month.getInt("total")).isEqualTo(8);
    assertThat(month.<Integer>getList("weeks.count")).containsExactly(0, 2, 2, 2, 2);
    assertThat(month.getString("kinds[0].kind")).isEqualTo("CONTACT");
    Matters.get(office.caseworker, "/api/tasks/forecast?office=T1").then().statusCode(403);
    Matters.get(office.caseworker, "/api/tasks/forecast?month=10").then().statusCode(400);
  }

  @Test
  void employersAreCheckedOnTheRhythmThatAnAuthoritySet() {
    Asking office = new Asking("T11");
    String employer = Desk.organisation("T11", "employer");
    Desk.record(
        "T11",
        employer,
        Desk.entry("work_started_on", "value", "2024-01-15", "source", "document"),
        Desk.entry("wage_inspections", "completeTo", "2024-09-02", "source", "ledger"));
    office.run();
    assertThat(office.list("?kind=check").getList("")).as("nobody has set the months").isEmpty();
    with(
        CHANGES,
        () -> {
          JsonPath run = office.run();
          assertThat(run.getInt("made")).isEqualTo(1);
          JsonPath list = office.list("?kind=check");
          assertThat(list.getString("[0].dueOn")).isEqualTo("2024-07-15");
          assertThat(list.getBoolean("[0].overdue")).isTrue();
          assertThat(list.getString("[0].who")).isEqualTo("合成单位");
          assertThat(list.getString("[0].basis.clauses[0]")).isEqualTo("二（三）7d");
          Matters.post(
                  office.caseworker,
                  "/api/tasks/" + list.getString("[0].id") + "/closing",
                  Map.of("ending", "CHECKED"))
              .then()
              .statusCode(200);
          assertThat(office.list("?kind=check").getString("[0].dueOn")).isEqualTo("2025-03-02");
        });
  }

  private static final String GAP = ", unsettled: [工资支付排查间隔]";

  /** An authority sets the months between two inspections of an employer. */
  private static final Map<String, UnaryOperator<String>> CHANGES =
      Map.of(
          "policies/shache-2024/parameters/inspection-months.yaml",
          text -> text.replaceFirst("not published: .*", "value: 6"),
          "test-cases/shache-2024/wage-inspection.yaml",
          text -> text.replace(GAP, ""),
          "test-cases/shache-2024/project-inspection.yaml",
          text -> text.replace(GAP, ""),
          "test-cases/labour-standards/stories/project-in-arrears.yaml",
          text -> text.replace(GAP, ""));

  /** Changes files of the project one after the other; the last one makes them sound. */
  private static void with(Map<String, UnaryOperator<String>> changes, Runnable doing) {
    String before = Given.release();
    Map<String, String> old = new HashMap<>();
    changes.keySet().forEach(file -> old.put(file, TestProject.read(file)));
    try {
      changes.forEach((file, change) -> TestProject.write(file, change.apply(old.get(file))));
      Await.until(() -> !Given.release().equals(before));
      doing.run();
    } finally {
      old.forEach(TestProject::write);
      Await.until(() -> Given.release().equals(before));
    }
  }

  @Test
  void aDocumentThatExpiresIsToldOfInTimeAndItsRenewalEndsTheTask() {
    Asking office = new Asking("T12");
    String person = Desk.person("T12");
    Desk.record(
        "T12",
        person,
        Desk.entry(
            "skill_certificates[new].obtained_on",
            "value",
            "2024-08-20",
            "source",
            "document",
            "until",
            "2024-09-20"));
    Desk.post(
            "T12",
            "/api/applications",
            Map.of(
                "record",
                person,
                "scheme",
                "skill-upgrade",
                "channel",
                "COUNTER",
                "appliedOn",
                "2024-09-02"))
        .then()
        .statusCode(201);
    office.run();
    JsonPath list = office.list("?kind=document");
    assertThat(list.getList("")).hasSize(1);
    assertThat(list.getString("[0].dueOn")).isEqualTo("2024-09-20");
    assertThat(list.getString("[0].basis.scheme")).isEqualTo("skill-upgrade");
    assertThat(list.<String>getList("[0].basis.parameters.value")).contains("30 日");
    assertThat(list.getString("[0].holderName")).isEqualTo(office.caseworker.name());
    office.run();
    assertThat(office.list("?kind=document").getList("")).hasSize(1);
    Desk.record(
        "T12",
        person,
        Desk.entry(
            "skill_certificates[r1].obtained_on",
            "value",
            "2024-08-20",
            "source",
            "document",
            "until",
            "2025-09-20"));
    office.run();
    assertThat(office.list("?kind=document").getList("")).isEmpty();
  }

  @Test
  void r16SilenceHasOneEffectATaskForTheOffice() {
    Asking office = new Asking("T16");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    Map<String, String> before = outcomes(person);
    for (int i = 0; i < 3; i++) {
      TestClock.pass(Duration.ofDays(7));
      office.close(office.task(person, FOLLOW_UP), "NOT_REACHED").then().statusCode(200);
    }
    TestClock.put(DAY);

    assertThat(outcomes(person)).as("nothing else changes").isEqualTo(before).isNotEmpty();
    assertThat(office.task(person, FOLLOW_UP)).as("the office goes on").isNotNull();
    List<String> paths =
        Desk.facts("T16", person, "")
            .extract()
            .jsonPath()
            .getList("statements.findAll { it.path.startsWith('contacts') }.path");
    // the day alone: neither that nobody answered nor how often
    assertThat(paths)
        .filteredOn(path -> path.contains("."))
        .allMatch(path -> path.endsWith(".offered_on"));
    Matters.get(Matters.AUDITOR, "/api/applications?record=" + person)
        .then()
        .body("applications.size()", equalTo(0));
  }

  /** What every scheme but the rhythm itself makes of somebody, three weeks on. */
  private static Map<String, String> outcomes(String person) {
    CompiledRelease release = Arc.container().instance(LiveRelease.class).get().get();
    Records records = Arc.container().instance(Records.class).get();
    Dictionary dictionary = release.source().dictionary();
    Case given =
        records.caseOf(
            UUID.fromString(person), DAY.plusDays(21), null, null, records.version(), dictionary);
    Map<String, String> outcomes = new TreeMap<>();
    for (Outcome one : release.assess(given, new Ask(Set.of(), true, false)).outcomes()) {
      if (!one.scheme().equals(FOLLOW_UP)) {
        outcomes.put(one.scheme() + " " + one.subject(), one.outcome() + " " + one.amount());
      }
    }
    return outcomes;
  }

  @Test
  void r27StoppingRemovesTheTasksAtOnceAndNothingElseChanges() {
    Asking office = new Asking("T27");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    Desk.record(
        "T27",
        person,
        Desk.entry("graduation_year", "value", "2024"),
        Desk.entry("unemployment_registrations", "completeTo", "2024-09-02"));
    office.ask(person, "service-1311");
    String other = office.task(person, "service-1311");
    office.close(office.task(person, FOLLOW_UP), "REACHED").then().statusCode(200);
    String task = office.task(person, FOLLOW_UP);
    assertThat(task).as("reached on the first day: the next is owed").isNotNull();
    Map<String, String> before = outcomes(person);

    office.stop(person, FOLLOW_UP).then().statusCode(200);

    Matters.get(office.caseworker, "/api/tasks/" + task).then().statusCode(404);
    assertThat(outcomes(person)).as("nothing else changes").isEqualTo(before).isNotEmpty();
    assertThat(Asking.schemes(office.list(""))).containsExactly("service-1311");
    assertThat(office.task(person, "service-1311")).as("another service goes on").isEqualTo(other);
    assertThat(office.run().getInt("made")).isZero();
    TestClock.pass(Duration.ofDays(90));
    assertThat(office.run().getInt("made")).isZero();
    TestClock.put(DAY);
    // and may be asked for again
    office.ask(person, FOLLOW_UP);
    assertThat(office.task(person, FOLLOW_UP)).isNotNull();
  }

  @Test
  void r27AStopRecordedAsAFactOrSaidOnThePhoneTakesEffectAtOnceToo() {
    Asking office = new Asking("T28");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    Desk.record(
        "T28", person, Desk.entry("service_requests[r1].stopped_on", "value", "2024-09-02"));
    assertThat(office.list("").getList("")).isEmpty();
    office.ask(person, FOLLOW_UP);
    office.close(office.task(person, FOLLOW_UP), "ASKED_TO_STOP").then().statusCode(200);
    assertThat(office.list("").getList("")).isEmpty();
    assertThat(office.said(person, "service_requests\\[r2\\]\\.stopped_on")).isEqualTo(2);
  }

  @Test
  void r27NobodyWhoDidNotAskOrNoLongerConsentsIsOnTheList() {
    Asking office = new Asking("T29");
    String silent = office.jobless();
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    office.run();
    assertThat(office.list("").getList("")).hasSize(1);
    assertThat(office.services(silent).getList("asked")).isEmpty();
    Desk.post(
            "T29",
            "/api/persons/" + person + "/consent",
            Map.of("given", false, "on", "2024-09-02"))
        .then()
        .statusCode(200);
    assertThat(office.list("").getList("")).isEmpty();
    assertThat(office.run().getInt("made")).isZero();
  }

  @Test
  void r27AChangedRhythmKeepsRuleAndReasonAndStaysBetweenFloorAndCeiling() {
    Asking office = new Asking("T30");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    String weekly = office.task(person, FOLLOW_UP);
    Desk.record(
        "T30",
        person,
        Desk.entry("employments[new].start", "value", "2024-09-01"),
        Desk.entry("employments[new].end", "none", true));
    String task = office.task(person, FOLLOW_UP);
    assertThat(task).isNotEqualTo(weekly);
    JsonPath view = office.view(task);
    assertThat(view.getString("dueOn")).isEqualTo("2024-12-02");
    assertThat(view.<String>getList("basis.clauses")).containsExactly("三（四）b");
    assertThat(view.<String>getList("basis.parameters.name"))
        .contains("稳定就业联系间隔", "最短联系间隔", "最长联系间隔");
    assertThat(noted("task-changed", weekly)).isOne();
  }

  /** How often the log tells of an act on a task; read page by page. */
  private static long noted(String act, String task) {
    long times = 0;
    Long after = 0L;
    while (after != null) {
      JsonPath page =
          Matters.get(Matters.AUDITOR, "/api/log?kind=act&limit=500&after=" + after)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      for (Map<String, Object> content : page.<Map<String, Object>>getList("entries.content")) {
        times += act.equals(content.get("act")) && task.equals(content.get("task")) ? 1 : 0;
      }
      after = page.get("next") == null ? null : Long.valueOf(page.getLong("next"));
    }
    return times;
  }

  @Test
  void r28OffersAreCountedAndWhatWasAnsweredIsNotKept() {
    Asking office = new Asking("T31");
    String person = office.jobless();
    Desk.record(
        "T31",
        person,
        Desk.entry("graduation_year", "value", "2024"),
        Desk.entry("unemployment_registrations", "completeTo", "2024-09-02"));
    office.ask(person, "service-1311");
    String task = office.task(person, "service-1311");
    for (String word : List.of("DECLINED", "REFUSED", "ACCEPTED")) {
      office.close(task, word, "item", "合适岗位推荐").then().statusCode(422);
    }
    office.close(task, "OFFER_SENT", "item", "合适岗位推荐").then().statusCode(200);
    List<String> said =
        Desk.facts("T31", person, "")
            .extract()
            .jsonPath()
            .getList("statements.findAll { it.path.startsWith('service_offers') }.path");
    assertThat(said)
        .containsExactlyInAnyOrder(
            "service_offers[r1]", "service_offers[r1].kind", "service_offers[r1].offered_on");
  }

  @Test
  void anotherOfficeAndOtherRolesDoNotSeeTheList() {
    Asking office = new Asking("T32");
    String person = office.jobless();
    office.ask(person, FOLLOW_UP);
    String task = office.task(person, FOLLOW_UP);
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "T0");
    Matters.get(elsewhere, "/api/tasks").then().body("basis.scheme.size()", equalTo(0));
    Matters.get(elsewhere, "/api/tasks/" + task).then().statusCode(403);
    Matters.get(elsewhere, "/api/persons/" + person + "/services").then().statusCode(403);
    Matters.get(Accounts.actor(Role.REVIEWER, "T32"), "/api/tasks").then().statusCode(403);
    Matters.get(office.caseworker, "/api/tasks/" + UUID.randomUUID()).then().statusCode(404);
    Matters.get(office.caseworker, "/api/tasks?kind=watch")
        .then()
        .statusCode(400)
        .body("type", containsString("query"))
        .body(not(containsString("watch")));
  }
}
