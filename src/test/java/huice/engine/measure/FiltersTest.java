package huice.engine.measure;

import static huice.engine.measure.Sample.bind;
import static huice.engine.measure.Sample.call;
import static huice.engine.measure.Sample.day;
import static huice.engine.measure.Sample.moment;
import static huice.engine.measure.Sample.put;
import static huice.engine.measure.Sample.row;
import static huice.engine.measure.Sample.rows;
import static huice.engine.measure.Sample.worker;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Evidence;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Raw;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTest {
  private final Node worker = worker();

  private Reading count(String on, String... filters) {
    Object[] words = new Object[filters.length + 1];
    words[0] = "worker.spells";
    System.arraycopy(filters, 0, words, 1, filters.length);
    return bind(call("count", words)).measure().read(moment(on, worker));
  }

  private void spells(String completeTo, Node... spells) {
    rows(worker, "spells", completeTo, spells);
  }

  private Node spell(String... facts) {
    return row(worker, "spells", 0, facts);
  }

  private static void between(Reading reading, long lo, long hi) {
    assertThat(reading.lo()).isEqualTo(Raw.of(lo));
    assertThat(reading.hi()).isEqualTo(hi == Raw.HIGH ? hi : Raw.of(hi));
  }

  @Test
  void allFiltersHoldOnTheSameRow() {
    spells(
        "2030-01-01",
        row(worker, "spells", 0, "start", "2024-01-01", "contract", "true", "hours", "10"),
        row(worker, "spells", 1, "start", "2024-01-01", "contract", "false", "hours", "40"));
    between(count("2024-06-01", "where contract = true", "where hours > 〔n10〕"), 0, 0);
    between(count("2024-06-01", "where contract = true", "where hours >= 〔n10〕"), 1, 1);
    between(count("2024-06-01", "where contract = false", "where hours != 〔n10〕"), 1, 1);
  }

  @Test
  void choicesAreNamedByIdOrLabelOrAListOfTheOffice() {
    spells("2030-01-01", spell("start", "2024-01-01", "reason", "unpaid"));
    between(count("2024-06-01", "where reason in sick|unpaid"), 1, 1);
    between(count("2024-06-01", "where reason = 选unpaid"), 1, 1);
    between(count("2024-06-01", "where reason not in sick|unpaid"), 0, 0);
    between(count("2024-06-01", "where reason in 〔reasons〕"), 1, 1);
    between(count("2024-06-01", "where reason = none"), 0, 0);
    spells("2030-01-01", spell("start", "2024-01-01", "reason", "none"));
    between(count("2024-06-01", "where reason not in sick|unpaid|quit"), 1, 1);
    between(count("2024-06-01", "where reason = none"), 1, 1);
  }

  @Test
  void anEndThatNeverCameLiesAfterEveryDay() {
    spells("2030-01-01", spell("start", "2024-01-01", "end", "none"));
    between(count("2024-06-01", "where end >= @on"), 1, 1);
    between(count("2024-06-01", "where end < @on"), 0, 0);
    between(count("2024-06-01", "where end = none"), 1, 1);
  }

  @Test
  void aDateComparedWithTheDayAskedAboutChangesAroundIt() {
    spells("2030-01-01", spell("start", "2024-01-01", "end", "2024-06-10"));
    between(count("2024-06-10", "where end >= @on"), 1, 1);
    assertThat(count("2024-06-01", "where end >= @on").next()).isEqualTo(day("2024-06-10"));
    assertThat(count("2024-06-10", "where end >= @on").next()).isEqualTo(day("2024-06-11"));
    between(count("2024-06-11", "where end >= @on"), 0, 0);
    assertThat(count("2024-06-11", "where end >= @on").next()).isEqualTo(day("2030-01-02"));
  }

  @Test
  void filtersThatConfineRowsToEarlierDaysNeedNoLaterCompleteness() {
    put(worker, "applied", "2024-02-15");
    spells("2024-02-15", spell("start", "2024-01-01", "end", "2024-02-10"));
    between(count("2024-06-01"), 1, Raw.HIGH);
    between(count("2024-06-01", "where start <= @worker.applied"), 1, 1);
    between(count("2024-06-01", "where end < @worker.applied"), 1, 1);
    between(count("2024-06-01", "where end >= @worker.applied"), 0, Raw.HIGH);
    assertThat(count("2024-06-01", "where start <= @worker.applied").next()).isEqualTo(Raw.NEVER);
  }

  @Test
  void aBoundThatRestsOnWeakEvidenceDoesNotCloseTheListForCaution() {
    Evidence weak = new Evidence("person", null, Quality.ESTIMATED, null, false);
    put(worker, "applied", Sample.known(worker, "applied", "2024-02-15", weak));
    spells("2024-02-15", spell("start", "2024-01-01"));
    Reading reading = count("2024-06-01", "where start <= @worker.applied");
    between(reading, 1, 1);
    assertThat(reading.cautiousLo()).isZero();
    assertThat(reading.cautiousHi()).isEqualTo(Raw.HIGH);
  }

  @Test
  void factsOfAMonthAreComparedMonthByMonth() {
    Node spell = spell("start", "2024-01-01", "end", "none");
    spells("2030-01-01", spell);
    rows(
        spell,
        "wages",
        "2024-05-31",
        row(spell, "wages", 0, "month", "2024-04-01", "paid", "2024-05-10"),
        row(spell, "wages", 1, "month", "2024-05-01", "paid", "none"));
    put(worker, "applied", "2024-04-20");
    Moment may = Sample.month(moment("2024-08-15", worker), "2024-05");
    assertThat(wages(may, "where month = @month")).containsExactly(Raw.ONE, Raw.ONE);
    assertThat(wages(may, "where month < @month")).containsExactly(Raw.ONE, Raw.ONE);
    assertThat(wages(may, "where month = @worker.applied")).containsExactly(Raw.ONE, Raw.ONE);
    assertThat(wages(may, "where paid = @month")).containsExactly(Raw.ONE, Raw.HIGH);
    Moment june = Sample.month(moment("2024-08-15", worker), "2024-06");
    assertThat(wages(june, "where month = @month")).containsExactly(0L, Raw.HIGH);
  }

  private static List<Long> wages(Moment moment, String filter) {
    Reading reading = bind(call("count", "worker.spells.wages", filter)).measure().read(moment);
    return List.of(reading.lo(), reading.hi());
  }

  @Test
  void sourcesThatAgreeOnTheFilterSettleItOnBestKnowledgeOnly() {
    Node spell = spell("start", "2024-01-01");
    put(
        spell,
        "reason",
        new Known.Conflict(
            List.of(new Known.Value(1, Evidence.DECLARED), new Known.Value(2, Evidence.DECLARED))));
    spells("2030-01-01", spell);
    Reading either = count("2024-06-01", "where reason in sick|unpaid");
    between(either, 1, 1);
    assertThat(either.cautiousLo()).isZero();
    between(count("2024-06-01", "where reason = quit"), 0, 0);
    assertThat(count("2024-06-01", "where reason = quit").cautiousHi()).isEqualTo(Raw.ONE);
    between(count("2024-06-01", "where reason = sick"), 0, 1);
  }

  @Test
  void aListKnownToReachTheDayOfKnowledgeStaysCompleteWhileOnlyTimeMoves() {
    spells("2024-06-01", spell("start", "2024-01-01"));
    Bound bound = bind(call("count", "worker.spells"));
    Reading later = bound.measure().read(moment(day("2026-01-01"), day("2024-06-01"), worker));
    assertThat(later.isExact()).isTrue();
    assertThat(bound.measure().read(moment("2026-01-01", worker)).isExact()).isFalse();
  }
}
