package huice.functional;

import huice.casework.LiveRelease;
import huice.casework.Records;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Role;
import huice.model.Statement;
import huice.store.Keys;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An office at work: records with facts, and acts on applications as its people send them. */
final class Matters {
  static final Actor CASEWORKER = Accounts.actor(Role.CASEWORKER, "A");
  static final Actor CERTIFIER = Accounts.actor(Role.CERTIFIER, "A");
  static final Actor OTHER_CERTIFIER = Accounts.second(Role.CERTIFIER, "A");
  static final Actor REVIEWER = Accounts.actor(Role.REVIEWER, "A");
  static final Actor POLICY_OFFICER = Accounts.actor(Role.POLICY_OFFICER, "A");
  static final Actor AUDITOR = Accounts.actor(Role.AUDITOR, "A");
  static final Actor SERVICE = Accounts.actor(Role.SERVICE, "A");

  private Matters() {}

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  /** A registered person of office A with the facts of a root, as a case has them. */
  static UUID person(boolean automatic, Object facts) {
    UUID id = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              record(id, "worker");
              bean(PersonTable.class)
                  .add(
                      new PersonRow(
                          id,
                          null,
                          null,
                          null,
                          "zh",
                          LocalDate.of(2024, 1, 1),
                          "counter",
                          LocalDate.of(2024, 1, 1),
                          null,
                          automatic,
                          null,
                          null,
                          0));
              bean(Keys.class).create(id);
            });
    say(id, facts);
    return id;
  }

  /** Something that is no person, such as an agency. */
  static UUID organisation(String entity, Object facts) {
    UUID id = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> record(id, entity));
    say(id, facts);
    return id;
  }

  private static void record(UUID id, String entity) {
    bean(RecordTable.class)
        .add(new RecordRow(id, entity, "A", null, null, Instant.now(), CASEWORKER.id()));
  }

  /** Records facts, each as said by a source that may say it. */
  static void say(UUID record, Object facts) {
    List<Statement> said = Saying.of(dictionary(), entity(record), facts);
    if (!said.isEmpty()) {
      bean(Records.class).record(CASEWORKER, record, said, Instant.now());
    }
  }

  private static Dictionary dictionary() {
    return bean(LiveRelease.class).get().source().dictionary();
  }

  private static Entity entity(UUID record) {
    String entity = bean(RecordTable.class).find(record).orElseThrow().entity();
    return dictionary().entities().get(entity);
  }

  static Response post(Actor by, String path, Map<String, ?> body) {
    return Accounts.as(by)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json; charset=UTF-8")
        .body(Given.text(body))
        .post(path);
  }

  static Response get(Actor by, String path) {
    return Accounts.as(by).get(path);
  }

  /** An application under way, with the version that whoever acts next has read. */
  static final class Matter {
    final String id;
    ValidatableResponse last;

    private Matter(ValidatableResponse applied) {
      this.id = applied.extract().path("application.id");
      this.last = applied;
    }

    static Matter apply(UUID record, String scheme, LocalDate on, Map<String, ?> more) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("record", record.toString());
      body.put("scheme", scheme);
      body.put("channel", "COUNTER");
      body.put("appliedOn", on.toString());
      body.putAll(more);
      return new Matter(post(CASEWORKER, "/api/applications", body).then().statusCode(201));
    }

    int version() {
      return Accounts.as(AUDITOR)
          .get("/api/applications/" + id)
          .then()
          .statusCode(200)
          .extract()
          .path("application.version");
    }

    /** The latest proposal or decision. */
    String decision() {
      return get(AUDITOR, "/api/applications/" + id).then().extract().path("proposal");
    }

    String state() {
      return get(AUDITOR, "/api/applications/" + id).then().extract().path("application.state");
    }

    Response act(Actor by, String what, Map<String, ?> more) {
      return post(by, "/api/applications/" + id + "/" + what, versioned(more));
    }

    Response decide(Actor by, String what, Map<String, ?> more) {
      return post(by, "/api/decisions/" + decision() + "/" + what, versioned(more));
    }

    Map<String, Object> versioned(Map<String, ?> more) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("version", version());
      body.putAll(more);
      return body;
    }

    Matter propose() {
      last = act(CASEWORKER, "proposals", Map.of()).then().statusCode(201);
      return this;
    }

    Matter open(Actor by) {
      post(by, "/api/decisions/" + decision() + "/openings", Map.of()).then().statusCode(200);
      return this;
    }

    Response confirm(Actor by) {
      return decide(by, "confirmation", Map.of());
    }

    Matter deliver() {
      decide(CASEWORKER, "deliveries", delivery()).then().statusCode(201);
      return this;
    }

    Matter notice() {
      decide(CASEWORKER, "notices", delivery()).then().statusCode(201);
      return this;
    }

    Matter comment() {
      act(CASEWORKER, "comments", Map.of("text", "我不同意")).then().statusCode(201);
      return this;
    }

    /** From an adverse proposal to its effect, as it has to be done. */
    Matter refuse() {
      deliver().comment();
      TestClock.pass(java.time.Duration.ofDays(15));
      open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
      return this;
    }

    static Map<String, Object> delivery() {
      return Map.of("way", "HANDED", "on", TestClock.today().toString(), "by", "李四", "to", "本人");
    }
  }
}
