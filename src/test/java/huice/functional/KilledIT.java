package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import huice.functional.Wire.Who;
import huice.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the packaged service in the middle of writing, several times, and starts it on what is
 * left: everything that was answered is there, nothing is there twice or by half, and what was not
 * answered can be sent again. Runs after packaging.
 */
class KilledIT {
  private static final Who ADMIN = new Who("root-admin", "killed-and-back-again");
  private static final int ROUNDS = 3;
  private static final int ROWS = 60;
  private static final int MATTERS = 8;
  private static final String PASSWORD = "only-for-this-test";
  private static final String DAY = "2024-09-02";

  private final Random random = new Random(Long.getLong("huice.fuzz", 7));
  private ChildService service;
  private Wire wire;
  private Who caseworker;
  private Who certifier;
  private Who auditor;

  @BeforeEach
  void start() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target"), "killed");
    service =
        new ChildService(
            home, Map.of("HUICE_ADMIN", ADMIN.name(), "HUICE_ADMIN_PASSWORD", ADMIN.password()));
    service.start();
    wire = new Wire(service.port());
    caseworker = account(Role.CASEWORKER);
    certifier = account(Role.CERTIFIER);
    auditor = account(Role.AUDITOR);
  }

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  @Test
  void whateverWasAnsweredIsThereOnceAndNothingIsHalfDone() throws Exception {
    String person = person();
    List<String> applications = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Call> now = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) {
        int row = round * ROWS + i;
        now.add(
            Call.of(caseworker, "/api/records/" + person + "/facts", DatabaseRestartTest.row(row)));
      }
      for (int i = 0; i < MATTERS; i++) {
        JsonNode proposed = proposed();
        applications.add(proposed.path("application").path("id").asText());
        now.add(confirmation(proposed));
      }
      // An import is to be one more of these calls.
      Collections.shuffle(now, random);
      killedDuring(now);
    }
    DatabaseRestartTest.assertEachOnce(
        wire.get(caseworker, "/api/records/" + person + "/facts"), ROUNDS * ROWS);
    for (String application : applications) {
      assertConfirmedOnce(application);
    }
    JsonNode log = wire.get(auditor, "/api/log/verification").json();
    assertThat(log.path("whole").asBoolean()).as(log.toString()).isTrue();
  }

  private void killedDuring(List<Call> now) throws Exception {
    Sending sending = Sending.begin(wire, now);
    int enough = 5 + random.nextInt(now.size() - 15);
    while (sending.answered.size() < enough && !sending.over()) {
      Thread.sleep(1);
    }
    Thread.sleep(random.nextInt(20));
    service.kill();
    sending.await();
    assertThat(sending.answered.size()).as("killed in the middle").isLessThan(now.size());
    service.start();

    for (Call call : now) {
      Answer before = sending.answered.get(call);
      Answer again = Sending.insist(wire, call);
      assertThat(again.status()).as(again.text()).isBetween(200, 299);
      if (Sending.done(before)) {
        assertThat(again.text()).as("as it was answered before").isEqualTo(before.text());
      } else {
        assertThat(before).as("refused before the kill").isNull();
      }
    }
  }

  private void assertConfirmedOnce(String application) throws IOException {
    JsonNode view = wire.get(auditor, "/api/applications/" + application).json();
    assertThat(view.path("application").path("state").asText()).isEqualTo("GRANTED");
    List<String> acts = new ArrayList<>();
    view.path("acts").forEach(act -> acts.add(act.path("act").asText()));
    assertThat(acts).as(application).containsOnlyOnce("CONFIRM");
    assertThat(view.path("inEffect")).isEqualTo(view.path("proposal"));
  }

  private Who account(Role role) throws IOException {
    String name = role.id() + "-killed";
    Map<String, Object> body =
        Map.of("name", name, "shown", name, "role", role.id(), "office", "A", "password", PASSWORD);
    made(Call.of(ADMIN, "/api/accounts", body));
    return new Who(name, PASSWORD);
  }

  private String person() throws IOException {
    return made(Call.of(caseworker, "/api/persons", Desk.registration(Desk.number())))
        .path("id")
        .asText();
  }

  /** An application that the rules are in favour of, its reasons opened by the certifier. */
  private JsonNode proposed() throws IOException {
    String person = person();
    made(
        Call.of(
            caseworker,
            "/api/records/" + person + "/facts",
            Map.of(
                "entries",
                List.of(
                    Desk.entry("graduation_year", "value", "2024"),
                    Desk.entry("seeking_work", "value", true),
                    document("jobseeking_certified", "value", true),
                    document("awards", "completeTo", DAY)))));
    Map<String, Object> claim =
        Map.of(
            "record",
            person,
            "scheme",
            "jobseeking-subsidy",
            "channel",
            "COUNTER",
            "appliedOn",
            DAY);
    JsonNode applied = made(Call.of(caseworker, "/api/applications", claim));
    String id = applied.path("application").path("id").asText();
    Map<String, Object> version = Map.of("version", version(applied));
    JsonNode proposed =
        made(Call.of(caseworker, "/api/applications/" + id + "/proposals", version));
    assertThat(proposed.path("application").path("state").asText())
        .as(proposed.toString())
        .isEqualTo("PROPOSED");
    return proposed;
  }

  private Call confirmation(JsonNode proposed) throws IOException {
    String decision = "/api/decisions/" + proposed.path("proposal").asText();
    made(Call.of(certifier, decision + "/openings", Map.of()));
    String id = proposed.path("application").path("id").asText();
    JsonNode now = wire.get(auditor, "/api/applications/" + id).json();
    return Call.of(certifier, decision + "/confirmation", Map.of("version", version(now)));
  }

  private static int version(JsonNode view) {
    return view.path("application").path("version").asInt();
  }

  private static Map<String, Object> document(String path, String says, Object value) {
    Map<String, Object> entry = Desk.entry(path, says, value);
    entry.put("source", "document");
    return entry;
  }

  private JsonNode made(Call call) throws IOException {
    Answer answer = wire.send(call);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer.json();
  }
}
