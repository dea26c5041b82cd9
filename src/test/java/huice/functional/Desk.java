package huice.functional;

import huice.model.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What caseworkers do at the counter, over HTTP. */
final class Desk {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Desk() {}

  /** An identity number that nobody else of the tests has. */
  static String number() {
    int next = NEXT.incrementAndGet();
    String digits =
        "653125" + (1970 + next / 900 % 30) + "0101" + "%03d".formatted(100 + next % 900);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  static RequestSpecification writing(Role role, String office) {
    return Accounts.as(role, office)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  static Response post(String office, String path, Object body) {
    return writing(Role.CASEWORKER, office).body(Given.text(body)).post(path);
  }

  static ValidatableResponse get(Role role, String office, String path) {
    return Accounts.as(role, office).get(path).then();
  }

  static Map<String, Object> registration(String number) {
    return new LinkedHashMap<>(
        Map.of(
            "number", number,
            "name", "阿依古丽",
            "registeredOn", "2024-01-08",
            "channel", "counter",
            "consentOn", "2024-01-08"));
  }

  /** A new person of an office, with consent. */
  static String person(String office) {
    return post(office, "/api/persons", registration(number()))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String organisation(String office, String entity) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("entity", entity));
    if (!List.of("couple", "household").contains(entity)) {
      body.put("title", "合成单位");
    }
    return post(office, "/api/organisations", body).then().statusCode(201).extract().path("id");
  }

  /** An entry: path, what is said, then more fields by name and value. */
  static Map<String, Object> entry(String path, String says, Object value, Object... more) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("path", path);
    entry.put(says, value);
    entry.put("source", "person");
    for (int i = 0; i < more.length; i += 2) {
      entry.put((String) more[i], more[i + 1]);
    }
    return entry;
  }

  @SafeVarargs
  static Response send(String office, String record, Map<String, Object>... entries) {
    return post(
        office, "/api/records/" + record + "/facts", Map.of("entries", Arrays.asList(entries)));
  }

  /** Records entries and returns the number of the last. */
  @SafeVarargs
  static long record(String office, String record, Map<String, Object>... entries) {
    return send(office, record, entries)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  static ValidatableResponse facts(String office, String record, String query) {
    return get(Role.CASEWORKER, office, "/api/records/" + record + "/facts" + query)
        .statusCode(200);
  }
}
