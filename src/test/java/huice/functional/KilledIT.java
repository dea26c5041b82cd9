package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import huice.functional.Wire.Who;
import huice.model.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the packaged service in the middle of recording, confirming and importing, several times,
 * and starts it on what is left: everything that was answered is there, nothing is there twice or
 * by half, and what was not answered can be sent again. Runs after packaging; {@code -Dhuice.fuzz}
 * is another seed.
 */
class KilledIT {
  private static final String ZONE = "Asia/Shanghai";
  private static final int ROUNDS = 2;
  private static final int ROWS = 40;
  private static final int MATTERS = 4;
  private static final int IMPORTED = 150;
  private static final String DAY = "2024-09-02";
  private static final String HEAD = "身份证件号码,姓名,本人提出日期,提出方式,同意日期,birth_date";

  private final Random random = new Random(Long.getLong("huice.fuzz", 7));

  /** The numbers in the table of each import. */
  private final Map<Call, List<String>> tables = new HashMap<>();

  private ChildService service;
  private Wire wire;
  private Staff staff;
  private Who caseworker;
  private Who certifier;

  @BeforeEach
  void start() throws IOException {
    Map<String, String> environment = new HashMap<>(Staff.ENVIRONMENT);
    // Fewer connections than senders: a call that needed two of them would wait for itself.
    environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "3");
    service = new ChildService(Path.of(""), environment);
    service.start(ZONE);
    wire = new Wire(service.port());
    staff = new Staff(wire);
    caseworker = staff.join(Role.CASEWORKER, "caseworker");
    certifier = staff.join(Role.CERTIFIER, "certifier");
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
  }

  @Test
  void whateverWasAnsweredIsThereOnceAndNothingIsHalfDone() throws Exception {
    String facts = "/api/records/" + person() + "/facts";
    List<String> applications = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Call> now =
          new ArrayList<>(Rows.calls(caseworker, facts, round * ROWS, (round + 1) * ROWS));
      for (int i = 0; i < MATTERS; i++) {
        JsonNode proposed = proposed();
        applications.add(proposed.path("application").path("id").asText());
        now.add(confirmation(proposed));
      }
      now.add(table());
      Collections.shuffle(now, random);

      killedDuring(now);

      Rows.assertEachOnce(wire.get(caseworker, facts), (round + 1) * ROWS);
      for (String application : applications) {
        assertConfirmedOnce(application);
      }
      staff.assertLogWhole();
    }
  }

  private void killedDuring(List<Call> now) throws Exception {
    Sending sending = Sending.begin(wire, now);
    int enough = random.nextInt(now.size() * 3 / 4);
    Await.until(() -> sending.answered.size() >= enough);
    // Somewhere between two answers.
    Await.pause(Duration.ofMillis(random.nextInt(40)));
    service.kill();
    sending.await();
    assertThat(sending.answered).as("killed in the middle").hasSizeLessThan(now.size());
    assertThat(sending.answered.values()).allMatch(answer -> answer.status() / 100 == 2);
    service.start(ZONE);
    staff.assertLogWhole();

    for (Call call : now) {
      Answer again = Sending.insist(wire, call);
      assertThat(again.status()).as(again.text()).isBetween(200, 299);
      Answer before = sending.answered.get(call);
      if (before != null) {
        assertThat(again.text()).as("as it was answered before").isEqualTo(before.text());
      }
      if (tables.containsKey(call)) {
        assertImportedWhollyOrNot(call, again.json().path("id").asText());
      }
    }
  }

  /** A cut-off import says so, has left nothing, and can be begun anew. */
  private void assertImportedWhollyOrNot(Call table, String id) {
    String state = ended(id);
    long there = found(table);
    if (state.equals("stopped")) {
      assertThat(there).isZero();
      Call anew = Call.of(table.who(), table.path(), table.type(), table.body());
      state = ended(staff.made(anew).path("id").asText());
      there = found(table);
    }
    assertThat(state).isEqualTo("done");
    assertThat(there).isEqualTo(IMPORTED);
  }

  private String ended(String id) {
    Await.until(() -> !state(id).equals("running"));
    return state(id);
  }

  private String state(String id) {
    return staff.seen("/api/imports/" + id).path("state").asText();
  }

  private long found(Call table) {
    long found = 0;
    for (String number : tables.get(table)) {
      Call find = Call.of(caseworker, "/api/persons/find", Map.of("number", number));
      Answer answer = wire.send(find);
      assertThat(answer.status()).as(answer.text()).isIn(200, 404);
      found += answer.status() == 200 ? 1 : 0;
    }
    return found;
  }

  private void assertConfirmedOnce(String application) {
    JsonNode view = staff.seen("/api/applications/" + application);
    assertThat(view.path("application").path("state").asText()).isEqualTo("GRANTED");
    List<String> acts = new ArrayList<>();
    view.path("acts").forEach(act -> acts.add(act.path("act").asText()));
    assertThat(acts).as(application).containsOnlyOnce("CONFIRM");
    assertThat(view.path("inEffect")).isEqualTo(view.path("proposal"));
  }

  private Call table() {
    List<String> numbers = Stream.generate(Desk::number).limit(IMPORTED).toList();
    String text =
        numbers.stream()
            .map(number -> number + ",古丽,2024-01-08,窗口,2024-01-08,1980-02-03")
            .collect(Collectors.joining("\n", HEAD + "\n", ""));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Call call = Call.of(caseworker, "/api/imports/worker", "text/csv", bytes);
    tables.put(call, numbers);
    return call;
  }

  private String person() {
    Call registration = Call.of(caseworker, "/api/persons", Desk.registration(Desk.number()));
    return staff.made(registration).path("id").asText();
  }

  /** An application that the rules are in favour of. */
  private JsonNode proposed() {
    String person = person();
    List<Object> entries =
        List.of(
            Desk.entry("graduation_year", "value", "2024"),
            Desk.entry("seeking_work", "value", true),
            document("jobseeking_certified", "value", true),
            document("awards", "completeTo", DAY));
    staff.made(
        Call.of(caseworker, "/api/records/" + person + "/facts", Map.of("entries", entries)));
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
    JsonNode applied = staff.made(Call.of(caseworker, "/api/applications", claim));
    String path = "/api/applications/" + applied.path("application").path("id").asText();
    JsonNode proposed =
        staff.made(Call.of(caseworker, path + "/proposals", Map.of("version", version(applied))));
    assertThat(proposed.path("application").path("state").asText())
        .as(proposed.toString())
        .isEqualTo("PROPOSED");
    return proposed;
  }

  /** By the certifier, who has opened the reasons. */
  private Call confirmation(JsonNode proposed) {
    String decision = "/api/decisions/" + proposed.path("proposal").asText();
    staff.made(Call.of(certifier, decision + "/openings", Map.of()));
    String id = proposed.path("application").path("id").asText();
    int version = version(staff.seen("/api/applications/" + id));
    return Call.of(certifier, decision + "/confirmation", Map.of("version", version));
  }

  private static int version(JsonNode view) {
    return view.path("application").path("version").asInt();
  }

  private static Map<String, Object> document(String path, String says, Object value) {
    Map<String, Object> entry = Desk.entry(path, says, value);
    entry.put("source", "document");
    return entry;
  }
}
