package huice.casework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.LiveRelease;
import huice.casework.Records;
import huice.engine.Ask;
import huice.engine.Brief;
import huice.engine.CompiledRelease;
import huice.functional.Accounts;
import huice.functional.Owner;
import huice.functional.TestDatabase;
import huice.functional.TestProject;
import huice.model.Actor;
import huice.model.Case;
import huice.model.ConditionResult;
import huice.model.Outcome;
import huice.model.Role;
import huice.model.Truth;
import huice.store.AssessedRow;
import huice.store.AssessedTable;
import huice.store.RunTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RunsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.now(ZONE);
  private static final Clock CLOCK = Clock.system(ZONE);

  @Inject Runs runs;
  @Inject Records records;
  @Inject LiveRelease live;
  @Inject AssessedTable assessed;
  @Inject RunTable table;

  private Actor officer;
  private Actor caseworker;

  @BeforeEach
  void accounts() {
    officer = Accounts.made(Role.POLICY_OFFICER, "RUN", "");
    caseworker = Accounts.made(Role.CASEWORKER, "RUN", "");
  }

  @Test
  void aRunStatesOfEverybodyExactlyWhatASingleCheckTells() {
    List<UUID> people = SmallCounty.of(240, 5, DAY, caseworker, Instant.now());
    RunView run = done(new Runs.Order(DAY, null, true));
    Set<String> schemes = new HashSet<>();

    assertThat(run.done()).isEqualTo(run.people());
    for (UUID person : people) {
      AssessedRow row = row(person);
      List<Stated> stated = Compact.read(row.outcomes(), Basis.of(live.get()));
      List<Outcome> single = single(row);
      assertThat(stated).hasSameSizeAs(single);
      for (int i = 0; i < single.size(); i++) {
        assertSame(stated.get(i), single.get(i));
        schemes.add(single.get(i).scheme());
      }
      assertThat(row.favourable())
          .isEqualTo(stated.stream().anyMatch(one -> RunBatch.told(one, Basis.of(live.get()))));
    }
    assertThat(schemes).hasSizeGreaterThan(40);
  }

  /** As somebody at the desk asks for the same facts and the same day. */
  private List<Outcome> single(AssessedRow row) {
    CompiledRelease release = live.get();
    Case given =
        records.caseOf(
            row.person(), row.onDay(), null, null, row.version(), release.source().dictionary());
    return release.assess(given, new Ask(Set.of(), true, false)).outcomes();
  }

  private static void assertSame(Stated stated, Outcome outcome) {
    assertThat(stated.scheme()).isEqualTo(outcome.scheme());
    assertThat(stated.subject()).isEqualTo(outcome.subject());
    assertThat(stated.result()).as(stated.toString()).isEqualTo(outcome.outcome());
    var amount = outcome.amount();
    if (amount != null && amount.value() != null) {
      assertThat(stated.low()).isEqualByComparingTo(amount.value());
      assertThat(stated.high()).isEqualByComparingTo(amount.value());
    }
    List<ConditionResult> conditions = outcome.conditions();
    if (outcome.months().isEmpty()) {
      Set<Truth> told = new HashSet<>();
      conditions.forEach(c -> told.add(c.result()));
      for (int i = 0; i < stated.states().length * 4 && i < conditions.size(); i++) {
        assertThat(told).contains(Brief.state(stated.states(), i));
      }
    }
  }

  @Test
  void aSecondRunAtOnceIsTold() throws SQLException {
    SmallCounty.of(2, 6, DAY, caseworker, Instant.now());
    try (Owner owner = new Owner()) {
      done(new Runs.Order(DAY, null, true));
      owner.run("update run set state = 'running' where seq = (select max(seq) from run)");
      try {
        assertThatThrownBy(() -> runs.begin(officer, new Runs.Order(DAY, null, false), CLOCK))
            .isInstanceOf(Conflict.class);
      } finally {
        owner.run("update run set state = 'done' where state = 'running'");
      }
    }
    done(new Runs.Order(DAY, null, false));
  }

  @Test
  void aRunThatWasCutOffIsGoneOnWithAndEndsAsAnUndisturbedOne() throws SQLException {
    SmallCounty.of(60, 7, DAY, caseworker, Instant.now());
    done(new Runs.Order(DAY, null, true));
    Map<UUID, String> undisturbed = States.all();
    try (Owner owner = new Owner()) {
      for (int left = 0; left < 4; left++) {
        // as a kill between two transactions leaves it
        owner.run("delete from run_batch where run = (" + LAST + ") and no >= " + left);
        owner.run(
            "delete from assessed where "
                + "get_byte(uuid_send(person), 0) >= 256.0 * "
                + left
                + " / (select batches from run where id = ("
                + LAST
                + "))");
        owner.run("update run set state = 'cut' where id = (" + LAST + ")");
        String cut = owner.one(LAST);

        RunView resumed = done(new Runs.Order(DAY, null, false));

        assertThat(resumed.id()).hasToString(cut);
        assertThat(resumed.batchesDone()).isEqualTo(resumed.batches());
        assertThat(States.all()).isEqualTo(undisturbed);
      }
    }
  }

  private static final String LAST = "select id from run order by seq desc limit 1";

  @Test
  void whatAGivenUpRunHadTakenUpIsDoneByTheNext() throws SQLException {
    List<UUID> people = SmallCounty.of(20, 8, DAY, caseworker, Instant.now());
    done(new Runs.Order(DAY, null, true));
    Map<UUID, String> undisturbed = States.all();
    try (Owner owner = new Owner()) {
      owner.run("delete from run_batch where run = (" + LAST + ")");
      owner.run("delete from assessed where person = '" + people.get(3) + "'");
      owner.run("update run set state = 'cut' where id = (" + LAST + ")");
    }

    RunView next = done(new Runs.Order(DAY.plusDays(1), null, false));
    done(new Runs.Order(DAY, null, true));

    assertThat(next.whole()).as("of a run over everybody").isTrue();
    assertThat(next.done()).isGreaterThanOrEqualTo(20);
    assertThat(States.all()).isEqualTo(undisturbed);
  }

  @Test
  void oneSchemeAloneChangesNothingOfTheOthers() throws SQLException {
    SmallCounty.of(30, 9, DAY, caseworker, Instant.now());
    done(new Runs.Order(DAY, null, true));
    Map<UUID, String> before = States.all();
    String scheme = live.get().schemes().get(0).id();

    RunView run = done(new Runs.Order(DAY, scheme, false));

    assertThat(run.scheme()).isEqualTo(scheme);
    assertThat(States.all()).isEqualTo(before);
    assertThatThrownBy(
            () -> runs.begin(officer, new Runs.Order(DAY, "no-such-scheme", false), CLOCK))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void r6WhoeverDoesNotWantToBeToldIsNotAssessedAndNothingElseFollows() throws SQLException {
    List<UUID> people = SmallCounty.of(6, 10, DAY, caseworker, Instant.now());
    done(new Runs.Order(DAY, null, false));
    assertThat(States.all()).containsKeys(people.toArray(new UUID[0]));
    try (Owner owner = new Owner()) {
      owner.run("update person set told = false where id = '" + people.get(0) + "'");
      // a choice against automatic decisions takes nothing away from what one is told
      owner.run("update person set automatic = false where id = '" + people.get(1) + "'");

      assertThat(States.all()).doesNotContainKey(people.get(0)).containsKey(people.get(1));
      done(new Runs.Order(DAY, null, true));
      assertThat(States.all()).doesNotContainKey(people.get(0)).containsKey(people.get(1));
    }
  }

  @Test
  void everyBatchIsInTheLogWithItsHash() throws SQLException {
    SmallCounty.of(8, 12, DAY, caseworker, Instant.now());
    RunView run = done(new Runs.Order(DAY, null, true));
    try (Owner owner = new Owner()) {
      String logged =
          owner.one(
              "select count(*) from run_batch b join log_content c on"
                  + " position(convert_to(b.run::text, 'UTF8') in c.content) > 0"
                  + " and position(convert_to(encode(b.hash, 'hex'), 'UTF8') in c.content) > 0"
                  + " where b.run = '"
                  + run.id()
                  + "'");
      assertThat(logged).isEqualTo(String.valueOf(run.batches()));
    }
  }

  private AssessedRow row(UUID person) {
    return QuarkusTransaction.requiringNew().call(() -> assessed.find(person)).orElseThrow();
  }

  private RunView done(Runs.Order order) {
    return Running.done(runs, officer, order, CLOCK);
  }
}
