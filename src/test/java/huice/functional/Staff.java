package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import huice.functional.Wire.Who;
import huice.model.Role;
import java.util.Map;

/** The people of one office who work with a service of its own process. */
final class Staff {
  private static final Who ADMIN = new Who("root-admin", "killed-and-back-again");
  private static final String PASSWORD = "only-for-this-test";

  /** What the service's process is told: nobody but an administrator, nothing made up. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HUICE_ADMIN",
          ADMIN.name(),
          "HUICE_ADMIN_PASSWORD",
          ADMIN.password(),
          "HUICE_ACCOUNTS",
          "none",
          "HUICE_DEMO",
          "none");

  private final Wire wire;
  private final Who auditor;

  Staff(Wire wire) {
    this.wire = wire;
    this.auditor = join(Role.AUDITOR, "auditor");
  }

  Who join(Role role, String name) {
    Map<String, Object> body =
        Map.of("name", name, "shown", name, "role", role.id(), "office", "A", "password", PASSWORD);
    made(Call.of(ADMIN, "/api/accounts", body));
    return new Who(name, PASSWORD);
  }

  JsonNode made(Call call) {
    return good(wire.send(call));
  }

  /** What the auditor sees. */
  JsonNode seen(String path) {
    return good(wire.get(auditor, path));
  }

  void assertLogWhole() {
    JsonNode log = seen("/api/log/verification");
    assertThat(log.path("whole").asBoolean()).as(log.toString()).isTrue();
  }

  private static JsonNode good(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer.json();
  }
}
