package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huice.entry.LocalDatabase;
import huice.functional.Wire.Call;
import huice.functional.Wire.Who;
import huice.model.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the packaged service in the middle of making an invented county and of runs over it, at
 * random moments, and starts it again: what was begun is gone on with, and the end is that of an
 * undisturbed run. Runs after packaging; {@code -Dhuice.fuzz} is another seed.
 */
class KilledRunIT {
  private static final String ZONE = "Asia/Shanghai";
  private static final int PEOPLE = 1_200;
  private static final int ROUNDS = 4;
  private static final Who ADMIN =
      new Who(Staff.ENVIRONMENT.get("HUICE_ADMIN"), Staff.ENVIRONMENT.get("HUICE_ADMIN_PASSWORD"));

  private final Random random = new Random(Long.getLong("huice.fuzz", 11));

  private LocalDatabase database;
  private ChildService service;
  private Wire wire;
  private Staff staff;

  @BeforeEach
  void start() throws IOException {
    database = LocalDatabase.temporary(Path.of("target", "postgres-binaries"));
    Map<String, String> environment = new HashMap<>(Staff.ENVIRONMENT);
    environment.put("HUICE_DB_URL", database.url());
    environment.put("HUICE_DB_USER", database.user());
    environment.put("HUICE_DB_OWNER", database.owner());
    environment.put("HUICE_DB_OWNER_PASSWORD", "unused");
    environment.put("HUICE_RELEASE", "folder");
    environment.put("HUICE_RUNS_BATCH", "10");
    service = new ChildService(Path.of(""), environment);
    service.start(ZONE);
    wire = new Wire(service.port());
    staff = new Staff(wire);
    staff.join(Role.CASEWORKER, "caseworker");
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    database.close();
  }

  @Test
  void aKilledRunEndsAsAnUndisturbedOne() throws Exception {
    begin("/api/populations", Map.of("people", PEOPLE, "seed", 3));
    Await.pause(Duration.ofMillis(random.nextInt(1_500)));
    killAndStart();
    ended("/api/populations", Map.of("people", PEOPLE, "seed", 3));
    assertThat(one("select count(*) from person")).isEqualTo(String.valueOf(PEOPLE));
    ended("/api/runs", Map.of("everybody", true));
    String undisturbed = states();

    for (int round = 0; round < ROUNDS; round++) {
      JsonNode begun = begin("/api/runs", Map.of("everybody", true));
      Await.pause(Duration.ofMillis(random.nextInt(1_200)));
      killAndStart();
      sqlSpoil(begun.path("id").asText());
      JsonNode run = ended("/api/runs", Map.of("everybody", round % 2 == 0));

      assertThat(states()).isEqualTo(undisturbed);
      assertThat(run.path("batchesDone").asInt()).isEqualTo(run.path("batches").asInt());
      assertThat(one("select count(*) from assessed")).isEqualTo(String.valueOf(PEOPLE));
      staff.assertLogWhole();
    }
  }

  /** What no batch of the cut run has written yet could be anything. */
  private void sqlSpoil(String run) throws SQLException {
    run(
        "update assessed a set outcomes = '' where not exists (select 1 from run_batch b, run r"
            + " where b.run = r.id and r.id = '"
            + run
            + "' and b.no = floor((get_byte(uuid_send(a.person), 0) * 16777216::bigint"
            + " + get_byte(uuid_send(a.person), 1) * 65536 + get_byte(uuid_send(a.person), 2) * 256"
            + " + get_byte(uuid_send(a.person), 3)) * r.batches / 4294967296::numeric))"
            + " and exists (select 1 from run where id = '"
            + run
            + "' and state = 'cut')");
  }

  private void killAndStart() throws IOException {
    service.kill();
    service.start(ZONE);
  }

  private JsonNode begin(String path, Map<String, Object> order) {
    return staff.made(Call.of(ADMIN, path, order));
  }

  private JsonNode ended(String path, Map<String, Object> order) {
    String id = begin(path, order).path("id").asText();
    Await.until(() -> !state(path, id).path("state").asText().equals("running"));
    JsonNode state = state(path, id);
    assertThat(state.path("state").asText()).isEqualTo("done");
    return state;
  }

  private JsonNode state(String path, String id) {
    return wire.get(ADMIN, path + "/" + id).json();
  }

  private String states() throws SQLException {
    return one(
        "select md5(string_agg(person || ' ' || version || ' ' || favourable || ' '"
            + " || encode(outcomes, 'hex'), ',' order by person)) from assessed");
  }

  private String one(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.owner(), "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.owner(), "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
