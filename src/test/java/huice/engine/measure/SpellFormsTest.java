package huice.engine.measure;

import static huice.engine.measure.Sample.bind;
import static huice.engine.measure.Sample.call;
import static huice.engine.measure.Sample.day;
import static huice.engine.measure.Sample.moment;
import static huice.engine.measure.Sample.row;
import static huice.engine.measure.Sample.rows;
import static huice.engine.measure.Sample.spouse;
import static huice.engine.measure.Sample.worker;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Node;
import huice.model.Raw;
import org.junit.jupiter.api.Test;

class SpellFormsTest {
  private static final String LATER = "2030-01-01";
  private final Node worker = worker();
  private final Node spouse = spouse();

  private Reading read(Call call, String on) {
    return bind(call).measure().read(moment(on, worker));
  }

  private Reading both(Call call, String on) {
    return bind(call, Sample.COUPLE).measure().read(moment(on, worker, spouse));
  }

  private static Node spell(Node owner, int index, String start, String end, String... more) {
    Node row = row(owner, "spells", index, more);
    if (!start.isEmpty()) {
      Sample.put(row, "start", start);
    }
    if (!end.isEmpty()) {
      Sample.put(row, "end", end);
    }
    return row;
  }

  private void spells(String completeTo, Node... rows) {
    rows(worker, "spells", completeTo, rows);
  }

  private static void months(Reading reading, long lo, long hi) {
    assertThat(reading.lo()).isEqualTo(Raw.of(lo));
    assertThat(reading.hi()).isEqualTo(hi == Raw.HIGH ? hi : Raw.of(hi));
  }

  @Test
  void theFirstDayOfWorkCountsAndSixMonthsEndOnTheDayBeforeTheSameNumber() {
    spells(LATER, spell(worker, 0, "2024-01-01", "none"));
    Call months = call("months", "worker.spells");
    months(read(months, "2024-06-29"), 5, 5);
    assertThat(read(months, "2024-06-29").next()).isEqualTo(day("2024-06-30"));
    months(read(months, "2024-06-30"), 6, 6);
    assertThat(read(months, "2024-06-30").next()).isEqualTo(day("2024-07-31"));
  }

  @Test
  void adjacentSpellsAreOneRunAndOverlapsCountOnce() {
    spells(
        LATER,
        spell(worker, 0, "2024-01-01", "2024-03-15"),
        spell(worker, 1, "2024-03-16", "2024-05-31"),
        spell(worker, 2, "2024-04-01", "2024-06-30"));
    months(read(call("months", "worker.spells"), "2024-06-30"), 6, 6);
    months(read(call("months", "worker.spells"), "2024-07-01"), 0, 0);
    months(read(call("months", "worker.spells", "mode=longest"), "2024-07-01"), 6, 6);
  }

  @Test
  void aGapOfOneDayBreaksUnlessTheParameterAllowsIt() {
    spells(
        LATER,
        spell(worker, 0, "2024-01-01", "2024-03-31"),
        spell(worker, 1, "2024-04-02", "none"));
    months(read(call("months", "worker.spells"), "2024-07-31"), 3, 3);
    months(read(call("months", "worker.spells", "gap=〔n1〕"), "2024-06-30"), 5, 5);
    months(read(call("months", "worker.spells", "gap=〔n1〕"), "2024-07-01"), 6, 6);
    months(read(call("months", "worker.spells", "mode=total"), "2024-07-01"), 6, 6);
  }

  @Test
  void aBridgedGapIsNoBreakWhateverItsLengthAndItsDaysDoNotCount() {
    spells(
        LATER,
        spell(worker, 0, "2024-01-01", "2024-03-31", "reason", "sick"),
        spell(worker, 1, "2024-08-01", "none"));
    Call months = call("months", "worker.spells", "bridge=reason in sick|unpaid");
    months(read(months, "2024-05-01"), 3, 3);
    months(read(months, "2024-10-29"), 5, 5);
    // 91 + 91 worked days, as many as January to June hold.
    months(read(months, "2024-10-30"), 6, 6);
    months(read(call("months", "worker.spells", "bridge=reason in 〔reasons〕"), "2024-10-30"), 6, 6);
    months(read(call("months", "worker.spells", "bridge=reason = unpaid"), "2024-10-31"), 3, 3);
  }

