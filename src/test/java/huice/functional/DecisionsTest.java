package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static huice.functional.Matters.OTHER_CERTIFIER;
import static huice.functional.Matters.POLICY_OFFICER;
import static huice.functional.Matters.REVIEWER;
import static huice.functional.Matters.SERVICE;
import static huice.functional.RefusalsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From application to review, through the doors, with people of every role. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class DecisionsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String MANUAL = "skill-upgrade";
  private static final String AUTOMATIC = "jobseeking-subsidy";

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** A certificate of a tier, obtained after a year of insurance. */
  static Map<String, Object> certificate(String tier, int months) {
    return Map.of(
        "skill_certificates",
        Map.of(
            "complete_to",
            "2024-09-02",
            "rows",
            List.of(
                Map.of(
                    "obtained_on",
                    "2024-08-20",
                    "skill_tier",
                    tier,
                    "insured_months",
                    months,
                    "upgrade_applied_on",
                    "none",
                    "trade_awards",
                    Map.of("complete_to", "2024-09-02", "rows", List.of())))));
  }

  private static Map<String, Object> tier(String tier) {
    return certificateFact("skill_tier", tier);
  }

  private static Map<String, Object> certificateFact(String fact, String value) {
    return Map.of("skill_certificates[r1]", Map.of(fact, value));
  }

  private static Map<String, Object> graduate(Object year) {
    return Map.of(
        "graduation_year",
        year,
        "seeking_work",
        "true",
        "jobseeking_certified",
        "true",
        "awards",
        Map.of("complete_to", "2024-09-02", "rows", List.of()));
  }

  private static Matter eligible() {
    return Matter.apply(Matters.person(true, certificate("five", 12)), MANUAL, DAY, Map.of());
  }

  private static Matter refused() {
    return Matter.apply(Matters.person(true, certificate("other", 12)), MANUAL, DAY, Map.of());
  }

  @Test
  void r1AdverseOutcomesWaitForANamedPerson() {
    Matter matter = refused().propose();
    matter
        .last
        .body("application.state", equalTo("ADVERSE_PROPOSED"))
        .body("inEffect", nullValue());

    matter.deliver().comment();
    TestClock.pass(Duration.ofDays(15));
    for (Actor program : List.of(SERVICE, CASEWORKER, AUDITOR)) {
      problem(matter.confirm(program).then(), 403, "not-yours");
    }
    assertThat(matter.state()).isEqualTo("COMMENT_PERIOD");
    matter.open(CERTIFIER);
    matter
        .confirm(CERTIFIER)
        .then()
        .statusCode(200)
        .body("application.state", equalTo("ADVERSE"))
        .body("inEffect", equalTo(matter.decision()));
  }

  @Test
  void r1WhoOverridesAgainstThePersonDoesNotConfirmIt() {
    Matter matter = eligible().propose();
    matter
        .decide(
            CERTIFIER,
            "override",
            Map.of("result", "NOT_ELIGIBLE", "code", "EVIDENCE_SEEN", "text", "看过原件"))
        .then()
        .statusCode(200)
        .body("application.state", equalTo("ADVERSE_PROPOSED"))
        .body("inEffect", nullValue());
    matter.deliver().comment();
    TestClock.pass(Duration.ofDays(15));
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 403, "not-allowed");
    matter.open(OTHER_CERTIFIER).confirm(OTHER_CERTIFIER).then().statusCode(200);
  }

  @Test
  void r2AFavourableOutcomeTakesEffectAutomaticallyWhereTheSettingSaysSo() {
    Matter.apply(Matters.person(true, graduate(2024)), AUTOMATIC, DAY, Map.of())
        .propose()
        .last
        .body("application.state", equalTo("GRANTED"))
        .body("decisions[0].automatic", is(true));
    eligible().propose().last.body("application.state", equalTo("PROPOSED"));
    Matter.apply(Matters.person(true, graduate(2023)), AUTOMATIC, DAY, Map.of())
        .propose()
        .last
        .body("application.state", equalTo("ADVERSE_PROPOSED"));
  }

  @Test
  void r3ConfirmingNeedsTheReasonsOfThatVeryVersionOpenedByThatPerson() {
    Matter matter = eligible().propose();
    problem(matter.confirm(CERTIFIER).then(), 409, "conflict");
    problem(matter.open(OTHER_CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict");
    matter.open(CERTIFIER);
    String older = matter.decision();
    matter.propose();
    problem(
        Matters.post(
                CERTIFIER,
                "/api/decisions/" + older + "/confirmation",
                Map.of("version", matter.version()))
            .then(),
        409,
        "conflict");
    problem(matter.confirm(CERTIFIER).then(), 409, "conflict");
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
  }

  @Test
  void r3FactsChangedSinceAreToldInsteadOfConfirmed() {
    UUID person = Matters.person(true, certificate("five", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    matter.open(CERTIFIER);
    Matters.say(person, tier("four"));
    problem(matter.confirm(CERTIFIER).then(), 409, "conflict")
        .body("detail", containsString("事实有变化"))
        .body("detail", containsString("证书档次"));
    matter.propose().last.body("decisions[1].amount", equalTo("1500.00"));
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
  }

  @Test
  void theLaterOfTwoPeopleIsToldWhatChanged() {
    Matter matter = eligible().propose();
    Map<String, Object> read = matter.versioned(Map.of("text", "我要补充"));
    matter.comment();
    problem(
            Matters.post(CASEWORKER, "/api/applications/" + matter.id + "/comments", read).then(),
            409,
            "conflict")
        .body("detail", containsString("陈述意见"))
        .body("version", is(matter.version()));
  }

  @Test
  void r4AnOverrideStandsUntilFactsChangeAndThenRunsOnlyPropose() {
    UUID person = Matters.person(true, graduate(2023));
    Matter matter = Matter.apply(person, AUTOMATIC, DAY, Map.of()).propose();
    problem(
        matter
            .decide(
                CERTIFIER,
                "override",
                Map.of("result", "ELIGIBLE", "code", "HARDSHIP", "text", " "))
            .then(),
        422,
        "invalid");
    matter
        .decide(
            CERTIFIER, "override", Map.of("result", "ELIGIBLE", "code", "HARDSHIP", "text", "休学一年"))
        .then()
        .statusCode(200)
        .body("application.state", equalTo("GRANTED"))
        .body("decisions[1].code", equalTo("HARDSHIP"));
    String override = matter.decision();

    reassess(person).body("reassessed", empty());
    assertThat(matter.decision()).isEqualTo(override);
    Matters.say(person, Map.of("graduation_year", "2024"));
    reassess(person).body("reassessed[0].proposal", notNullValue());
    assertThat(matter.state()).as("not automatic after an override").isEqualTo("PROPOSED");
    Matters.get(AUDITOR, "/api/applications/" + matter.id)
        .then()
        .body("inEffect", equalTo(override));
  }

  private static ValidatableResponse reassess(UUID record) {
    return Matters.post(CASEWORKER, "/api/reassessments", Map.of("record", record.toString()))
        .then()
        .statusCode(201);
  }

  @Test
  void r5HasteAndOverridesAreReportedByOfficeAndScheme() {
    Matter matter = eligible().propose();
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    String line = "find { it.office == 'A' && it.scheme == '" + MANUAL + "' }";
    Matters.get(AUDITOR, "/api/reports/confirmations")
        .then()
        .statusCode(200)
        .body(line + ".confirmed", greaterThan(0))
        .body(line + ".medianSeconds", notNullValue());
    Matters.get(POLICY_OFFICER, "/api/reports/confirmations?from=2024-09-02&to=2024-09-02")
        .then()
        .body(line + ".alarm", is(true));
    problem(Matters.get(CERTIFIER, "/api/reports/confirmations").then(), 403, "not-yours");
  }

  @Test
  void r6WhoOptsOutGetsAPersonAndTheSameDay() {
    Matter out = Matter.apply(Matters.person(false, graduate(2024)), AUTOMATIC, DAY, Map.of());
    Matter in = Matter.apply(Matters.person(true, graduate(2024)), AUTOMATIC, DAY, Map.of());
    assertThat(out.last.extract().<String>path("application.dueOn"))
        .isEqualTo(in.last.extract().<String>path("application.dueOn"));
    out.propose()
        .last
        .body("application.state", equalTo("PROPOSED"))
        .body("decisions[0].automatic", is(false));
    out.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
  }

  @Test
  void r16SilenceOrAMissedContactIsATaskForTheOfficeAndNothingElse() {
    Matter matter = refused().propose().deliver();
    TestClock.pass(Duration.ofDays(400));
    assertThat(matter.state()).as("silence").isEqualTo("COMMENT_PERIOD");
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict")
        .body("detail", containsString("再次联系"));
    String today = TestClock.today().toString();
    matter
        .act(CASEWORKER, "attempts", Map.of("way", "PHONE", "on", today, "reached", false))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("COMMENT_PERIOD"))
        .body("acts.act", hasItems("ATTEMPT", "OFFICE_TASK"));
    matter.confirm(CERTIFIER).then().statusCode(200);
  }

  @Test
  void r40WithoutDeliveryNoDeadlineRunsAndEveryAdverseDecisionNamesARoute() {
    Matter matter = refused().propose();
    problem(
        matter
            .decide(
                CASEWORKER,
                "deliveries",
                Map.of("way", "POST", "on", TestClock.today().toString(), "by", "李四"))
            .then(),
        422,
        "invalid");
    matter.comment();
    TestClock.pass(Duration.ofDays(100));
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict")
        .body("detail", containsString("送达"));
    matter.refuse();
    Matters.get(AUDITOR, "/api/applications/" + matter.id)
        .then()
        .body("objectUntil", nullValue())
        .body("route.zh", containsString("异议"));
    matter.notice();
    Matters.get(AUDITOR, "/api/applications/" + matter.id)
        .then()
        .body("objectUntil", equalTo(TestClock.today().plusDays(60).toString()));
  }

  @Test
  void r40RefusingToOpenACaseIsAnAdverseDecisionLikeAnyOther() {
    Matter matter = eligible();
    matter
        .act(CASEWORKER, "opening-refusals", Map.of("code", "NOT_COMPETENT", "text", "户籍在另一县"))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("ADVERSE_PROPOSED"))
        .body("decisions[0].result", equalTo("NOT_OPENED"))
        .body("decisions[0].adverse", is(true));
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict");
    matter.refuse();
    assertThat(matter.state()).isEqualTo("ADVERSE");
  }

  @Test
  void r41ATimelyObjectionHoldsTheEffectAndTheBenefitGoesOn() {
    UUID person = Matters.person(true, certificate("five", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    String grant = matter.decision();
    Matters.say(person, tier("other"));
    reassess(person).body("reassessed[0].adverse", is(true));
    matter.refuse().notice();
    String cut = matter.decision();
    Matters.get(AUDITOR, "/api/applications/" + matter.id).then().body("inEffect", equalTo(cut));
    TestClock.pass(Duration.ofDays(60));
    object(matter)
        .body("application.state", equalTo("OBJECTED"))
        .body("held", is(true))
        .body("inEffect", equalTo(grant));
  }

  @Test
  void r41ALateObjectionIsHeardWithoutHoldingTheEffect() {
    Matter matter = refused().propose().refuse().notice();
    String refusal = matter.decision();
    TestClock.pass(Duration.ofDays(61));
    object(matter)
        .body("application.state", equalTo("OBJECTED_LATE"))
        .body("inEffect", equalTo(refusal));
  }

  private static ValidatableResponse object(Matter matter) {
    return matter
        .act(CASEWORKER, "objections", Map.of("on", TestClock.today().toString(), "text", "我有证书"))
        .then()
        .statusCode(201);
  }

  @Test
  void r42TheReviewerIsNotTheDecider() {
    Matter matter = refused().propose().deliver().comment();
    TestClock.pass(Duration.ofDays(15));
    matter.open(REVIEWER).confirm(REVIEWER).then().statusCode(200);
    matter.notice();
    object(matter);
    problem(matter.act(REVIEWER, "reviews", Map.of("text", "维持")).then(), 403, "not-allowed");
    Actor another = Accounts.second(Role.REVIEWER, "A");
    matter
        .act(
            another,
            "reviews",
            Map.of(
                "text",
                "证书已核实",
                "change",
                Map.of("result", "ELIGIBLE", "amount", "1000.00", "code", "EVIDENCE_SEEN")))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("GRANTED"))
        .body("decisions[-1].kind", equalTo("review"));
  }

  @Test
  void r43ThePersonHasTimeToCommentAndTheCommentIsInTheRecord() {
    Matter matter = refused().propose().deliver().comment();
    TestClock.pass(Duration.ofDays(14));
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict")
        .body("detail", containsString("期限未满"));
    TestClock.pass(Duration.ofDays(1));
    matter
        .confirm(CERTIFIER)
        .then()
        .statusCode(200)
        .body("acts.find { it.act == 'COMMENT' }.content.text", equalTo("我不同意"));
  }

  @Test
  void r52TheOfficesSilenceMayBeObjectedToAndNeedsInfoNeverClosesByItself() {
    Matter matter =
        Matter.apply(Matters.person(true, Map.of()), AUTOMATIC, DAY, Map.of()).propose();
    matter.last.body("application.state", equalTo("WAITS_FOR_FACTS"));
    Map<String, Object> objection = Map.of("on", TestClock.today().toString(), "text", "一直没有答复");
    problem(matter.act(CASEWORKER, "objections", objection).then(), 409, "conflict");
    problem(matter.confirm(CERTIFIER).then(), 409, "conflict");
    TestClock.pass(Duration.ofDays(31));
    assertThat(matter.state()).isEqualTo("WAITS_FOR_FACTS");
    Matters.get(CASEWORKER, "/api/applications?late=true").then().body("id", hasItem(matter.id));
    matter
        .act(CASEWORKER, "overdue-notices", Matter.delivery())
        .then()
        .statusCode(201)
        .body("acts.act", hasItem("TELL_OVERDUE"));
    object(matter).body("application.state", equalTo("OBJECTED_SILENCE"));
  }

  @Test
  void r52WithdrawingIsThePersonsOwnSignedActAndAClosedCaseReopensWithItsFirstDate() {
    Matter matter = eligible();
    problem(matter.act(CASEWORKER, "withdrawal", Map.of("document", "w")).then(), 422, "invalid");
    matter
        .act(
            CASEWORKER,
            "withdrawal",
            Map.of("signedOn", TestClock.today().toString(), "document", "撤回申请书"))
        .then()
        .statusCode(200)
        .body("application.state", equalTo("WITHDRAWN"));

    Matter lacking =
        Matter.apply(Matters.person(true, Map.of()), AUTOMATIC, DAY, Map.of()).propose();
    problem(lacking.open(CERTIFIER).act(CERTIFIER, "closing", Map.of()).then(), 409, "conflict");
    lacking.act(CASEWORKER, "missing-notices", Matter.delivery()).then().statusCode(201);
    lacking.comment();
    TestClock.pass(Duration.ofDays(15));
    lacking.open(CERTIFIER).act(CERTIFIER, "closing", Map.of()).then().statusCode(200);
    lacking
        .act(CASEWORKER, "reopening", Map.of())
        .then()
        .statusCode(200)
        .body("application.state", equalTo("APPLIED"))
        .body("application.appliedOn", equalTo(DAY.toString()));
  }

  @Test
  void r53WhatIsMissingIsToldOnceAndAskingForMoreIsTheOfficesFault() {
    UUID person = Matters.person(true, Map.of("graduation_year", "2024"));
    Matter matter = Matter.apply(person, AUTOMATIC, DAY, Map.of()).propose();
    matter
        .act(CASEWORKER, "missing-notices", Matter.delivery())
        .then()
        .statusCode(201)
        .body("acts[-1].content.missing", not(empty()))
        .body("acts[-1].content.officeFault", is(false));
    matter.propose();
    matter
        .act(CASEWORKER, "missing-notices", Matter.delivery())
        .then()
        .body("acts[-1].content.officeFault", is(false));
    Matter other = Matter.apply(person, AUTOMATIC, DAY, Map.of()).propose();
    other.act(CASEWORKER, "missing-notices", Matter.delivery()).then().statusCode(201);
    Matters.say(person, Map.of("graduation_year", Map.of("value", "2023", "source", "person")));
    other.propose();
    other
        .act(CASEWORKER, "missing-notices", Matter.delivery())
        .then()
        .body("acts.findAll { it.act == 'TELL_MISSING' }[-1].content.officeFault", is(true))
        .body("acts.act", hasItem("OFFICE_TASK"));
  }

  @Test
  void aSchemeOfADraftIsNeitherGrantedNorRefused() {
    UUID agency =
        Matters.organisation(
            "agency",
            Map.of(
                "permits",
                Map.of(
                    "complete_to",
                    "2024-09-02",
                    "rows",
                    List.of(Map.of("start", "2024-01-10", "end", "2027-01-09"))),
                "introduced_workers",
                Map.of("complete_to", "2024-09-02", "rows", List.of(introduced()))));
    Matter matter = Matter.apply(agency, "agency-service-subsidy", DAY, Map.of()).propose();
    matter.last.body("application.state", equalTo("WAITS_FOR_RULES"));
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict");
    problem(
        matter
            .decide(
                CERTIFIER,
                "override",
                Map.of("result", "ELIGIBLE", "code", "HARDSHIP", "text", "请求照发"))
            .then(),
        409,
        "conflict");
  }

  private static Map<String, Object> introduced() {
    return Map.of(
        "told_alone_on", "2024-09-01",
        "request_signed_on", "2024-08-15",
        "own_contract_on", "2024-08-30",
        "wages_by_bank", "true",
        "fee_taken", Map.of("value", "false", "source", "person"),
        "papers_held", Map.of("value", "false", "source", "person"),
        "of_full_years", "true",
        "at_school_then", "false",
        "agency_paid_before", "false");
  }

  @Test
  void r31AnAgencySeesResultsButNotWhatAWorkerToldInConfidence() {
    UUID agency =
        Matters.organisation(
            "agency",
            Map.of(
                "introduced_workers",
                Map.of("complete_to", "2024-09-02", "rows", List.of(introduced()))));
    Matter matter = Matter.apply(agency, "agency-service-subsidy", DAY, Map.of()).propose();
    String path = "/api/decisions/" + matter.decision();
    List<Map<String, Object>> whole =
        Matters.get(CASEWORKER, path).then().extract().path("outcome.outcomes[0].conditions");
    List<Map<String, Object>> seen =
        Matters.get(CASEWORKER, path + "?audience=applicant")
            .then()
            .statusCode(200)
            .body("given", nullValue())
            .extract()
            .path("outcome.outcomes[0].conditions");
    assertThat(seen)
        .extracting(c -> c.get("result"))
        .isEqualTo(whole.stream().map(c -> c.get("result")).toList());
    assertThat(seen).filteredOn(c -> Boolean.TRUE.equals(c.get("withheld"))).isNotEmpty();
    assertThat(whole.toString()).contains("source=person");
    assertThat(seen.toString()).doesNotContain("source=person");
  }

  @Test
  void r32EveryDecisionReplaysFromFactsAndFromItsCase() {
    UUID person = Matters.person(true, certificate("five", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    Matters.say(person, tier("three"));
    Matters.post(AUDITOR, "/api/replays", Map.of())
        .then()
        .statusCode(200)
        .body("decisions", greaterThan(0))
        .body("differences", empty())
        .body("told.zh", equalTo("差异：无"));
  }

  @Test
  void r33ABackDatedChangeIsReassessedSideBySideAndOnlyProposed() {
    UUID person = Matters.person(true, certificate("four", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    String grant = matter.decision();
    reassess(person).body("reassessed", empty());
    Matters.say(person, tier("five"));
    reassess(person)
        .body("reassessed", hasSize(1))
        .body("reassessed[0].decision", equalTo(grant))
        .body("reassessed[0].before", equalTo("ELIGIBLE"))
        .body("reassessed[0].adverse", is(true))
        .body("reassessed[0].reasons.zh", hasItem(containsString("金额")))
        .body("reassessed[0].state", equalTo("ADVERSE_PROPOSED"));
    Matters.get(AUDITOR, "/api/applications/" + matter.id)
        .then()
        .body("inEffect", equalTo(grant))
        .body("decisions[-1].kind", equalTo("reassessment"));
  }

  @Test
  void r34TheDecisionsARuleTookPartInAreAskedAgainUnderpaymentsFirst() {
    Matter matter = refused().propose();
    String rule =
        Matters.get(AUDITOR, "/api/decisions/" + matter.decision())
            .then()
            .extract()
            .path("outcome.outcomes[0].conditions[0].id");
    Matters.get(POLICY_OFFICER, "/api/touched?rule=" + rule + "&from=2024-09-02&to=2024-09-02")
        .then()
        .statusCode(200)
        .body("lines.decision", hasItem(matter.decision()))
        .body("counts.UNCHANGED", greaterThan(0));
    problem(Matters.get(CASEWORKER, "/api/touched?rule=" + rule).then(), 403, "not-yours");
  }

  @Test
  void r38AKillSwitchLeavesWhatItTouchesToAPersonAndListsIt() {
    Matter matter = eligible().propose();
    matter.open(CERTIFIER);
    problem(
        Matters.post(
                CASEWORKER,
                "/api/switches",
                Map.of("kind", "SCHEME", "target", MANUAL, "reason", "核对标准"))
            .then(),
        403,
        "not-yours");
    String id =
        Matters.post(
                POLICY_OFFICER,
                "/api/switches",
                Map.of("kind", "SCHEME", "target", MANUAL, "reason", "核对标准"))
            .then()
            .statusCode(201)
            .body("affected.id", hasItem(matter.id))
            .extract()
            .path("id");
    try {
      problem(matter.confirm(CERTIFIER).then(), 409, "conflict")
          .body("detail", containsString("停用"));
      matter
          .decide(
              CERTIFIER,
              "override",
              Map.of(
                  "result", "ELIGIBLE",
                  "amount", "1000.00",
                  "code", "RULE_SWITCHED_OFF",
                  "text", "标准核对无误"))
          .then()
          .statusCode(200)
          .body("application.state", equalTo("GRANTED"));
    } finally {
      Matters.post(POLICY_OFFICER, "/api/switches/" + id + "/lifting", Map.of("reason", "已核对"))
          .then()
          .statusCode(200)
          .body("liftedAt", notNullValue());
    }
    Matter after = eligible().propose();
    after.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
  }

  @Test
  void aCaseworkerActsForTheOwnOfficeOnly() {
    Matter matter = eligible();
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "B");
    problem(matter.act(elsewhere, "proposals", Map.of()).then(), 403, "not-allowed");
    problem(Matters.get(elsewhere, "/api/applications/" + matter.id).then(), 403, "not-allowed");
    Matters.get(elsewhere, "/api/applications").then().body("office", everyItem(equalTo("B")));
  }

  @Test
  void everythingMissingFromABodyIsToldAtOnce() {
    problem(Matters.post(CASEWORKER, "/api/applications", Map.of()).then(), 422, "invalid")
        .body("errors.pointer", hasItems("/record", "/scheme", "/channel", "/appliedOn"));
  }
}
