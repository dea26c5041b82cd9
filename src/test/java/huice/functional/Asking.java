package huice.functional;

import huice.model.Actor;
import huice.model.Role;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who ask an office for services, over HTTP. */
final class Asking {
  final String office;
  final Actor caseworker;
  final Actor certifier;
  final Actor auditor;

  /** An office of its own, so that no other test's people are on its list. */
  Asking(String office) {
    this.office = office;
    this.caseworker = Accounts.actor(Role.CASEWORKER, office);
    this.certifier = Accounts.actor(Role.CERTIFIER, office);
    this.auditor = Accounts.actor(Role.AUDITOR, office);
  }

  /** Somebody without work who said today all that the rhythm rests on. */
  String jobless() {
    String person = Desk.person(office);
    String day = TestClock.today().toString();
    Desk.record(
        office,
        person,
        Desk.entry("not_seeking", "none", true),
        Desk.entry("job_changes", "value", "0"),
        Desk.entry("posts", "completeTo", day),
        Desk.entry("employments", "completeTo", day),
        Desk.entry("flexible_work", "completeTo", day));
    return person;
  }

  JsonPath ask(String person, String scheme) {
    return Desk.post(
            office,
            "/api/persons/" + person + "/services",
            Map.of("scheme", scheme, "way", "MESSAGE", "part", "EVENING"))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** The request of a service that goes on. */
  String request(String person, String scheme) {
    return services(person)
        .getString("asked.find { it.scheme == '" + scheme + "' && it.stoppedOn == null }.request");
  }

  JsonPath services(String person) {
    return Matters.get(caseworker, "/api/persons/" + person + "/services")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  Response stop(String person, String scheme) {
    return Desk.post(
        office,
        "/api/persons/" + person + "/services/stops",
        Map.of("request", request(person, scheme)));
  }

  /** The next task of somebody under a service; null when nothing is owed. */
  String task(String person, String scheme) {
    return services(person)
        .getString(
            "asked.find { it.scheme == '" + scheme + "' && it.stoppedOn == null }.next[0]?.task");
  }

  JsonPath view(String task) {
    return Matters.get(caseworker, "/api/tasks/" + task)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  Response close(String task, String ending, Object... more) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("ending", ending, "way", "PHONE"));
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return Matters.post(caseworker, "/api/tasks/" + task + "/closing", body);
  }

  JsonPath run() {
    return Matters.post(caseworker, "/api/tasks/runs", Map.of())
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  JsonPath list(String query) {
    return Matters.get(caseworker, "/api/tasks" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** How many statements stand under a path of somebody's record. */
  int said(String person, String path) {
    return Desk.facts(office, person, "")
        .extract()
        .jsonPath()
        .<Object>getList("statements.findAll { it.path ==~ /" + path + "/ && it.stands }")
        .size();
  }

  static UUID id(String text) {
    return UUID.fromString(text);
  }

  static String day(int daysOn) {
    return TestClock.today().plusDays(daysOn).toString();
  }

  static List<String> schemes(JsonPath list) {
    return list.getList("basis.scheme");
  }
}
