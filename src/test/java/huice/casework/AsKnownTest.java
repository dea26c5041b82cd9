package huice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Choice;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.Statement;
import huice.model.Statement.Kind;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import huice.policy.CaseWriter;
import huice.store.FactRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a history of statements amounts to, against generated histories. */
class AsKnownTest {
  private static final UUID RECORD = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Text LABEL = Text.of("甲", "a");
  private static final LocalDate ON = LocalDate.of(2024, 6, 15);
  private static final Fact COUNT = fact("thing", "count", ValueType.COUNT, 0);
  private static final Fact START = fact("job", "start", ValueType.DATE, 0);
  private static final Fact END = fact("job", "end", ValueType.DATE, 1);
  private static final Relation JOBS =
      new Relation("thing", "jobs", 0, "job", true, LABEL, LABEL, "f", 1);
  private static final Entity THING =
      new Entity("thing", LABEL, null, null, List.of(COUNT), List.of(JOBS));
  private static final Entity JOB =
      new Entity("job", LABEL, "start", "end", List.of(START, END), List.of());
  private static final Dictionary DICTIONARY =
      new Dictionary(
          Map.of("thing", THING, "job", JOB), Map.of("thing", "thing"), Map.of(), List.of());

  private final List<FactRow> rows = new ArrayList<>();

  private static Fact fact(String entity, String id, ValueType type, int ordinal) {
    return new Fact(
        entity,
        id,
        ordinal,
        LABEL,
        LABEL,
        type,
        Unit.NONE,
        false,
        List.<Choice>of(),
        List.of("person", "document", "employer"),
        List.of(),
        null,
        Fact.ChangedBy.PERSON,
        Fact.Absence.ASK,
        false,
        null,
        "f",
        1);
  }

  private static Node read(List<FactRow> rows, long version, LocalDate on) {
    return new AsKnown(DICTIONARY, List.of(RECORD, OTHER), rows, version, on).root(THING, "thing");
  }

  private Known count() {
    return read(rows, Long.MAX_VALUE, ON).fact(COUNT);
  }

  private long add(Statement said) {
    return add(RECORD, said);
  }

  private long add(UUID record, Statement said) {
    long seq = rows.size() + 1;
    rows.add(new FactRow(seq, record, said, Instant.EPOCH, RECORD));
    return seq;
  }

  private static Statement count(int value, String source, LocalDate from) {
    return new Statement(
        "count",
        Kind.VALUE,
        "" + value,
        source,
        Quality.DECLARED,
        ON,
        from,
        null,
        null,
        false,
        null,
        null);
  }

  private static long raw(Known known) {
    return ((Known.Value) known).raw() / 1_000_000;
  }

  @Test
  void whatASourceSaysLaterTakesThePlaceOfWhatItSaidBefore() {
    add(count(1, "person", null));
    add(count(2, "person", null));

    assertThat(raw(count())).isEqualTo(2);
  }

  @Test
  void whatIsSaidFromALaterDayCountsFromThatDayWhenever() {
    add(count(2, "person", ON));
    add(count(1, "person", null));

    assertThat(raw(count())).isEqualTo(2);
    assertThat(raw(read(rows, 9, ON.minusDays(1)).fact(COUNT))).isEqualTo(1);
  }

  @Test
  void sourcesThatDifferAreAConflictOfAllThatTheySay() {
    add(count(1, "person", null));
    add(count(2, "document", null));
    add(count(3, "person", null));

    assertThat(((Known.Conflict) count()).values())
        .extracting(value -> value.evidence().source() + " " + value.raw() / 1_000_000)
        .containsExactlyInAnyOrder("document 2", "person 3");
  }

