package huice.functional;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is not signed in, with a browser without scripts. */
final class Stranger {
  private static final Pattern NUMBER =
      Pattern.compile("receipt-number\">([2-9A-Z]{4}(?:-[2-9A-Z]{4}){3})<");
  private static final String TOKEN =
      Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString("tests-of-a-form!".getBytes(StandardCharsets.US_ASCII));

  private Stranger() {}

  static Response get(String path) {
    return RestAssured.given().accept("text/html").redirects().follow(false).get(path);
  }

  static Response post(String path, Map<String, ?> fields) {
    return post(path, UUID.randomUUID().toString(), fields);
  }

  static Response post(String path, String key, Map<String, ?> fields) {
    RequestSpecification request =
        RestAssured.given()
            .cookie("csrf-token", TOKEN)
            .accept("text/html")
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .redirects()
            .follow(false)
            .formParam("csrf-token", TOKEN)
            .formParam("key", key);
    fields.forEach((name, value) -> request.formParam(name, value));
    return request.post(path);
  }

  /** A complaint of a topic to office A; what came back. */
  static Response complain(String topic, Map<String, ?> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", topic);
    fields.put("office", "A");
    fields.put("hidden", "yes");
    fields.put("text", "三个月没有发工资");
    fields.putAll(more);
    return post("/complaints", fields);
  }

  /** The number on a receipt. */
  static String number(Response receipt) {
    String page = receipt.then().statusCode(200).extract().asString();
    Matcher found = NUMBER.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no number in " + page);
    }
    return found.group(1);
  }

  /** How a complaint stands, as whoever has the number sees it. */
  static String status(String number) {
    return post("/complaints/status", Map.of("number", number))
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  static Response say(String number, String word) {
    return post("/complaints/status", Map.of("number", number, "word", word));
  }
}
