package huice.functional;

import huice.model.Actor;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages and their forms as a browser without scripts gets and sends them, without the browser. */
final class Paper {
  private static final String TOKEN =
      Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString("tests-of-a-form!".getBytes(StandardCharsets.US_ASCII));

  private Paper() {}

  /** With the parameters of an address, so that nothing in it is encoded twice. */
  private static RequestSpecification asking(RequestSpecification request, String address) {
    int query = address.indexOf('?');
    for (String pair : query < 0 ? new String[0] : address.substring(query + 1).split("&")) {
      String[] parts = pair.split("=", 2);
      request.queryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return request;
  }

  private static String path(String address) {
    return address.replaceFirst("[?#].*", "");
  }

  static Response get(Actor by, String path) {
    RequestSpecification request =
        Accounts.as(by).cookie("csrf-token", TOKEN).accept("text/html").redirects().follow(false);
    return asking(request, path.replaceFirst("#.*", "")).get(path(path));
  }

  /** Sends a form under a key of its own, by field names and values; a list sends several. */
  static Response post(Actor by, String path, Map<String, ?> fields) {
    return post(by, path, UUID.randomUUID().toString(), fields);
  }

  static Response post(Actor by, String path, String key, Map<String, ?> fields) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("csrf-token", TOKEN);
    form.put("key", key);
    form.putAll(fields);
    RequestSpecification request =
        Accounts.as(by)
            .cookie("csrf-token", TOKEN)
            .accept("text/html")
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .redirects()
            .follow(false);
    form.forEach(
        (name, value) -> {
          if (value instanceof List<?> several) {
            request.formParam(name, several);
          } else {
            request.formParam(name, value);
          }
        });
    return asking(request, path.replaceFirst("#.*", "")).post(path(path));
  }

  /** Sends a form that must be taken, and opens the page that it leads to. */
  static Response done(Actor by, String path, Map<String, ?> fields) {
    String next = post(by, path, fields).then().statusCode(303).extract().header("Location");
    return get(by, next.replaceFirst("^https?://[^/]*", ""));
  }
}
