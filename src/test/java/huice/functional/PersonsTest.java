package huice.functional;

import static huice.functional.Desk.entry;
import static huice.functional.Desk.facts;
import static huice.functional.Desk.get;
import static huice.functional.Desk.post;
import static huice.functional.Desk.record;
import static huice.functional.Desk.writing;
import static huice.functional.RefusalsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.casework.SnapshotCheck;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class PersonsTest {
  @Inject SnapshotCheck snapshots;
  @Inject AgroalDataSource database;

  @Test
  void aPersonIsFoundByNumberAndShownMasked() {
    String number = Desk.number();
    String id =
        post("A", "/api/persons", Desk.registration(number))
            .then()
            .statusCode(201)
            .body("number", equalTo("6***************" + number.substring(16)))
            .body("name", equalTo("阿**"))
            .extract()
            .path("id");

    Accounts.as(Role.CASEWORKER, "A")
        .contentType("application/json")
        .body(Given.text(Map.of("number", number)))
        .post("/api/persons/find")
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("name", equalTo("阿依古丽"))
        .body("number", equalTo("6***************" + number.substring(16)))
        .body("consentOn", equalTo("2024-01-08"));
    assertThat(listed("A", id).get("name")).isEqualTo("阿**");
  }

  /** A person's line in the list of an office, which comes in pages. */
  private static Map<String, Object> listed(String office, String id) {
    for (int page = 0; ; page++) {
      List<Map<String, Object>> lines =
          get(Role.CASEWORKER, office, "/api/persons?page=" + page)
              .statusCode(200)
              .extract()
              .jsonPath()
              .getList("");
      assertThat(lines).as("page %d of the list", page).isNotEmpty();
      for (Map<String, Object> line : lines) {
        if (line.get("id").equals(id)) {
          return line;
        }
      }
    }
  }

  @Test
  void aNumberIsRegisteredOnceInEitherOfItsForms() {
    String number = Desk.number();
    post("A", "/api/persons", Desk.registration(number)).then().statusCode(201);
    problem(post("B", "/api/persons", Desk.registration(number)).then(), 409, "conflict");
    String old = number.substring(0, 6) + number.substring(8, 17);
    problem(post("A", "/api/persons", Desk.registration(old)).then(), 409, "conflict");
  }

  @Test
  void aRegistrationIsTheOwnRequestOfAPersonWithAValidNumber() {
    problem(
            post(
                    "A",
                    "/api/persons",
                    Map.of("number", "653125199001010000", "channel", "village", "sex", "f"))
                .then(),
            422,
            "invalid")
        .body(
            "errors.pointer",
            containsInAnyOrder("/sex", "/number", "/name", "/registeredOn", "/channel"));
  }

  @Test
  void anotherOfficeSeesAPersonOnlyWhoIsPresentAndTheLogKeepsIt() {
    String person = Desk.person("A");
    String path = "/api/persons/" + person;
    problem(get(Role.CASEWORKER, "B", path), 403, "not-allowed");
    problem(get(Role.CASEWORKER, "B", "/api/records/" + person + "/facts"), 403, "not-allowed");
    problem(get(Role.CASEWORKER, "B", path + "?present=true"), 400, "query");
    get(Role.CASEWORKER, "B", path + "?present=true&purpose=question").statusCode(200);
    get(Role.AUDITOR, "county", path).statusCode(200);
    get(Role.POLICY_OFFICER, "county", path).statusCode(403);

    get(Role.CASEWORKER, "A", path + "/print")
        .statusCode(200)
        .body("reads.account", hasItems("caseworker-b", "auditor-county", "caseworker-a"))
        .body("reads.content.purpose", hasItem("question"));
  }

  @Test
  void r31ASpousesFactsAreShownOnlyWhileThatPersonConsents() {
    String worker = Desk.person("A");
    String spouse = Desk.person("A");
    record("A", spouse, entry("seeking_work", "value", true));
    record("A", worker, entry("spouse", "link", spouse, "source", "document"));
    facts("A", worker, "?on=2024-09-01").body("known.facts.spouse.seeking_work.value", is(true));

    long seen = facts("A", worker, "?on=2024-09-01").extract().jsonPath().getLong("version");
    post("A", "/api/persons/" + spouse + "/consent", Map.of("given", false, "on", "2024-09-02"))
        .then()
        .statusCode(200);
    facts("A", worker, "?on=2024-09-01").body("known.facts.spouse", nullValue());
    facts("A", worker, "?on=2024-09-01&version=" + seen).body("known.facts.spouse", nullValue());
  }

  @Test
  void r31AnOrganisationsRecordIsNotLinkedWithPersons() {
    String employer = Desk.organisation("A", "employer");
    String person = Desk.person("A");
    problem(
            Desk.send("A", employer, entry("worker", "link", person, "source", "employer")).then(),
            422,
            "invalid")
        .body("errors.detail", contains(containsString("不关联个人")));
  }

  @Test
  void r39ACorrectedFactOfASpouseReachesTheOthersCase() {
    String worker = Desk.person("A");
    String spouse = Desk.person("B");
    long wrong = record("B", spouse, entry("employments[new].start", "value", "2024-04-01"));
    record("A", worker, entry("spouse", "link", spouse, "source", "document"));
    record(
        "B",
        spouse,
        entry(
            "employments[r1].start",
            "value",
            "2024-03-01",
            "corrects",
            wrong,
            "reason",
            "合同写的是三月"));

    facts("A", worker, "?on=2024-09-01")
        .body("known.facts.spouse.employments.start.value", contains("2024-03-01"));
    get(Role.CASEWORKER, "B", "/api/persons/" + spouse + "/print?present=true&purpose=print")
        .body("reads.account", hasItem("caseworker-a"));
  }

  @Test
  void r54APersonGetsAllThatIsHeldItsSourcesAndWhoReadIt() {
    String number = Desk.number();
    String person =
        post("A", "/api/persons", Desk.registration(number)).then().extract().path("id");
    long wrong =
        record("A", person, entry("graduation_year", "value", "2012", "source", "document"));
    record(
        "A", person, entry("graduation_year", "value", "2021", "corrects", wrong, "reason", "看错"));

    get(Role.CASEWORKER, "A", "/api/persons/" + person + "/print")
        .statusCode(200)
        .body("number", equalTo(number))
        .body("person.name", equalTo("阿依古丽"))
        .body("facts.findAll { it.path == 'graduation_year' }.value", contains("2012", "2021"))
        .body("facts.findAll { it.path == 'graduation_year' }.stands", contains(false, true))
        .body(
            "facts.findAll { it.path == 'graduation_year' }.source", contains("document", "person"))
        .body("facts.find { it.path == 'graduation_year' }.label", equalTo("毕业年度"))
        .body("reads.content.what", contains("print"))
        .body("acts.kind", hasItems("consent", "fact", "correction"));
  }

  @Test
  void r54WithdrawingConsentDeletesWhatNothingNeedsAndSaysWhatStays() {
    String person = Desk.person("A");
    record("A", person, entry("seeking_work", "value", true));
    post("A", "/api/persons/" + person + "/consent", Map.of("given", false, "on", "2024-09-02"))
        .then()
        .statusCode(200)
        .body("deleted.what.zh", hasItem(containsString("全部事实")))
        .body("kept.why.zh", hasSize(2));
    facts("A", person, "?on=2024-09-03").body("known.facts.worker.seeking_work", nullValue());
    assertThat(snapshots.run().broken()).isEmpty();
    post("A", "/api/persons/" + person + "/consent", Map.of("given", true, "on", "2024-10-01"))
        .then()
        .statusCode(200)
        .body("consentEndedOn", nullValue());
  }

  @Test
  void r54ALegalHoldKeepsTheFactsOfWhoWithdrawsConsent() {
    String person = Desk.person("A");
    record("A", person, entry("seeking_work", "value", true));
    hold(person);
    post("A", "/api/persons/" + person + "/consent", Map.of("given", false, "on", "2024-09-02"))
        .then()
        .statusCode(200)
        .body("kept.why.zh", hasItem(containsString("保全")));
    facts("A", person, "?on=2024-09-03").body("known.facts.worker.seeking_work.value", is(true));
  }

  private static String hold(String person) {
    return writing(Role.ADMINISTRATOR, "county")
        .body(Given.text(Map.of("reason", "诉讼")))
        .post("/api/persons/" + person + "/holds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void r47AHoldBeatsErasureAndErasureLeavesNothingReadable() throws SQLException {
    String number = Desk.number();
    String person =
        post("A", "/api/persons", Desk.registration(number)).then().extract().path("id");
    record("A", person, entry("seeking_work", "value", true));
    String hold = hold(person);
    problem(erase(person), 409, "conflict");
    writing(Role.ADMINISTRATOR, "county")
        .body(Given.text(Map.of("reason", "结案")))
        .post("/api/persons/" + person + "/holds/" + hold + "/lift")
        .then()
        .statusCode(200);
    erase(person).statusCode(200);

    problem(get(Role.CASEWORKER, "A", "/api/persons/" + person), 404, "not-found");
    assertThat(count("select count(*) from fact where record = ?", person)).isZero();
    assertThat(count("select count(*) from snapshot where record = ?", person)).isZero();
    assertThat(count("select count(*) from person_key where person = ?", person)).isZero();
    assertThat(count("select count(*) from person where id = ? and name is not null", person))
        .isZero();
    assertThat(count("select count(*) from log_entry where about = ?", person)).isPositive();
    post("A", "/api/persons", Desk.registration(number)).then().statusCode(201);
  }

  private static ValidatableResponse erase(String person) {
    return writing(Role.ADMINISTRATOR, "county")
        .body(Given.text(Map.of("reason", "本人要求")))
        .post("/api/persons/" + person + "/erase")
        .then();
  }

  private long count(String query, String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, UUID.fromString(id));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void theApplicationItselfCannotDeleteAFact() {
    String person = Desk.person("A");
    record("A", person, entry("seeking_work", "value", true));
    assertThatThrownBy(
            () -> {
              try (Connection connection = database.getConnection();
                  PreparedStatement delete =
                      connection.prepareStatement("delete from fact where record = ?")) {
                delete.setObject(1, UUID.fromString(person));
                delete.executeUpdate();
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void anAccountFollowsAMergedPersonAndComesBackWhenTheyAreTwoAgain() {
    String kept = Desk.person("A");
    String duplicate = Desk.person("A");
    account(duplicate, "6217000000008888");
    assertThat(accounts(kept)).isEmpty();

    Map<String, String> body = Map.of("other", duplicate, "reason", "同一人");
    post("A", "/api/persons/" + kept + "/merge", body).then().statusCode(200);
    assertThat(accounts(kept)).containsExactly("****8888");
    assertThat(accounts(duplicate)).as("the same person").containsExactly("****8888");
    account(kept, "6217000000007777");
    assertThat(accounts(kept)).containsExactly("****7777", "****8888");

    post("A", "/api/persons/" + kept + "/unmerge", body).then().statusCode(200);
    assertThat(accounts(duplicate)).containsExactly("****8888");
    assertThat(accounts(kept)).containsExactly("****7777");
  }

  private static void account(String person, String number) {
    post(
            "A",
            "/api/bank-accounts/" + person,
            Map.of(
                "number", number,
                "bank", "莎车农商银行",
                "holder", "合成",
                "saidOn", "2024-09-02",
                "channel", "COUNTER"))
        .then()
        .statusCode(201);
  }

  private static List<String> accounts(String person) {
    return get(Role.CASEWORKER, "A", "/api/bank-accounts/" + person)
        .extract()
        .jsonPath()
        .getList("account");
  }

  @Test
  void mergedRegistrationsAreReadAsOneAndComeApartExactly() {
    String kept = Desk.person("A");
    String duplicate = Desk.person("A");
    record("A", kept, entry("employments[new].start", "value", "2024-01-01"));
    record("A", duplicate, entry("employments[new].start", "value", "2024-05-01"));
    record("A", duplicate, entry("seeking_work", "value", true));
    String before = facts("A", duplicate, "?on=2024-09-01").extract().asString();
    long known = facts("A", kept, "?on=2024-09-01").extract().jsonPath().getLong("version");

    Map<String, String> body = Map.of("other", duplicate, "reason", "同一人");
    post("A", "/api/persons/" + kept + "/merge", body).then().statusCode(200);
    facts("A", kept, "?on=2024-09-01")
        .body("known.facts.worker.employments.start.value", contains("2024-01-01", "2024-05-01"))
        .body("known.facts.worker.seeking_work.value", is(true));
    facts("A", kept, "?on=2024-09-01&version=" + known)
        .body("known.facts.worker.seeking_work", nullValue());
    get(Role.CASEWORKER, "A", "/api/persons/" + duplicate)
        .body("id", equalTo(kept))
        .body("parts", contains(duplicate));
    problem(post("A", "/api/persons/" + kept + "/merge", body).then(), 409, "conflict");

    post("A", "/api/persons/" + kept + "/unmerge", body).then().statusCode(200);
    assertThat(facts("A", duplicate, "?on=2024-09-01").extract().asString()).isEqualTo(before);
    facts("A", kept, "?on=2024-09-01")
        .body("known.facts.worker.employments.start.value", contains("2024-01-01"))
        .body("known.facts.worker.seeking_work", nullValue());
    problem(post("A", "/api/persons/" + kept + "/unmerge", body).then(), 409, "conflict");
  }

  @Test
  void r6APersonOptsOutOfAutomaticDecisionsAndTheSecondChangeMeetsTheFirst() {
    String person = Desk.person("A");
    String path = "/api/persons/" + person;
    int version = get(Role.CASEWORKER, "A", path).extract().path("version");
    post("A", path + "/automatic", Map.of("automatic", false, "version", version))
        .then()
        .statusCode(200)
        .body("automatic", is(false))
        .body("version", not(equalTo(version)));
    problem(
        post("A", path + "/automatic", Map.of("automatic", true, "version", version)).then(),
        409,
        "conflict");
    get(Role.CASEWORKER, "A", path).body("automatic", is(false)).body("version", notNullValue());
  }
}