  @Test
  void ofEqualValuesTheStrongestEvidenceCounts() {
    add(count(1, "person", null));
    add(
        new Statement(
            "count",
            Kind.VALUE,
            "1",
            "document",
            Quality.VERIFIED,
            ON.minusYears(1),
            null,
            null,
            null,
            false,
            null,
            null));
    assertThat(((Known.Value) count()).evidence().quality()).isEqualTo(Quality.VERIFIED);
    add(
        new Statement(
            "count",
            Kind.VALUE,
            "1",
            "document",
            Quality.VERIFIED,
            ON,
            null,
            null,
            null,
            true,
            null,
            null));
    assertThat(((Known.Value) count()).evidence().withdrawn())
        .as("what was taken back is the weakest")
        .isFalse();
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatItCorrectsAndNoMore() {
    long wrong = add(count(1, "person", null));
    add(count(5, "document", null));
    add(count(5, "person", null).inPlaceOf(wrong));

    assertThat(raw(count())).isEqualTo(5);
    assertThat(read(rows, 2, ON).fact(COUNT)).isInstanceOf(Known.Conflict.class);
  }

  @Test
  void aMistakenRowIsGoneWithAllThatWasSaidOfIt() {
    long row = add(row("jobs[r1]"));
    add(Statement.value("jobs[r1].start", "2024-01-01", "person", Quality.DECLARED, ON));
    add(row("jobs[r2]"));
    assertThat(jobs().rows()).hasSize(2);
    add(gone("jobs[r1]", row));

    assertThat(jobs().rows()).hasSize(1);
    assertThat(jobs().rows().get(0).path()).isEqualTo("thing.jobs[0]");
  }

  @Test
  void onlyWhoKnowsMakesAListComplete() {
    add(row("jobs[r1]"));
    add(complete(Quality.ESTIMATED, false));
    assertThat(jobs().completeTo()).isNull();
    add(complete(Quality.DECLARED, true));
    assertThat(jobs().completeTo()).isNull();
    add(complete(Quality.DECLARED, false));
    assertThat(jobs().completeTo()).isEqualTo(ON);
  }

  @Test
  void rowsOfMergedRecordsStayApart() {
    add(RECORD, row("jobs[r1]"));
    add(RECORD, Statement.value("jobs[r1].start", "2024-01-01", "person", Quality.DECLARED, ON));
    add(OTHER, row("jobs[r1]"));
    add(OTHER, Statement.value("jobs[r1].start", "2024-02-02", "person", Quality.DECLARED, ON));

    assertThat(jobs().rows())
        .extracting(job -> ((Known.Value) job.fact(START)).raw())
        .containsExactly(
            LocalDate.of(2024, 1, 1).toEpochDay(), LocalDate.of(2024, 2, 2).toEpochDay());
  }

  private Rows jobs() {
    return Objects.requireNonNull(read(rows, 99, ON).list(JOBS));
  }

  private static Statement row(String path) {
    return Statement.value(path, "", "person", Quality.DECLARED, ON).row(path);
  }

  private static Statement gone(String path, long row) {
    return new Statement(
        path, Kind.GONE, null, "person", Quality.DECLARED, ON, null, null, null, false, row, "错");
  }

  private static Statement complete(Quality quality, boolean withdrawn) {
    return new Statement(
        "jobs",
        Kind.COMPLETE,
        ON.toString(),
        "person",
        quality,
        ON,
        null,
        null,
        null,
        withdrawn,
        null,
        null);
  }

  @Test
  void readingAtANumberIsUntouchedByWhatIsRecordedLater() {
    for (int seed = 0; seed < 300; seed++) {
      List<FactRow> history = history(new Random(seed));
      for (long version = 0; version <= history.size(); version++) {
        List<FactRow> then = history.subList(0, (int) version);
        assertThat(CaseWriter.node(read(history, version, ON)))
            .as("seed %d, number %d", seed, version)
            .isEqualTo(CaseWriter.node(read(then, Long.MAX_VALUE, ON)));
      }
    }
  }

  @Test
  void whatIsKnownIsWhatEachSourceSaidLastAndNothingThatWasCorrected() {
    for (int seed = 0; seed < 300; seed++) {
      List<FactRow> history = history(new Random(seed));
      Set<Long> expected = new HashSet<>(lastOfEachSource(history).values());
      Known known = read(history, Long.MAX_VALUE, ON).fact(COUNT);
      Set<Long> found = new HashSet<>();
      if (known instanceof Known.Conflict conflict) {
        conflict.values().forEach(value -> found.add(value.raw() / 1_000_000));
      } else if (known instanceof Known.Value value) {
        found.add(value.raw() / 1_000_000);
      }
      assertThat(found).as("seed %d", seed).isEqualTo(expected);
      assertThat(known instanceof Known.Conflict).as("seed %d", seed).isEqualTo(found.size() > 1);
    }
  }

  /** The same found in the plainest way: forward through the history, one source at a time. */
  private static Map<String, Long> lastOfEachSource(List<FactRow> history) {
    Map<String, Long> last = new HashMap<>();
    for (String source : List.of("person", "document", "employer")) {
      LocalDate best = null;
      for (FactRow row : history) {
        boolean corrected =
            history.stream().anyMatch(r -> Long.valueOf(row.seq()).equals(r.said().corrects()));
        LocalDate from = row.said().validFrom();
        boolean later = best == null || (from != null && !from.isBefore(best));
        if (row.path().equals("count")
            && row.said().kind() == Kind.VALUE
            && row.said().source().equals(source)
            && !corrected
            && (from == null || !from.isAfter(ON))
            && later) {
          best = from;
          last.put(source, Long.parseLong(Objects.requireNonNull(row.said().value())));
        }
      }
    }
    return last;
  }

  private static List<FactRow> history(Random random) {
    List<FactRow> history = new ArrayList<>();
    List<String> sources = List.of("person", "document", "employer");
    int length = 1 + random.nextInt(12);
    Set<Long> corrected = new HashSet<>();
    for (int i = 0; i < length; i++) {
      LocalDate from = random.nextBoolean() ? null : ON.plusDays(random.nextInt(7) - 4);
      Statement said = count(random.nextInt(3), sources.get(random.nextInt(3)), from);
      if (i > 0 && random.nextInt(3) == 0) {
        FactRow target = history.get(random.nextInt(i));
        if (corrected.add(target.seq())) {
          said = random.nextBoolean() ? said.inPlaceOf(target.seq()) : gone("count", target.seq());
        }
      }
      history.add(new FactRow(i + 1, RECORD, said, Instant.EPOCH, RECORD));
    }
    return history;
  }
}
