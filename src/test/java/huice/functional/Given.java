package huice.functional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.util.Map;

/** Requests as a caseworker's system sends them. */
final class Given {
  static final ObjectMapper JSON = new ObjectMapper();

  private Given() {}

  static RequestSpecification body(Object body) {
    return RestAssured.given().contentType("application/json; charset=UTF-8").body(body);
  }

  static Response check(Object body) {
    return body(body).post("/api/checks");
  }

  /** The first test case of a scheme as the interface's description shows it. */
  static Map<String, Object> example(String scheme) {
    return RestAssured.get("/q/openapi?format=json")
        .jsonPath()
        .getMap(
            "paths.'/api/checks'.post.requestBody.content.'application/json'.examples.'"
                + scheme
                + "'.value");
  }

  static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String release() {
    return RestAssured.get("/api/register").path("release");
  }
}
