package huice.functional;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import huice.model.Actor;
import huice.model.Role;
import huice.store.LogKind;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The auditor reads everything, and everybody can see that the auditor did. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LogReadingTest {
  private static final String NAME = "阿依古丽·买买提";
  private static final String NUMBER = "653125199003070012";

  @Inject LogSubjects subjects;

  private Actor auditor;

  @BeforeEach
  void account() {
    auditor = subjects.account(Role.AUDITOR);
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void r46TheAuditorReadsTheLogAndThatReadingIsItselfLogged() {
    UUID person = subjects.person(auditor);
    long seq = subjects.write(auditor, LogKind.READ, person, content(person));

    JsonPath page = page("after", seq - 1, "kind", "read");

    assertThat(page.getList("entries")).hasSize(1);
    assertThat(page.getString("entries[0].about")).isEqualTo(person.toString());
    assertThat(page.getString("entries[0].actor")).isEqualTo(auditor.id().toString());
    assertThat(page.getString("entries[0].actorName")).isEqualTo("auditor-a");
    assertThat(page.getString("entries[0].content.name")).isEqualTo(NAME);

    JsonPath after = page("after", seq, "kind", "audit");
    assertThat(after.getString("entries[0].actor")).isEqualTo(auditor.id().toString());
    assertThat(after.getInt("entries[0].content.read")).isEqualTo(1);
    assertThat(after.getLong("entries[0].content.first")).isEqualTo(seq);
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void r46TheLogIsReadPageByPageWithoutALossAndByDay() {
    long first = subjects.write(auditor, LogKind.ACT, null, "{\"no\":1}");
    long second = subjects.write(auditor, LogKind.ACT, null, "{\"no\":2}");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    JsonPath page = page("after", first - 1, "kind", "act", "limit", 1, "from", today);
    assertThat(page.getList("entries.seq", Long.class)).containsExactly(first);
    assertThat(page.getLong("next")).isEqualTo(first);
    JsonPath next = page("after", page.getLong("next"), "kind", "act", "limit", 1, "to", today);
    assertThat(next.getList("entries.seq", Long.class)).containsExactly(second);
    assertThat(next.<Object>get("next")).isNull();
    assertThat(page("after", first - 1, "from", today.plusDays(1)).getList("entries")).isEmpty();
    assertThat(page("after", first - 1, "to", today.minusDays(1)).getList("entries")).isEmpty();
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void faultsOfTheQueryAreNamedAllAtOnce() {
    RefusalsTest.problem(
            when().get("/api/log?from=x&kind=gossip&limit=0&after=-1&until=2").then(), 400, "query")
        .body("errors", hasSize(5));
    RefusalsTest.problem(when().get("/api/log/sample?n=501").then(), 400, "query")
        .body("errors", hasSize(2));
  }

  @Test
  @TestSecurity(user = "caseworker-a", roles = "caseworker")
  void r46NobodyElseReadsTheLog() {
    subjects.account(Role.CASEWORKER);
    for (String path : List.of("/api/log", "/api/log/sample?seed=1", "/api/log/verification")) {
      RefusalsTest.problem(when().get(path).then(), 403, "not-yours");
    }
  }

  @Test
  @TestSecurity(user = "administrator-a", roles = "administrator")
  void r46TheAdministratorVerifiesTheLogButDoesNotReadIt() {
    subjects.account(Role.ADMINISTRATOR);
    when().get("/api/log/verification").then().statusCode(200).body("whole", equalTo(true));
    RefusalsTest.problem(when().get("/api/log").then(), 403, "not-yours");
  }

  @Test
  void nobodyIsAskedToSignIn() {
    RefusalsTest.problem(when().get("/api/log").then(), 401, "sign-in");
  }

  @Test
  @TestSecurity(user = "nobody-knows", roles = "auditor")
  void whoeverHasNoAccountIsAskedToSignIn() {
    RefusalsTest.problem(when().get("/api/log").then(), 401, "sign-in");
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void r46ASampleDrawnBySeedHasItsIdentitiesMasked() {
    UUID person = subjects.person(auditor);
    for (int i = 0; i < 30; i++) {
      subjects.write(auditor, LogKind.FACT, person, content(person));
    }

    int seed = 7;
    String sample = sample(seed, 500);
    while (told(sample) == null && seed < 107) {
      seed++;
      sample = sample(seed, 500);
    }
    JsonPath json = JsonPath.from(sample);
    Map<String, Object> entry = told(sample);

    assertThat(sample)
        .doesNotContain(NAME, NUMBER, person.toString(), auditor.id().toString(), "1990-03-07");
    assertThat(entry).as("one of thirty in a hundred draws").isNotNull();
    assertThat(entry.get("actor").toString()).matches("A\\d+");
    assertThat(entry.get("about").toString()).matches("P\\d+");
    @SuppressWarnings("unchecked")
    Map<String, Object> content = (Map<String, Object>) entry.get("content");
    assertThat(content)
        .containsEntry("path", "employments[r1].start")
        .containsEntry("value", "***")
        .containsEntry("name", "***")
        .containsEntry("number", "***")
        .containsEntry("code", "***")
        .containsEntry("person", entry.get("about"));
    assertThat(
            page("after", json.getLong("entries[-1].seq"), "kind", "export")
                .getString("entries[-1].content.seed"))
        .isEqualTo(Integer.toString(seed));
  }

  /** What a sample holds of the facts that were written here; null when none was drawn. */
  private static @Nullable Map<String, Object> told(String sample) {
    return JsonPath.from(sample)
        .getMap("entries.find { it.kind == 'fact' && it.content?.name != null }");
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void r46TheSameSeedDrawsTheSameAndAnotherSeedAnother() {
    for (int i = 0; i < 40; i++) {
      subjects.write(auditor, LogKind.ACT, null, "{}");
    }
    List<Integer> seven = JsonPath.from(sample(7, 5)).getList("entries.seq");
    List<Integer> again = JsonPath.from(sample(7, 6)).getList("entries.seq");
    List<Integer> eight = JsonPath.from(sample(8, 5)).getList("entries.seq");

    // What was logged in between may take part in the second drawing.
    assertThat(seven).hasSize(5).filteredOn(again::contains).hasSizeGreaterThanOrEqualTo(4);
    assertThat(eight).isNotEqualTo(seven);
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void r47AfterAnErasureTheEntryStaysAndItsContentIsGone() {
    UUID person = subjects.person(auditor);
    long seq = subjects.write(auditor, LogKind.READ, person, content(person));
    subjects.erase(person);

    JsonPath page = page("after", seq - 1, "kind", "read");

    assertThat(page.getLong("entries[0].seq")).isEqualTo(seq);
    assertThat(page.<Object>get("entries[0].content")).isNull();
  }

  private static String content(UUID person) {
    return "{\"path\":\"employments[r1].start\",\"value\":\"1990-03-07\",\"name\":\""
        + NAME
        + "\",\"number\":\""
        + NUMBER
        + "\",\"code\":\""
        + NUMBER
        + "\",\"person\":\""
        + person
        + "\"}";
  }

  private static JsonPath page(Object... query) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      named.put(query[i].toString(), query[i + 1].toString());
    }
    return given()
        .queryParams(named)
        .when()
        .get("/api/log")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String sample(int seed, int size) {
    return given()
        .queryParam("seed", seed)
        .queryParam("n", size)
        .when()
        .get("/api/log/sample")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
