package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import huice.functional.Wire.Who;
import huice.model.Role;
import huice.policy.ReleaseFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the packaged service while releases are proposed, approved, rolled back and go live: in the
 * end one release decides, the one that the steps and the log say, and no step is there twice. Runs
 * after packaging; {@code -Dhuice.fuzz} is another seed.
 */
class KilledReleaseIT {
  /** Where it is a day before {@link #TOMORROW}'s, and midnight is not near. */
  private static final String TODAY =
      LocalTime.now(ZoneOffset.UTC).getHour() == 11 ? "Etc/GMT+11" : "Etc/GMT+12";

  private static final String TOMORROW = "Pacific/Kiritimati";
  private static final String YEARS = "policies/lamps/parameters/keeper-years.yaml";

  private final Random random = new Random(Long.getLong("huice.fuzz", 7));
  private ChildService service;
  private Wire wire;
  private Staff staff;
  private Who author;
  private Who approver;

  @BeforeEach
  void start() throws IOException {
    Map<String, String> environment = new HashMap<>(Staff.ENVIRONMENT);
    environment.put("HUICE_RELEASE", "approved");
    service = new ChildService(Rezipped.ROOT, environment);
    service.start(TODAY);
    wire = new Wire(service.port());
    staff = new Staff(wire);
    author = staff.join(Role.POLICY_OFFICER, "author");
    approver = staff.join(Role.POLICY_OFFICER, "approver");
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
  }

  /**
   * A step of a release.
   *
   * @param millis about how long it takes
   */
  private record Change(Call call, String release, String step, int millis) {}

  /** A release that differs from the others in nothing but its digest. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Draft(byte[] zip, String digest) {
    static Draft of(String mark) {
      byte[] zip = Rezipped.with(YEARS, text -> text + "\n# " + mark + "\n");
      return new Draft(zip, ReleaseFiles.unzip(zip).digest());
    }
  }

  @Test
  void oneReleaseDecidesAfterwardsTheOneThatStepsAndLogSay() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.of(TODAY));
    String installed = assertConsistent(TODAY);
    Draft first = Draft.of("first");
    Draft second = Draft.of("second");
    Draft third = Draft.of("third");

    killedDuring(List.of(proposed(first, today), approved(first), rolledBack(first)), 2);
    assertThat(assertConsistent(TODAY)).isEqualTo(installed);
    killedDuring(List.of(proposed(second, today), approved(second)), random.nextInt(2));
    assertThat(assertConsistent(TODAY)).isEqualTo(second.digest());
    killedDuring(List.of(proposed(third, today.plusDays(1)), approved(third)), 1);
    assertThat(assertConsistent(TODAY)).isEqualTo(second.digest());

    service.kill();
    service.launch(TOMORROW);
    Await.until(() -> service.said(third.digest()));
    service.kill();
    service.start(TOMORROW);
    assertThat(assertConsistent(TOMORROW)).isEqualTo(third.digest());
  }

  private Change proposed(Draft draft, LocalDate from) {
    String path = "/api/releases?impact=E1&from=" + from;
    Call call = Call.of(author, path, "application/zip", draft.zip());
    return new Change(call, draft.digest(), "proposed", 400);
  }

  private Change approved(Draft draft) {
    String path = "/api/releases/" + draft.digest() + "/approve";
    Call call = Call.of(approver, path, "application/json", new byte[0]);
    return new Change(call, draft.digest(), "approved", 1_500);
  }

  private Change rolledBack(Draft live) {
    Call call = Call.of(author, "/api/releases/rollback", Map.of("reason", "金额有误"));
    return new Change(call, live.digest(), "rolled-back", 30);
  }

  /** Kills it somewhere in the change after so many, looks at what is left and sends all again. */
  private void killedDuring(List<Change> changes, int done) throws Exception {
    Sending sending = Sending.inOrder(wire, changes.stream().map(Change::call).toList());
    Await.until(() -> sending.answered.size() >= done);
    Await.pause(Duration.ofMillis(random.nextInt(changes.get(done).millis())));
    service.kill();
    sending.await();
    service.start(TODAY);

    assertConsistent(TODAY);
    for (Change change : changes) {
      Answer before = sending.answered.get(change.call());
      if (before == null) {
        assertThat(times(change)).as("%s", change).isLessThanOrEqualTo(1);
      } else {
        assertThat(before.status()).as(before.text()).isBetween(200, 299);
        assertThat(times(change)).as("%s", change).isEqualTo(1);
      }
    }
    for (Change change : changes) {
      Answer before = sending.answered.get(change.call());
      Answer again = Sending.insist(wire, change.call());
      assertThat(again.status()).as(again.text()).isBetween(200, 299);
      assertThat(again.text()).isEqualTo(before == null ? again.text() : before.text());
      assertThat(times(change)).as("%s", change).isEqualTo(1);
    }
  }

  private long times(Change change) {
    return names(staff.seen("/api/releases").path("steps")).stream()
        .filter(name -> name.equals(change.step() + " " + change.release()))
        .count();
  }

  /** What decides is what the steps come to, and the log tells of the same steps: what decides. */
  private String assertConsistent(String zone) {
    JsonNode view = staff.seen("/api/releases");
    String live = view.path("live").asText();
    assertThat(live).isEqualTo(due(view.path("steps"), LocalDate.now(ZoneId.of(zone))));
    assertThat(staff.seen("/api/register").path("release").asText()).isEqualTo(live);

    List<String> logged = new ArrayList<>();
    staff
        .seen("/api/log?kind=release&limit=500")
        .path("entries")
        .forEach(entry -> logged.add(name(entry.path("content"))));
    assertThat(logged).isEqualTo(names(view.path("steps")));
    staff.assertLogWhole();
    return live;
  }

  /** Of the approvals that were not rolled back, the one with the latest start by that day. */
  private static String due(JsonNode steps, LocalDate day) {
    List<JsonNode> standing = new ArrayList<>();
    for (JsonNode step : steps) {
      if (step.path("step").asText().equals("approved")) {
        standing.add(step);
      } else if (step.path("step").asText().equals("rolled-back")) {
        standing.removeIf(one -> one.path("release").equals(step.path("release")));
      }
    }
    standing.removeIf(step -> LocalDate.parse(step.path("from").asText()).isAfter(day));
    // A sort keeps the order of what starts on one day.
    standing.sort(Comparator.comparing(step -> step.path("from").asText()));
    return standing.get(standing.size() - 1).path("release").asText();
  }

  private static List<String> names(JsonNode steps) {
    List<String> names = new ArrayList<>();
    steps.forEach(step -> names.add(name(step)));
    return names;
  }

  private static String name(JsonNode step) {
    return step.path("step").asText() + " " + step.path("release").asText();
  }
}
