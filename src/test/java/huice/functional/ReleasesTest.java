package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import huice.casework.CheckedRelease;
import huice.casework.Conflict;
import huice.casework.GoingLive;
import huice.casework.Invalid;
import huice.casework.LiveRelease;
import huice.casework.NotAllowed;
import huice.casework.Proposal;
import huice.casework.ReleaseChecks;
import huice.casework.ReleaseOfTheDay;
import huice.casework.Releases;
import huice.model.Actor;
import huice.model.ReleaseStep;
import huice.model.ReleaseStep.Terms;
import huice.model.Role;
import huice.policy.ReleaseFiles;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApprovedReleases.class)
class ReleasesTest {
  private static final String YEARS = "policies/lamps/parameters/keeper-years.yaml";
  private static final String RULE = "rules/lamps/oil-allowance.dslr";
  private static final String FIRST = "policy-officer-a";
  private static final LocalDate TODAY = LocalDate.now();
  private static final Instant NOW = Instant.now();
  private static final Proposal AT_ONCE = new Proposal("莎就评〔2024〕3号", TODAY, Terms.KEEP);

  @Inject GoingLive goingLive;
  @Inject ReleaseChecks checks;
  @Inject ReleaseOfTheDay day;
  @Inject Releases releases;
  @Inject LiveRelease live;
  @Inject AgroalDataSource database;

  private Actor author;
  private Actor approver;

  @BeforeEach
  void accounts() throws SQLException {
    author = officer(FIRST);
    approver = officer("policy-officer-b");
  }

