package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import huice.casework.CheckedRelease;
import huice.casework.GoingLive;
import huice.casework.Proposal;
import huice.casework.ReleaseChecks;
import huice.casework.ReleaseOfTheDay;
import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.ReleaseStep.Terms;
import huice.model.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A running award and the releases that come after it. */
@QuarkusTest
@TestProfile(ApprovedReleases.class)
class TermsTest {
  private static final String BONUS = "wick-bonus";

  @Inject GoingLive goingLive;
  @Inject ReleaseChecks checks;
  @Inject ReleaseOfTheDay day;

  private LocalDate today;
  private UUID keeper;
  private Matter award;

  @BeforeEach
  void granted() {
    today = TestClock.today();
    live(150, Terms.CHANGE);
    keeper = Matters.organisation("keeper", facts());
    award = award(keeper);
  }

  private Matter award(UUID record) {
    String month = YearMonth.from(today).toString();
    Matter matter =
        Matter.apply(record, BONUS, today, Map.of("from", month, "to", month)).propose();
    matter.open(Matters.CERTIFIER).confirm(Matters.CERTIFIER).then().statusCode(200);
    return matter;
  }

  @Test
  void aRunningAwardKeepsItsTermsWhereTheReleaseSaysSo() {
    live(90, Terms.KEEP);

    runningAwards().body("reassessed.findAll { it.application == '" + award.id + "' }", hasSize(0));
    // Facts that make no difference to the award: asked under its own terms, not the new ones.
    Matters.say(keeper, Map.of("oil_paid", "310"));
    ofFacts()
        .body("reassessed", hasSize(1))
        .body("reassessed[0].adverse", equalTo(false))
        .body("reassessed[0].proposal", nullValue());
  }

  @Test
  void aRunningAwardChangesItsTermsWhereTheReleaseSaysSoAndAPersonDecides() {
    live(90, Terms.CHANGE);

    String own = "reassessed.find { it.application == '" + award.id + "' }.";
    runningAwards()
        .body(own + "adverse", equalTo(true))
        .body(own + "state", equalTo("ADVERSE_PROPOSED"));
    Matters.get(Matters.AUDITOR, "/api/applications/" + award.id)
        .then()
        .body("inEffect", equalTo(firstDecision()));
    // Once looked at, it is not looked at again.
    runningAwards().body("reassessed.findAll { it.application == '" + award.id + "' }", hasSize(0));
  }

  @Test
  void aLaterReleaseThatKeepsTermsDoesNotUndoAnEarlierOneThatChangedThem() {
    live(200, Terms.CHANGE);
    live(90, Terms.KEEP);

    String own = "reassessed.find { it.application == '" + award.id + "' }.";
    runningAwards().body(own + "adverse", equalTo(false)).body(own + "after", equalTo("ELIGIBLE"));
  }

  @Test
  void r34DecisionsOfAFaultyReleaseAreGroupedByWhatTheMendedOneMeansUnderpaymentsFirst() {
    live(90, Terms.KEEP);
    Matter less = award(Matters.organisation("keeper", facts()));
    String mended = live(100, Terms.KEEP);
    String rule =
        Matters.get(Matters.AUDITOR, "/api/decisions/" + less.decision())
            .then()
            .extract()
            .path("outcome.outcomes[0].months[0].conditions[0].id");

    String path = "/api/touched?from=" + today + "&to=" + today + "&rule=" + rule;
    List<Map<String, Object>> lines =
        Matters.get(Matters.AUDITOR, path + "&release=" + mended)
            .then()
            .statusCode(200)
            .body("release", equalTo(mended))
            .extract()
            .path("lines");
    assertThat(lines)
        .extracting(line -> line.get("effect"))
        .isSortedAccordingTo(Comparator.comparing(TermsTest::place));
    Map<String, Object> underpaid = line(lines, less);
    assertThat(underpaid)
        .containsEntry("effect", "UNDERPAID")
        .containsEntry("amountBefore", "90.00")
        .containsEntry("amountAfter", "100.00");
    assertThat(line(lines, award))
        .containsEntry("effect", "OVERPAID")
        .containsEntry("amountBefore", "150.00")
        .containsEntry("amountAfter", "100.00");
  }

  private static int place(Object effect) {
    return List.of("UNDERPAID", "OVERPAID", "OTHER", "UNCHANGED").indexOf(effect);
  }

  private static Map<String, Object> line(List<Map<String, Object>> lines, Matter of) {
    return lines.stream()
        .filter(line -> line.get("application").equals(of.id))
        .findFirst()
        .orElseThrow();
  }

  private String firstDecision() {
    return Matters.get(Matters.AUDITOR, "/api/applications/" + award.id)
        .then()
        .extract()
        .path("decisions[0].id");
  }

  private static ValidatableResponse runningAwards() {
    return Matters.post(Matters.CERTIFIER, "/api/reassessments/running", Map.of())
        .then()
        .statusCode(201);
  }

  private ValidatableResponse ofFacts() {
    return Matters.post(
            Matters.CASEWORKER, "/api/reassessments", Map.of("record", keeper.toString()))
        .then()
        .statusCode(201);
  }

  private Map<String, Object> facts() {
    return Map.of(
        "registered_on",
        "2024-01-10",
        "oil_paid",
        "300",
        "born_on",
        "1990-02-28",
        "lamps",
        Map.of(
            "complete_to",
            today.toString(),
            "rows",
            List.of(Map.of("lit", "2024-01-15", "out", "none", "sealed", "false", "fuel", "oil"))));
  }

  /** The packs with the bonus in force and at so much a month, live from now on. */
  private String live(int amount, Terms terms) {
    Map<String, UnaryOperator<String>> changes =
        Map.of(
            "policies/wicks/policy.yaml",
            text -> text.replace("status: draft", "status: in force\nfrom: 2024-01-01"),
            "policies/wicks/parameters/wick-bonus.yaml",
            text ->
                text.replace(
                    "    not published: 尚未公布",
                    "    value: "
                        + amount
                        + "\n    reference: 灯芯补贴办法甲\n    confidence: text\n    checked: 2026-11-01\n# "
                        + UUID.randomUUID()),
            "test-cases/wicks/wick-bonus.yaml",
            text -> text.replace("      indicative: true\n", ""));
    Actor author = Accounts.actor(Role.POLICY_OFFICER, "A");
    CheckedRelease checked = checks.proposed(Rezipped.with(changes));
    Instant now = TestClock.now();
    goingLive.propose(author, checked, new Proposal("莎就评〔2024〕3号", today, terms), now, today);
    goingLive.approve(
        Accounts.second(Role.POLICY_OFFICER, "A"), checks.approved(checked.digest()), now, today);
    day.turn(today);
    return checked.digest();
  }
}
