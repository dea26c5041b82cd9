package huice.engine.measure;

import static huice.engine.measure.Sample.bind;
import static huice.engine.measure.Sample.call;
import static huice.engine.measure.Sample.day;
import static huice.engine.measure.Sample.known;
import static huice.engine.measure.Sample.moment;
import static huice.engine.measure.Sample.put;
import static huice.engine.measure.Sample.row;
import static huice.engine.measure.Sample.spouse;
import static huice.engine.measure.Sample.worker;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Evidence;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Raw;
import huice.model.Unit;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactFormsTest {
  private final Node worker = worker();
  private final Node spouse = spouse();

  private Reading read(Call call, String on) {
    return bind(call).measure().read(moment(on, worker));
  }

  private Reading both(Call call) {
    return bind(call, Sample.COUPLE).measure().read(moment("2024-01-01", worker, spouse));
  }

  private static void ends(Reading reading, long lo, long hi, long cautiousLo, long cautiousHi) {
    assertThat(List.of(reading.lo(), reading.hi(), reading.cautiousLo(), reading.cautiousHi()))
        .isEqualTo(List.of(lo, hi, cautiousLo, cautiousHi));
  }

  @Test
  void aFactKnownToBeNoneIsNeverNothingOrNoChoice() {
    for (String fact : List.of("applied", "children", "savings", "certified", "tier")) {
      put(worker, fact, "none");
    }
    ends(
        read(call("value", "worker.applied"), "2024-01-01"),
        Raw.NEVER,
        Raw.NEVER,
        Raw.NEVER,
        Raw.NEVER);
    ends(read(call("value", "worker.children"), "2024-01-01"), 0, 0, 0, 0);
    ends(read(call("value", "worker.savings"), "2024-01-01"), 0, 0, 0, 0);
    ends(read(call("value", "worker.certified"), "2024-01-01"), 0, 0, 0, 0);
    ends(read(call("value", "worker.tier"), "2024-01-01"), -1, -1, -1, -1);
    ends(read(call("known", "worker.tier"), "2024-01-01"), 0, 0, 0, 0);
  }

  @Test
  void anAbsentFactIsAnythingItsTypeAllows() {
    ends(read(call("value", "worker.certified"), "2024-01-01"), 0, 1, 0, 1);
    ends(read(call("value", "worker.tier"), "2024-01-01"), -1, 2, -1, 2);
    ends(read(call("value", "worker.children"), "2024-01-01"), 0, Raw.HIGH, 0, Raw.HIGH);
    ends(read(call("value", "worker.applied"), "2024-01-01"), Raw.LOW, Raw.HIGH, Raw.LOW, Raw.HIGH);
    ends(read(call("known", "worker.applied"), "2024-01-01"), 0, 1, 0, 1);
  }

  @Test
  void weakEvidenceCountsOnBestKnowledgeOnly() {
    for (Evidence weak :
        List.of(
            new Evidence("person", null, Quality.ESTIMATED, null, false),
            new Evidence("person", null, Quality.MATCHED, null, false),
            new Evidence("person", null, Quality.VERIFIED, null, true),
            new Evidence("person", null, Quality.VERIFIED, LocalDate.of(2023, 12, 31), false))) {
      put(worker, "certified", known(worker, "certified", "true", weak));
      ends(read(call("value", "worker.certified"), "2024-01-01"), 1, 1, 0, 1);
    }
  }

  @Test
  void evidenceIsGoodThroughItsLastDayAndTheReadingSaysWhenItEnds() {
    Evidence until =
        new Evidence("document", null, Quality.VERIFIED, LocalDate.of(2024, 1, 31), false);
    put(worker, "certified", known(worker, "certified", "true", until));
    ends(read(call("value", "worker.certified"), "2024-01-31"), 1, 1, 1, 1);
    assertThat(read(call("value", "worker.certified"), "2024-01-01").next())
        .isEqualTo(day("2024-02-01"));
    ends(read(call("value", "worker.certified"), "2024-02-01"), 1, 1, 0, 1);
  }

  @Test
  void sourcesThatConflictGiveTheRangeBetweenThemAndCautiouslyAnything() {
    put(
        worker,
        "children",
        new Known.Conflict(
            List.of(
                new Known.Value(Raw.of(3), Evidence.DECLARED),
                new Known.Value(Raw.of(1), Evidence.DECLARED))));
    ends(read(call("value", "worker.children"), "2024-01-01"), Raw.of(1), Raw.of(3), 0, Raw.HIGH);
    Reading traced =
        bind(call("value", "worker.children"))
            .measure()
            .read(Sample.tracing(moment("2024-01-01", worker)));
    assertThat(traced.seen()).extracting(Sight::raw).containsExactly(Raw.of(3), Raw.of(1));
    assertThat(traced.seen()).allMatch(s -> s.flags().equals(List.of("conflict")));
  }

  @Test
  void oldEvidenceIsFlaggedAndChangesNothingElse() {
    Evidence old =
        new Evidence("document", LocalDate.of(2024, 1, 15), Quality.VERIFIED, null, false);
    put(worker, "savings", known(worker, "savings", "100.5", old));
    Bound bound = bind(call("value", "worker.savings"));
    Reading fresh = bound.measure().read(Sample.tracing(moment("2024-07-15", worker)));
    assertThat(fresh.seen().get(0).flags()).isEmpty();
    assertThat(fresh.next()).isEqualTo(day("2024-07-16"));
    Reading stale = bound.measure().read(Sample.tracing(moment("2024-07-16", worker)));
    ends(stale, 100_500_000, 100_500_000, 100_500_000, 100_500_000);
    assertThat(stale.seen().get(0).flags()).containsExactly("stale");
    assertThat(stale.seen().get(0).path()).isEqualTo("worker.savings");
    assertThat(bound.measure().read(moment("2024-07-16", worker)).seen()).isEmpty();
  }

  @Test
  void eachTakesWhatHoldsForBothAndEitherWhatHoldsForOne() {
    put(worker, "certified", "true");
    put(spouse, "certified", "false");
    put(worker, "applied", "2024-02-01");
    put(spouse, "applied", "2024-03-01");
    ends(both(call("value", "worker.certified", "each")), 0, 0, 0, 0);
    ends(both(call("value", "worker.certified", "either")), 1, 1, 1, 1);
    assertThat(both(call("value", "worker.applied", "each")).lo()).isEqualTo(day("2024-03-01"));
    assertThat(both(call("value", "worker.applied", "either")).lo()).isEqualTo(day("2024-02-01"));
  }

  @Test
  void whatOneMemberSettlesIsNotAskedOfTheOther() {
    put(worker, "certified", "false");
    assertThat(both(call("value", "worker.certified", "each")).lacks()).isEmpty();
    assertThat(both(call("value", "worker.certified", "either")).lacks())
        .extracting(Lack::path)
        .containsExactly("spouse.certified");
  }

  @Test
  void aMemberMissingFromTheCaseIsAskedAboutByName() {
    put(worker, "children", "2");
    Reading reading =
        bind(call("value", "worker.children", "each"), Sample.COUPLE)
            .measure()
            .read(moment("2024-01-01", worker));
    ends(reading, 0, Raw.of(2), 0, Raw.of(2));
    assertThat(reading.lacks()).extracting(Lack::path).containsExactly("spouse.children");
    Reading months =
        bind(call("overlap", "worker.spells"), Sample.COUPLE)
            .measure()
            .read(moment("2024-01-01", worker));
    assertThat(months.lacks())
        .extracting(Lack::path)
        .containsExactly("worker.spells", "spouse.spells");
  }

  @Test
  void aRowSubjectReadsItsOwnRowAndSingleThingsBehindIt() {
    Node spell = row(worker, "spells", 2, "start", "2024-01-01");
    Call size = call("value", "spell.employer.size");
    Bound bound = bind(size, Sample.ROW);
    Reading missing = bound.measure().read(moment("2024-06-01", worker, spell));
    assertThat(missing.lacks())
        .extracting(Lack::path)
        .containsExactly("worker.spells[2].employer.size");
    Node employer = row(spell, "employer", 0, "size", "25");
    spell.put(Sample.relation(spell, "employer"), employer);
    Reading reading = bound.measure().read(moment("2024-06-01", worker, spell));
    ends(reading, Raw.of(25), Raw.of(25), Raw.of(25), Raw.of(25));
    assertThat(bound.facts()).containsExactlyInAnyOrder("spell.employer", "employer.size");
    assertThat(bound.unit()).isEqualTo(Unit.PERSONS);
    assertThat(bound.type()).isEqualTo(ValueType.COUNT);
  }

  @Test
  void otherOutcomesAndEarlierMonthsComeFromAround() {
    Bound outcome = bind(call("outcome", "other-scheme"));
    assertThat(outcome.schemes()).containsExactly("other-scheme");
    ends(outcome.measure().read(moment("2024-01-01", worker)), 1, 1, 1, 1);
    Bound earlier = bind(call("earlier"));
    assertThat(earlier.unit()).isEqualTo(Unit.MONTH);
    assertThat(earlier.measure().read(moment("2024-01-01", worker)).lo()).isEqualTo(Raw.of(3));
    Bound parameter = bind(call("parameter", "〔percent〕"));
    assertThat(parameter.parameters()).containsExactly("percent");
    assertThat(parameter.unit()).isEqualTo(Unit.PERCENT);
  }
}
