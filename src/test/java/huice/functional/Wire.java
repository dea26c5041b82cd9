package huice.functional;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests byte for byte as somebody may send them, to any port of this machine. What gets no
 * answer throws {@link UncheckedIOException}. Safe to use from all threads.
 */
final class Wire {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /** Somebody with the name and password of an account. */
  record Who(String name, String password) {
    String header() {
      String both = name + ":" + password;
      return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What came back. */
  record Answer(int status, String type, String retryAfter, String text) {
    JsonNode json() {
      try {
        return Given.JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(text, e);
      }
    }
  }

  /** A writing call; another one with the same content is another call. */
  @SuppressWarnings("ArrayRecordComponent") // told apart by their keys
  record Call(Who who, String path, String type, byte[] body, String key) {
    static Call of(Who who, String path, String type, byte[] body) {
      return new Call(who, path, type, body, UUID.randomUUID().toString());
    }

    static Call of(Who who, String path, Object body) {
      return of(who, path, "application/json", Given.text(body).getBytes(StandardCharsets.UTF_8));
    }
  }

  Answer send(Call call) {
    return send("POST", call.path(), call.who(), call.type(), call.key(), call.body());
  }

  Answer get(Who who, String path) {
    return send("GET", path, who, null, null, null);
  }

  Answer send(
      String verb,
      String path,
      @Nullable Who who,
      @Nullable String type,
      @Nullable String key,
      byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(PATIENCE)
            .method(
                verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (who != null) {
      request.header("Authorization", who.header());
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.headers().firstValue("Retry-After").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
