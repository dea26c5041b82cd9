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

import huice.model.Node;
import huice.model.Raw;
import org.junit.jupiter.api.Test;

class RowFormsTest {
  private final Node worker = worker();

  private Reading read(Call call, String on) {
    return bind(call).measure().read(moment(on, worker));
  }

  private Node spell(int index, String... facts) {
    return row(worker, "spells", index, facts);
  }

  @Test
  void aListNobodyCallsCompleteLeavesTheCountOpen() {
    rows(worker, "spells", null, spell(0, "start", "2024-01-01"));
    Reading count = read(call("count", "worker.spells"), "2024-06-01");
    assertThat(count.lo()).isEqualTo(Raw.ONE);
    assertThat(count.hi()).isEqualTo(Raw.HIGH);
    assertThat(count.lacks()).extracting(Lack::path).containsExactly("worker.spells");
  }

  @Test
  void aCompleteListGivesAnExactCountUntilTheDayAfterItIsComplete() {
    rows(worker, "spells", "2024-06-10", spell(0, "start", "2024-01-01"));
    Reading count = read(call("count", "worker.spells"), "2024-06-01");
    assertThat(count.lo()).isEqualTo(count.hi()).isEqualTo(Raw.ONE);
    assertThat(count.next()).isEqualTo(day("2024-06-11"));
    assertThat(count.lacks()).isEmpty();
  }

  @Test
  void oneSureRowSettlesThatOneExistsWhateverElseIsMissing() {
    rows(
        worker,
        "spells",
        null,
        spell(0, "start", "2024-01-01", "contract", "true"),
        spell(1, "start", "2024-02-01"));
    Reading exists = read(call("exists", "worker.spells", "where contract = true"), "2024-06-01");
    assertThat(exists.lo()).isEqualTo(exists.hi()).isEqualTo(1);
    assertThat(exists.lacks()).isEmpty();
  }

  @Test
  void aRowThatItsFilterExcludesLacksNothing() {
    rows(worker, "spells", "2024-06-01", spell(0, "start", "2024-01-01", "contract", "false"));
    Reading count =
        read(
            call("count", "worker.spells", "where hours >= 〔n10〕", "where contract = true"),
            "2024-06-01");
    assertThat(count.lo()).isEqualTo(count.hi()).isZero();
    assertThat(count.lacks()).isEmpty();
  }

  @Test
  void rowsThatBeginLaterAreNotSeenUntilTheyBegin() {
    rows(worker, "spells", "2024-06-01", spell(0, "start", "2024-06-05"));
    Reading exists = read(call("exists", "worker.spells"), "2024-05-01");
    assertThat(exists.hi()).isZero();
    assertThat(exists.next()).isEqualTo(day("2024-06-02"));
  }

  @Test
  void wagesOfAllSpellsAreSummedForTheMonth() {
    Node first = spell(0, "start", "2024-01-01");
    Node second = spell(1, "start", "2024-03-01");
    rows(
        first,
        "wages",
        "2024-06-30",
        row(first, "wages", 0, "month", "2024-05-01", "amount", "100.50"),
        row(first, "wages", 1, "month", "2024-04-01", "amount", "900"));
    rows(
        second,
        "wages",
        "2024-06-30",
        row(second, "wages", 0, "month", "2024-05-01", "amount", "50"));
    rows(worker, "spells", "2024-06-30", first, second);
    Bound bound = bind(call("sum", "worker.spells.wages.amount", "where month = @month"));
    Reading sum = bound.measure().read(Sample.month(moment("2024-06-15", worker), "2024-05"));
    assertThat(sum.lo()).isEqualTo(sum.hi()).isEqualTo(150_500_000L);
    assertThat(bound.facts())
        .contains("worker.spells", "spell.wages", "wage.amount", "wage.month", "spell.start");
    assertThat(bound.relative()).isTrue();
  }

  @Test
  void theEarliestBeginningIsKnownThoughLaterRowsMayBeMissing() {
    rows(worker, "spells", "2024-03-01", spell(0, "start", "2024-01-01"));
    Reading earliest = read(call("earliest", "worker.spells.start"), "2024-06-01");
    assertThat(earliest.lo()).isEqualTo(earliest.hi()).isEqualTo(day("2024-01-01"));
    Reading latest = read(call("latest", "worker.spells.start"), "2024-06-01");
    assertThat(latest.lo()).isEqualTo(day("2024-01-01"));
    assertThat(latest.hi()).isEqualTo(Raw.HIGH);
  }

  @Test
  void aRowWhoseFilterIsUnknownCountsNothingToOne() {
    rows(worker, "spells", "2024-06-01", spell(0, "start", "2024-01-01"));
    put(worker, "applied", "2024-05-01");
    Reading count =
        read(call("count", "worker.spells", "where end < @worker.applied"), "2024-06-01");
    assertThat(count.lo()).isZero();
    assertThat(count.hi()).isEqualTo(Raw.ONE);
    assertThat(count.lacks()).extracting(Lack::path).containsExactly("worker.spells[0].end");
  }
}
