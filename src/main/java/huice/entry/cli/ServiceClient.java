package huice.entry.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks the running service as one account. Whatever keeps an answer away ends the command with
 * {@link ServiceFailed}, told in the reader's words: code 1 when the service refused the matter
 * itself, 2 when it could not be reached or asked like this. Not for several threads.
 */
final class ServiceClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofHours(1);

  /** Absent, in conflict, not acceptable: about the matter, not about how it was asked. */
  private static final Set<Integer> ABOUT_THE_MATTER = Set.of(404, 409, 422);

  private final CommonOptions common;
  private final URI address;
  private final String credentials;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  ServiceClient(CommonOptions common, URI address, String user, String password) {
    this.common = common;
    this.address = address;
    this.credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** A path with its query; the values are escaped here. */
  static String path(String path, Map<String, String> query) {
    return query.isEmpty()
        ? path
        : path
            + query.entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
  }

  /**
   * Reads.
   *
   * @param path from the root, such as {@code /api/log/verification}
   */
  JsonNode get(String path) {
    return answer(request(path).GET().build());
  }

  /**
   * Writes, under an idempotency key of its own.
   *
   * @param body anything Jackson writes
   */
  JsonNode post(String path, Object body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(ANSWERING)
        .header("Accept", "application/json, application/problem+json")
        .header("Authorization", credentials);
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode answer(HttpRequest request) {
    HttpResponse<byte[]> response = send(request);
    JsonNode json = json(response.body());
    boolean problem =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    if (response.statusCode() / 100 == 2 && !problem) {
      return json;
    }
    int code = ABOUT_THE_MATTER.contains(response.statusCode()) ? Main.PROBLEMS : Main.WRONG_USE;
    throw new ServiceFailed(code, problem ? words(json) : strange(response.statusCode()));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new ServiceFailed(
          Main.WRONG_USE,
          common.say(
              "连不上服务 " + address + "：请先运行 ./huice start，或用 --url 写明地址。",
              "The service at "
                  + address
                  + " cannot be reached: run ./huice start first, or name it with --url."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceFailed(Main.WRONG_USE, common.say("已中断。", "Interrupted."));
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private String strange(int status) {
    return common.say(
        address + " 的回答（状态 " + status + "）不像惠策：请检查 --url。",
        address + " answered with status " + status + ", unlike Huice: check --url.");
  }

  /**
   * A problem (RFC 9457): what it is, what about it, and every fault with what to write instead.
   */
  private String words(JsonNode problem) {
    StringBuilder words = new StringBuilder();
    words.append(text(problem, "title")).append(common.say("：", ": "));
    words.append(text(problem, "detail"));
    for (JsonNode fault : problem.path("errors")) {
      String place = fault.path("pointer").asText(fault.path("parameter").asText(""));
      words.append("\n  ").append(place.isEmpty() ? "" : place + ": ");
      words.append(text(fault, "detail")).append(common.say("；", "; "));
      words.append(text(fault, "instead"));
    }
    if (problem.hasNonNull("instance")) {
      words.append("\n  ").append(problem.path("instance").asText());
    }
    return words.toString();
  }

  private String text(JsonNode node, String field) {
    return common.say(node.path(field).asText(), node.path(field + "En").asText());
  }
}
