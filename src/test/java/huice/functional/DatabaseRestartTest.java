package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away while the service works: its connections are ended, it is started anew. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class DatabaseRestartTest {
  private static final int CALLS = 240;
  private static final int CUTS = 12;

  @Inject AgroalDataSource database;

  private Wire wire;
  private Wire.Who caseworker;
  private String facts;
  private List<Call> calls;

  @BeforeEach
  void prepare() {
    wire = new Wire(RestAssured.port);
    caseworker = who(Role.CASEWORKER);
    facts = "/api/records/" + Desk.person("A") + "/facts";
    calls = Rows.calls(caseworker, facts, 0, CALLS);
  }

  @Test
  void requestsWhoseConnectionsEndFailCleanlyAndAreDoneOnceInTheEnd() throws Exception {
    Sending sending = Sending.insisting(wire, calls);
    for (int cut = 1; cut <= CUTS; cut++) {
      int answered = CALLS * cut / (CUTS + 1);
      Await.until(() -> sending.answered.size() >= answered);
      Server.endConnections();
    }
    sending.await();

    assertThat(sending.refused).as("some failed").isNotEmpty().allSatisfy(this::assertClean);
    assertRecovered(sending);
  }

  @Test
  void aRestartOfTheServerIsOutlived() throws Exception {
    Server server = new Server();
    ExecutorService reading = Executors.newSingleThreadExecutor();
    Sending sending = Sending.insisting(wire, calls);
    Await.until(() -> sending.answered.size() >= CALLS / 3);
    Future<Answer> read;
    server.stop();
    try {
      int before = sending.refused.size();
      read = reading.submit(refusedReading());
      Await.until(() -> sending.refused.size() > before + 10 && read.isDone());
    } finally {
      server.start();
      reading.shutdown();
    }
    sending.await();

    assertClean(read.get());
    assertThat(sending.refused).allSatisfy(this::assertClean);
    assertRecovered(sending);
  }

  private Callable<Answer> refusedReading() {
    return () -> wire.get(caseworker, facts);
  }

  private void assertRecovered(Sending sending) throws SQLException {
    // A connection that was never given back would be missing.
    Taken.allBut(database, 0).close();
    assertThat(sending.answered).hasSize(CALLS);
    for (Call call : calls) {
      Answer again = Sending.insist(wire, call);
      assertThat(again.status()).as(again.text()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(sending.answered.get(call).text());
    }
    Rows.assertEachOnce(wire.get(caseworker, facts), CALLS);
    Answer log = wire.get(who(Role.AUDITOR), "/api/log/verification");
    assertThat(log.json().path("whole").asBoolean()).as(log.text()).isTrue();
  }

  private void assertClean(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.retryAfter()).isNotEmpty();
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().path("type").asText()).isEqualTo("/problems#unavailable");
  }

  private static Wire.Who who(Role role) {
    Actor actor = Accounts.actor(role, "A");
    return new Wire.Who(actor.name(), actor.name());
  }
}