  @Test
  void anAbsentEndMayBeAnyDayAndIsAskedFor() {
    spells(LATER, spell(worker, 0, "2024-01-01", ""));
    Reading reading = read(call("months", "worker.spells"), "2024-06-30");
    months(reading, 0, 6);
    assertThat(reading.lacks()).extracting(Lack::path).containsExactly("worker.spells[0].end");
  }

  @Test
  void anOpenListMayHoldLongerWorkButNotBeforeItsDay() {
    spells("2024-05-31", spell(worker, 0, "2024-01-01", "2024-03-31"));
    Reading reading = read(call("months", "worker.spells"), "2024-06-30");
    months(reading, 0, 1);
    assertThat(reading.lacks()).extracting(Lack::path).containsExactly("worker.spells");
    months(read(call("months", "worker.spells", "mode=longest"), "2024-06-30"), 3, 3);
    assertThat(read(call("months", "worker.spells", "mode=longest"), "2024-06-30").lacks())
        .isEmpty();
  }

  @Test
  void aRunningSpellNeedsNoCompleteListBeforeIt() {
    spells("2024-01-01", spell(worker, 0, "2024-01-01", "none"));
    Reading reading = read(call("months", "worker.spells"), "2024-06-30");
    months(reading, 6, 6);
    assertThat(reading.lacks()).isEmpty();
  }

  @Test
  void twoPeopleOverlapWhereBothAreInARun() {
    spells(LATER, spell(worker, 0, "2024-01-10", "2024-08-31"));
    rows(spouse, "spells", LATER, spell(spouse, 0, "2024-03-01", "none"));
    Call overlap = call("overlap", "worker.spells");
    months(both(overlap, "2024-08-30"), 5, 5);
    assertThat(both(overlap, "2024-08-30").next()).isEqualTo(day("2024-08-31"));
    months(both(overlap, "2024-08-31"), 6, 6);
    months(both(overlap, "2024-12-31"), 6, 6);
    Reading reached = both(call("reached", overlap, "〔n6〕"), "2024-12-31");
    assertThat(reached.lo()).isEqualTo(reached.hi()).isEqualTo(day("2024-08-31"));
  }

  @Test
  void sixMonthsStayReachedAfterTheRunHasEnded() {
    spells(LATER, spell(worker, 0, "2024-01-01", "2024-07-15"));
    Call reached = call("reached", call("months", "worker.spells"), "〔n6〕");
    assertThat(read(reached, "2024-06-29").lo()).isEqualTo(Raw.NEVER);
    assertThat(read(reached, "2024-06-01").next()).isEqualTo(day("2024-06-30"));
    assertThat(read(reached, "2024-06-30").hi()).isEqualTo(day("2024-06-30"));
    assertThat(read(reached, "2025-06-30").hi()).isEqualTo(day("2024-06-30"));
  }

  @Test
  void eachTakesTheMemberWithFewerMonths() {
    spells(LATER, spell(worker, 0, "2024-01-01", "none"));
    rows(spouse, "spells", LATER, spell(spouse, 0, "2024-03-01", "none"));
    months(both(call("months", "worker.spells", "each"), "2024-06-30"), 4, 4);
    months(both(call("months", "worker.spells", "either"), "2024-06-30"), 6, 6);
    Reading reached =
        both(call("reached", call("months", "worker.spells"), "〔n3〕", "each"), "2024-06-30");
    assertThat(reached.hi()).isEqualTo(day("2024-05-31"));
  }
}
