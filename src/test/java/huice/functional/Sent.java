package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Actor;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Tables that are sent to be imported. */
final class Sent {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final long PATIENCE_MILLIS = 120_000;

  private Sent() {}

  static Response table(Actor by, String kind, String form, byte[] bytes) {
    return Accounts.as(by)
        .contentType(form)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(bytes)
        .post("/api/imports/" + kind);
  }

  static Response csv(Actor by, String kind, String... lines) {
    byte[] bytes = String.join("\n", List.of(lines)).getBytes(StandardCharsets.UTF_8);
    return table(by, kind, "text/csv", bytes);
  }

  /** How an import ended. */
  static JsonPath ended(Actor by, Response begun) {
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
    String id = begun.path("id");
    long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (true) {
      JsonPath job = Accounts.as(by).get("/api/imports/" + id).jsonPath();
      if (!"running".equals(job.getString("state"))) {
        return job;
      }
      assertThat(System.currentTimeMillis()).as(job.prettify()).isLessThan(patience);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
