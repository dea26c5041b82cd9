package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends the service's connections while it works, as when it is started anew. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class DatabaseRestartTest {
  private static final Logger LOG = Logger.getLogger(DatabaseRestartTest.class);
  private static final int CALLS = 400;
  private static final int RESTARTS = 12;
  private static final String END =
      "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'huice'";

  @Test
  void requestsFailCleanlyAndTheServiceRecoversWithNothingLostOrDoubled() throws Exception {
    Wire wire = new Wire(RestAssured.port);
    Wire.Who caseworker = who(Role.CASEWORKER);
    String person = Desk.person("A");
    String path = "/api/records/" + person + "/facts";
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(Call.of(caseworker, path, row(i)));
    }

    AtomicBoolean over = new AtomicBoolean();
    List<Answer> read = new ArrayList<>();
    Thread reader = reader(wire, caseworker, path, over, read);
    Sending sending = Sending.insisting(wire, calls);
    try (Owner owner = new Owner()) {
      for (int restart = 0; restart < RESTARTS && !sending.over(); restart++) {
        Thread.sleep(50);
        owner.one(END);
      }
    }
    sending.await();
    over.set(true);
    reader.join();

    // By then connections that ended are looked at before they are given out.
    Thread.sleep(2_500);

    Map<Integer, Integer> statuses = new TreeMap<>();
    assertThat(sending.answered).hasSize(CALLS);
    sending.refused.forEach(one -> statuses.merge(one.status(), 1, Integer::sum));
    sending.answered.values().forEach(one -> statuses.merge(one.status(), 1, Integer::sum));
    read.forEach(one -> statuses.merge(one.status(), 1, Integer::sum));
    LOG.infof("answered while connections ended: %s", statuses);
    assertThat(statuses).as("some failed, some did not").containsKeys(201, 503);
    sending.refused.forEach(one -> assertClean(one, 201));
    read.forEach(one -> assertClean(one, 200));

    for (Call call : calls) {
      Answer before = sending.answered.get(call);
      Answer again = Sending.insist(wire, call);
      assertThat(again.status()).as(again.text()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(before.text());
    }
    assertEachOnce(wire.get(caseworker, path), CALLS);
    assertThat(
            wire.get(who(Role.AUDITOR), "/api/log/verification").json().path("whole").asBoolean())
        .isTrue();
  }

  private static Thread reader(
      Wire wire, Wire.Who who, String path, AtomicBoolean over, List<Answer> read) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (!over.get()) {
                  read.add(wire.get(who, path));
                  Thread.sleep(50);
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    reader.start();
    return reader;
  }

  private static void assertClean(Answer answer, int good) {
    if (answer.status() != good) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(503);
      assertThat(answer.retryAfter()).isNotEmpty();
      assertThat(answer.type()).startsWith("application/problem+json");
      assertThat(answer.json().path("type").asText()).isEqualTo("/problems#unavailable");
    }
  }

  /** A row of its own for each call, so that one too many shows. */
  static Map<String, Object> row(int i) {
    return Map.of("entries", List.of(Desk.entry("employments[new].start", "value", day(i))));
  }

  private static String day(int i) {
    return java.time.LocalDate.of(2022, 1, 1).plusDays(i).toString();
  }

  static void assertEachOnce(Answer facts, int calls) {
    List<String> starts = new ArrayList<>();
    facts
        .json()
        .path("statements")
        .forEach(
            one -> {
              if (one.path("path").asText().endsWith(".start")) {
                starts.add(one.path("value").asText());
              }
            });
    assertThat(starts).hasSize(calls).doesNotHaveDuplicates();
  }

  private static Wire.Who who(Role role) {
    Actor actor = Accounts.actor(role, "A");
    return new Wire.Who(actor.name(), actor.name());
  }
}
