package huice.functional;

import huice.client.ApiClient;
import huice.client.ApiException;
import huice.model.Actor;
import io.restassured.RestAssured;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The generated client, signed in with HTTP Basic; {@link Planted} hears what it sends and gets.
 */
final class Clients {
  private Clients() {}

  /** What a generated method does. */
  interface Call<T> {
    T send() throws ApiException;
  }

  static ApiClient of(Actor actor) {
    String secret = actor.name() + ":" + actor.name();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    ApiClient client = new ApiClient();
    client.updateBaseUri(RestAssured.baseURI + ":" + RestAssured.port);
    client.setRequestInterceptor(request -> heard(request.header("Authorization", basic)));
    client.setResponseInterceptor(
        answer ->
            answer.headers().map().forEach((name, value) -> Planted.seen(name + ": " + value)));
    return client;
  }

  private static void heard(HttpRequest.Builder request) {
    String address = request.copy().build().uri().toString();
    Planted.seen(address);
    Planted.seen(URLDecoder.decode(address, StandardCharsets.UTF_8));
  }

  /** What is answered; a refusal fails the test. */
  static <T> T ok(Call<T> call) {
    try {
      return call.send();
    } catch (ApiException e) {
      throw new AssertionError("refused: " + e.getCode() + " " + e.getResponseBody(), e);
    }
  }

  /** The status of a refusal, whose text {@link Planted} hears. */
  static int refused(Call<?> call) {
    try {
      throw new AssertionError("not refused: " + call.send());
    } catch (ApiException e) {
      Planted.seen(e.getResponseBody());
      return e.getCode();
    }
  }
}