  private Actor officer(String name) throws SQLException {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    String insert =
        "insert into account (id, name, shown, role, office, created_at)"
            + " values (?, ?, ?, 'policy-officer', 'A', now()) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setObject(1, id);
      statement.setString(2, name);
      statement.setString(3, name);
      statement.executeUpdate();
    }
    return new Actor(id, name, Role.POLICY_OFFICER, "A");
  }

  @Test
  void anEmptyDatabaseBeginsWithTheReleaseThatCameWithTheProgramByNobody() {
    ReleaseStep first = goingLive.history().steps().get(0);

    assertThat(first.kind()).isEqualTo(ReleaseStep.Kind.APPROVED);
    assertThat(first.by()).isNull();
    assertThat(first.release()).isEqualTo(ReleaseFiles.under(Rezipped.ROOT).digest());
    assertThat(count("select count(*) from log_entry where kind = 'release' and seq = 1"))
        .isEqualTo(1);
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void r7TheAuthorOfARuleChangeIsNotItsApprover() {
    String before = live.get().digest();
    String digest =
        sent(variant("r7"), "impact=A1&from=" + TODAY)
            .then()
            .statusCode(201)
            .body("step", equalTo("proposed"))
            .body("by", equalTo(FIRST))
            .extract()
            .path("release");

    problem(write().post("/api/releases/" + digest + "/approve").then(), 403, "not-allowed");
    assertThat(live.get().digest()).isEqualTo(before);

    // Turned down and proposed by somebody else, it is still the author's.
    goingLive.reject(author, digest, "撤回", NOW);
    goingLive.propose(approver, checks.proposed(variant("r7")), AT_ONCE, NOW, TODAY);
    problem(write().post("/api/releases/" + digest + "/approve").then(), 403, "not-allowed");
    goingLive.reject(author, digest, "不再需要", NOW);
    assertThat(live.get().digest()).isEqualTo(before);
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void r48NoReleaseWithoutAnImpactReferenceAndAnApprover() {
    String before = live.get().digest();
    byte[] zip = variant("r48");
    CheckedRelease checked = checks.proposed(zip);

    problem(sent(zip, "from=" + TODAY).then(), 400, "query")
        .body("errors.parameter", hasItem("impact"));
    assertThatThrownBy(
            () ->
                goingLive.propose(
                    author, checked, new Proposal(" ", TODAY, Terms.KEEP), NOW, TODAY))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () -> goingLive.approve(approver, checked, NOW, TODAY), "unproposed and uncompared")
        .isInstanceOf(RuntimeException.class);

    goingLive.propose(approver, checked, AT_ONCE, NOW, TODAY);
    day.turn(TODAY);
    assertThat(live.get().digest()).as("proposed only").isEqualTo(before);

    write().post("/api/releases/" + checked.digest() + "/approve").then().statusCode(200);
    assertThat(live.get().digest()).isEqualTo(checked.digest());
    assertThat(last().impact()).isEqualTo(AT_ONCE.impact());
    assertThat(last().by()).isEqualTo(author.id());
  }

  @Test
  void theDatabaseItselfTakesNoStepWithoutImpactReferenceOrPerson() {
    String digest = live.get().digest();
    String insert = "insert into release_step (release, kind, start_on, terms, at, by) values ('";

    assertThatThrownBy(
            () ->
                update(
                    insert
                        + digest
                        + "', 'proposed', now(), 'keep', now(), '"
                        + author.id()
                        + "')"))
        .hasMessageContaining("release_step_whole");
    assertThatThrownBy(
            () ->
                update(
                    insert
                        + digest
                        + "', 'approved', now(), 'keep', now(), '"
                        + author.id()
                        + "')"))
        .hasMessageContaining("release_step_whole");
    assertThatThrownBy(() -> update(insert + digest + "', 'approved', now(), 'keep', now(), null)"))
        .hasMessageContaining("release_step_installed");
  }

  @Test
  void whatIsToBeginLaterDecidesFromItsFirstDayOn() {
    String before = live.get().digest();
    LocalDate start = TODAY.plusDays(20);
    Proposal later = new Proposal("B1", start, Terms.CHANGE);
    String digest = approved(variant("later"), later);

    assertThat(live.get().digest()).isEqualTo(before);
    day.turn(start.minusDays(1));
    assertThat(live.get().digest()).isEqualTo(before);
    day.turn(start);
    assertThat(live.get().digest()).isEqualTo(digest);
    assertThat(goingLive.history().liveOn(start).orElseThrow().terms()).isEqualTo(Terms.CHANGE);
    day.turn(TODAY);
    assertThat(live.get().digest()).isEqualTo(before);
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void rollingBackReturnsToTheReleaseBeforeAtOnceAndIsInTheLog() {
    String before = live.get().digest();
    String digest = approved(variant("rollback"), AT_ONCE);
    assertThat(live.get().digest()).isEqualTo(digest);
    long entries = count("select count(*) from log_entry where kind = 'release'");

    problem(reason("").post("/api/releases/rollback").then(), 422, "invalid");
    reason("金额有误")
        .post("/api/releases/rollback")
        .then()
        .statusCode(200)
        .body("step", equalTo("rolled-back"))
        .body("release", equalTo(digest));

    assertThat(live.get().digest()).isEqualTo(before);
    assertThat(Given.release()).isEqualTo(before);
    assertThat(count("select count(*) from log_entry where kind = 'release'"))
        .isEqualTo(entries + 1);
    assertThat(lastEntry()).contains("rolled-back", digest, "金额有误");
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void thereIsNoRollingBackToAReleaseThatThisProgramCannotRead() throws SQLException {
    String before = live.get().digest();
    String broken = "0".repeat(64);
    try (Owner owner = new Owner()) {
      owner.run("insert into release values ('" + broken + "', now(), 'PK')");
      owner.run(
          "insert into release_step (release, kind, impact, start_on, terms, at, by) values ('"
              + broken
              + "', 'approved', 'F', '"
              + TODAY
              + "', 'keep', now(), '"
              + author.id()
              + "')");
      String digest = approved(variant("unreadable"), AT_ONCE);
      long steps = count("select count(*) from release_step");

      problem(reason("金额有误").post("/api/releases/rollback").then(), 409, "conflict")
          .body("detail", containsString("/api/switches"));

      assertThat(count("select count(*) from release_step")).isEqualTo(steps);
      assertThat(live.get().digest()).isEqualTo(digest);
      owner.run("delete from release_step where release = '" + broken + "'");
      owner.run("delete from release where digest = '" + broken + "'");
    }
    goingLive.rollBack(author, "已修好", NOW, TODAY);
    day.turn(TODAY);
    assertThat(live.get().digest()).isEqualTo(before);
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void whatNobodyProposedIsRefusedUnread() throws SQLException {
    String unreadable = "f".repeat(64);
    try (Owner owner = new Owner()) {
      owner.run("insert into release values ('" + unreadable + "', now(), 'PK')");
      problem(write().post("/api/releases/" + unreadable + "/approve").then(), 409, "conflict");
      owner.run("delete from release where digest = '" + unreadable + "'");
    }
  }

  @Test
  void aRestartKeepsTheLiveReleaseWhateverTheFolderHolds() {
    String digest = approved(variant("restart"), AT_ONCE);
    assertThat(digest).isNotEqualTo(ReleaseFiles.under(Rezipped.ROOT).digest());

    day.begin(NOW, TODAY);

    assertThat(live.get().digest()).isEqualTo(digest);
    assertThat(Given.release()).isEqualTo(digest);
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void whatTheCheckOrACaseRefusesIsNotProposedAndLeavesNothing() {
    long kept = count("select count(*) from release");
    long steps = count("select count(*) from release_step");
    byte[] misspelt = Rezipped.with(RULE, text -> text.replace("已经登记守灯", "已经登计守灯"));
    byte[] failing = Rezipped.with(YEARS, text -> text.replace("value: 16", "value: 15"));
    byte[] whole = variant("half");
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    problem(sent(misspelt, "impact=C&from=" + TODAY).then(), 422, "invalid")
        .body("errors.pointer", hasItem(containsString(RULE)));
    problem(sent(failing, "impact=C&from=" + TODAY).then(), 422, "invalid")
        .body("errors.pointer", hasItem(containsString("test-cases/lamps/oil-allowance.yaml")));
    problem(sent(half, "impact=C&from=" + TODAY).then(), 422, "invalid");

    assertThat(count("select count(*) from release")).isEqualTo(kept);
    assertThat(count("select count(*) from release_step")).isEqualTo(steps);
  }

  @Test
  void aProposalThatFailsHalfWayLeavesNothing() {
    CheckedRelease checked = checks.proposed(variant("half-way"));
    Actor nobody = new Actor(UUID.randomUUID(), "gone", Role.POLICY_OFFICER, "A");

    assertThatThrownBy(() -> goingLive.propose(nobody, checked, AT_ONCE, NOW, TODAY))
        .isInstanceOf(RuntimeException.class);

    assertThat(count("select count(*) from release where digest = '" + checked.digest() + "'"))
        .isZero();
    assertThat(goingLive.history().steps())
        .noneMatch(step -> step.release().equals(checked.digest()));
  }

  @Test
  void aReleaseIsProposedOnceAndApprovedOnce() {
    CheckedRelease checked = checks.proposed(variant("once"));
    goingLive.propose(author, checked, AT_ONCE, NOW, TODAY);
    assertThatThrownBy(() -> goingLive.propose(approver, checked, AT_ONCE, NOW, TODAY))
        .isInstanceOf(Conflict.class);

    CheckedRelease compared = checks.approved(checked.digest());
    assertThatThrownBy(() -> goingLive.approve(author, compared, NOW, TODAY))
        .isInstanceOf(NotAllowed.class);
    goingLive.approve(approver, compared, NOW, TODAY);
    assertThatThrownBy(() -> goingLive.approve(approver, compared, NOW, TODAY))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> goingLive.propose(author, checked, AT_ONCE, NOW, TODAY))
        .isInstanceOf(Conflict.class);
    day.turn(TODAY);
  }

  @Test
  @TestSecurity(user = FIRST, roles = "policy-officer")
  void aCallSentAgainIsAnsweredAndNotDoneAgain() {
    byte[] zip = variant("again");
    String query = "impact=D&from=" + TODAY;
    String key = UUID.randomUUID().toString();
    String first = sent(zip, query, key).then().statusCode(201).extract().asString();
    long steps = count("select count(*) from release_step");

    assertThat(sent(zip, query, key).then().statusCode(201).extract().asString()).isEqualTo(first);
    assertThat(count("select count(*) from release_step")).isEqualTo(steps);
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void anAuditorReadsTheStepsAndTakesNone() {
    given()
        .get("/api/releases")
        .then()
        .statusCode(200)
        .body("source", equalTo("approved"))
        .body("live", equalTo(live.get().digest()))
        .body("steps[0].step", equalTo("approved"));
    sent(new byte[0], "impact=E&from=" + TODAY).then().statusCode(403);
    reason("x").post("/api/releases/rollback").then().statusCode(403);
  }

  @Test
  void r13TheRegisterShowsAnyReleaseThatEverDecided() {
    String first = goingLive.history().steps().get(0).release();
    String digest = approved(Rezipped.with(YEARS, ReleasesTest::reworded), AT_ONCE);

    String reference =
        "schemes.find { it.scheme == 'oil-allowance' }.parameters"
            + ".find { it.name == '守灯周岁' }.reference";
    when()
        .get("/api/register?on=2024-09-01&release=" + first)
        .then()
        .statusCode(200)
        .body("release", equalTo(first))
        .body(reference, equalTo("守灯章程一（一）"));
    when()
        .get("/api/register?on=2024-09-01&release=" + digest)
        .then()
        .body(reference, equalTo("守灯章程第一条（一）"));
    problem(when().get("/api/register?release=0000").then(), 404, "not-found");
    goingLive.rollBack(author, "只是试验", NOW, TODAY);
    day.turn(TODAY);
  }

  @Test
  void underLoadASwapDropsNoRequestAndEveryAnswerComesFromOneRelease() throws Exception {
    String body = Given.text(Given.example("oil-allowance"));
    String before = live.get().digest();
    CheckedRelease next =
        checks.proposed(Rezipped.with(YEARS, text -> reworded(text) + "\n# load\n"));
    goingLive.propose(author, next, AT_ONCE, NOW, TODAY);
    CheckedRelease compared = checks.approved(next.digest());
    Map<String, Set<String>> seen = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService senders = Executors.newFixedThreadPool(2);
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      counts.add(senders.submit(sender(body, seen, over)));
    }
    Await.until(() -> seen.containsKey(before));
    goingLive.approve(approver, compared, NOW, TODAY);
    day.turn(TODAY);
    Await.until(() -> seen.containsKey(next.digest()));
    goingLive.rollBack(author, "负载试验", NOW, TODAY);
    day.turn(TODAY);
    assertThat(Given.release()).isEqualTo(before);
    over.set(true);
    for (Future<Integer> count : counts) {
      assertThat(count.get()).isPositive();
    }
    senders.shutdown();

    assertThat(seen.keySet()).containsExactlyInAnyOrder(before, next.digest());
    assertThat(seen.get(before)).hasSize(1).allMatch(mark -> mark.contains("守灯章程一（一）"));
    assertThat(seen.get(next.digest())).hasSize(1).allMatch(mark -> mark.contains("守灯章程第一条（一）"));
  }

  @Test
  void whatDecisionsNameIsNamed() {
    assertThat(releases.program()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(releases.drools()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(releases.measures(Set.of("oil-allowance")))
        .matches("\\{\"library\":\"[0-9a-f]{64}\",\"forms\":\\{.*\"months\":1.*}}");
    assertThat(releases.live()).isSameAs(live.get());
  }

  private static Callable<Integer> sender(
      String body, Map<String, Set<String>> seen, AtomicBoolean over) {
    return () -> {
      int answers = 0;
      while (!over.get()) {
        var answer =
            Given.body(body)
                .post("/api/checks?schemes=oil-allowance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        seen.computeIfAbsent(answer.getString("release"), r -> ConcurrentHashMap.newKeySet())
            .add(
                answer.getString("outcomes[0].schemeDigest")
                    + answer.getString("parameters.reference"));
        answers++;
      }
      return answers;
    };
  }

  private String approved(byte[] zip, Proposal proposal) {
    CheckedRelease checked = checks.proposed(zip);
    goingLive.propose(author, checked, proposal, NOW, TODAY);
    goingLive.approve(approver, checks.approved(checked.digest()), NOW, TODAY);
    day.turn(TODAY);
    return checked.digest();
  }

  /** Changes the digest and nothing else. */
  private static byte[] variant(String mark) {
    return Rezipped.with(YEARS, text -> text + "\n# " + mark + "\n");
  }

  private static String reworded(String parameter) {
    return parameter.replace("守灯章程一（一）", "守灯章程第一条（一）");
  }

  private static Response sent(byte[] zip, String query) {
    return sent(zip, query, UUID.randomUUID().toString());
  }

  private static Response sent(byte[] zip, String query, String key) {
    return given()
        .contentType("application/zip")
        .header("Idempotency-Key", key)
        .body(zip)
        .post("/api/releases?" + query);
  }

  private static io.restassured.specification.RequestSpecification write() {
    // Without a form of its own a post would be one of an HTML form.
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static io.restassured.specification.RequestSpecification reason(String reason) {
    return Given.body(Map.of("reason", reason))
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private ReleaseStep last() {
    List<ReleaseStep> steps = goingLive.history().steps();
    return steps.get(steps.size() - 1);
  }

  private String lastEntry() {
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select content from log_content order by seq desc limit 1")) {
      row.next();
      return new String(row.getBytes(1), StandardCharsets.UTF_8);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String query) {
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void update(String statement) {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
