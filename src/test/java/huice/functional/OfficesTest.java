package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any office serves a visitor who is there; the person's own office decides. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class OfficesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String SCHEME = "jobseeking-subsidy";
  private static final String HERE = "?present=true&purpose=";

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  private static Actor elsewhere() {
    return Accounts.actor(Role.CASEWORKER, "B");
  }

  private static Map<String, Object> application(String person, Object... more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("record", person);
    body.put("scheme", SCHEME);
    body.put("channel", "COUNTER");
    body.put("appliedOn", DAY.toString());
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return body;
  }

  @Test
  void anyOfficeReceivesTheApplicationOfAPersonWhoIsThereAndTheOwnOfficeHasIt() {
    String person = Desk.person("A");
    Matters.post(elsewhere(), "/api/applications", application(person)).then().statusCode(403);
    Matters.post(elsewhere(), "/api/applications?present=true", application(person))
        .then()
        .statusCode(400);

    String id =
        Matters.post(elsewhere(), "/api/applications" + HERE + "application", application(person))
            .then()
            .statusCode(201)
            .body("application.office", equalTo("A"))
            .extract()
            .path("application.id");

    String address = "/api/applications/" + id;
    Matters.get(elsewhere(), address).then().statusCode(403);
    Matters.get(elsewhere(), address + HERE + "question").then().statusCode(200);
    Matters.get(CASEWORKER, "/api/applications?record=" + person).then().body("id", hasItem(id));
    Matters.post(elsewhere(), address + "/proposals", Map.of("version", 1)).then().statusCode(403);
    Matters.post(CASEWORKER, address + "/proposals", Map.of("version", 1)).then().statusCode(201);
    Matters.get(AUDITOR, "/api/log?kind=applied&limit=500")
        .then()
        .body(
            "entries.findAll { it.content?.application == '" + id + "' }.content.content[0]",
            allOf(containsString("\"receivedAt\":\"B\""), containsString("\"present\":true")));
  }

  @Test
  void theCounterReceivesItTooAndPrintsTheReceipt() {
    String person = Desk.person("A");
    String apply = "/desk/persons/" + person + "/apply/" + SCHEME;
    Map<String, Object> typed =
        Map.of("appliedOn", DAY.toString(), "channel", "COUNTER", "own", "yes");
    Paper.post(elsewhere(), apply, typed).then().statusCode(403);

    Paper.done(elsewhere(), apply + "?purpose=application", typed)
        .then()
        .statusCode(200)
        .body(containsString("受理回执"))
        .body(containsString("?purpose=application"));
  }

  @Test
  void programsRecordOriginalsAndRepresentativesAsTheCounterDoes() {
    String person = Desk.person("A");
    String originals = "/api/persons/" + person + "/originals";
    Map<String, Object> seen =
        Map.of("scheme", SCHEME, "proof", "一次性求职补贴审核表", "on", DAY.toString());
    Matters.post(elsewhere(), originals, seen).then().statusCode(403);
    Matters.post(elsewhere(), originals + HERE + "documents", seen)
        .then()
        .statusCode(201)
        .body("by", equalTo(elsewhere().name()));
    Matters.post(
            CASEWORKER, originals, Map.of("scheme", SCHEME, "proof", "驾驶证", "on", DAY.toString()))
        .then()
        .statusCode(422);
    Matters.get(CASEWORKER, originals)
        .then()
        .statusCode(200)
        .body("proof", hasSize(1))
        .body("on[0]", equalTo(DAY.toString()));
    Paper.get(CASEWORKER, "/desk/persons/" + person + "/schemes/" + SCHEME)
        .then()
        .body(containsString("原件已看"));

    String id =
        Matters.post(
                CASEWORKER,
                "/api/applications",
                application(person, "channel", "REPRESENTATIVE", "representative", "古丽努尔"))
            .then()
            .statusCode(201)
            .body(not(containsString("古丽努尔")))
            .extract()
            .path("application.id");
    String address = "/api/applications/" + id + "/representative";
    Matters.get(elsewhere(), address).then().statusCode(403);
    Matters.get(CASEWORKER, address).then().body("representative", equalTo("古丽努尔"));
    String own =
        Matters.post(CASEWORKER, "/api/applications", application(person))
            .then()
            .extract()
            .path("application.id");
    Matters.get(CASEWORKER, "/api/applications/" + own + "/representative")
        .then()
        .statusCode(200)
        .body("representative", nullValue());
  }

  @Test
  void r40AnyOfficeHandsALetterToAPersonWhoIsThereAndNobodyPostsItFromThere() {
    Matter matter = Matter.apply(Matters.person(true, Map.of()), SCHEME, DAY, Map.of()).propose();
    String letter = "/api/letters/" + LettersTest.letter(matter);
    Matters.get(elsewhere(), letter).then().statusCode(403);
    Matters.get(elsewhere(), letter + HERE + "documents").then().statusCode(200);
    Map<String, Object> handed = matter.versioned(Matter.delivery());
    Matters.post(elsewhere(), letter + "/deliveries", handed).then().statusCode(403);
    Map<String, Object> posted = new LinkedHashMap<>(handed);
    posted.put("way", "POST");
    Matters.post(elsewhere(), letter + "/deliveries" + HERE + "documents", posted)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/way"));
    Matters.post(elsewhere(), letter + "/deliveries" + HERE + "documents", handed)
        .then()
        .statusCode(201)
        .body("acts[-1].act", equalTo("TELL_MISSING"));

    String page = "/desk/letters/" + letter.replaceFirst(".*/", "");
    Paper.get(elsewhere(), page).then().statusCode(403);
    assertThat(Paper.get(elsewhere(), page + "?purpose=documents").asString())
        .contains("class=\"letter\"", "/deliveries?purpose=documents")
        .doesNotContain("退回了");
    Paper.get(elsewhere(), "/desk/applications/" + matter.id + "?purpose=documents")
        .then()
        .body(containsString(page + "?purpose=documents"));
    Paper.get(elsewhere(), "/desk/applications/" + matter.id + "/missing-notice?purpose=documents")
        .then()
        .statusCode(200);
  }
}
