package huice.engine.measure;

import static huice.engine.measure.Sample.bind;
import static huice.engine.measure.Sample.call;
import static huice.engine.measure.Sample.day;
import static huice.engine.measure.Sample.moment;
import static huice.engine.measure.Sample.put;
import static huice.engine.measure.Sample.worker;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Node;
import huice.model.Raw;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateFormsTest {
  private final Node worker = worker();

  private Reading read(Call call, String on) {
    return bind(call).measure().read(moment(on, worker));
  }

  private static void exactly(Reading reading, String date) {
    assertThat(reading.isExact()).isTrue();
    assertThat(LocalDate.ofEpochDay(reading.lo())).isEqualTo(date);
  }

  @Test
  void anAgeIsReachedOnTheBirthdayAndNextChangesOnTheFollowingOne() {
    put(worker, "born", "2004-02-29");
    Call age = call("age", "worker.born");
    assertThat(read(age, "2022-02-28").lo()).isEqualTo(Raw.of(17));
    assertThat(read(age, "2022-02-28").next()).isEqualTo(day("2022-03-01"));
    assertThat(read(age, "2022-03-01").lo()).isEqualTo(Raw.of(18));
    assertThat(read(age, "2022-03-01").next()).isEqualTo(day("2023-03-01"));
    assertThat(read(age, "2003-01-01").lo()).isZero();
  }

  @Test
  void anUnknownBirthdayMakesAnyAgePossible() {
    Reading age = read(call("age", "worker.born"), "2024-01-01");
    assertThat(age.lo()).isZero();
    assertThat(age.hi()).isEqualTo(Raw.HIGH);
    assertThat(age.lacks()).extracting(Lack::path).containsExactly("worker.born");
  }

  @Test
  void theFirstDayIsNotCountedAndAMonthEndsOnItsLastDayWhereTheNumberIsMissing() {
    put(worker, "applied", "2024-01-31");
    assertThat(read(call("elapsed", "worker.applied", "unit=days"), "2024-01-31").lo()).isZero();
    assertThat(read(call("elapsed", "worker.applied", "unit=days"), "2024-02-01").lo())
        .isEqualTo(Raw.ONE);
    Call months = call("elapsed", "worker.applied", "unit=months");
    assertThat(read(months, "2024-02-28").lo()).isZero();
    assertThat(read(months, "2024-02-28").next()).isEqualTo(day("2024-02-29"));
    assertThat(read(months, "2024-02-29").lo()).isEqualTo(Raw.ONE);
    assertThat(read(months, "2024-02-29").next()).isEqualTo(day("2024-03-31"));
    assertThat(read(call("elapsed", "worker.applied", "unit=years"), "2025-01-31").lo())
        .isEqualTo(Raw.ONE);
  }

  @Test
  void nothingHasElapsedSinceWhatIsYetToComeOrNeverCame() {
    put(worker, "applied", "2024-05-01");
    Reading reading = read(call("elapsed", "worker.applied", "unit=months"), "2024-04-01");
    assertThat(reading.hi()).isZero();
    assertThat(reading.next()).isEqualTo(day("2024-06-01"));
    put(worker, "applied", "none");
    assertThat(read(call("elapsed", "worker.applied", "unit=days"), "2024-04-01").hi()).isZero();
  }

  @Test
  void aPeriodEndsOnTheDayOfTheSameNumber() {
    put(worker, "applied", "2024-03-31");
    exactly(
        read(call("deadline", "worker.applied", "〔n1〕", "unit=months"), "2024-01-01"),
        "2024-04-30");
    exactly(
        read(call("deadline", "worker.applied", "〔n12〕", "unit=months"), "2024-01-01"),
        "2025-03-31");
    exactly(
        read(call("deadline", "worker.applied", "〔n3〕", "unit=years"), "2024-01-01"), "2027-03-31");
    exactly(
        read(call("deadline", "worker.applied", "〔n30〕", "unit=days"), "2024-01-01"), "2024-04-30");
    put(worker, "applied", "2024-03-01");
    exactly(
        read(call("deadline", "worker.applied", "〔n1〕", "unit=months", "count=with"), "2024-01-01"),
        "2024-03-31");
  }

  @Test
  void aLastDayOnAHolidayMovesToTheNextWorkdayOrToTheOneBefore() {
    put(worker, "applied", "2024-09-01");
    Call next = call("deadline", "worker.applied", "〔n30〕", "unit=days", "roll=next-workday");
    Call before = call("deadline", "worker.applied", "〔n30〕", "unit=days", "roll=previous-workday");
    exactly(read(next, "2024-09-01"), "2024-10-07");
    exactly(read(before, "2024-09-01"), "2024-09-30");
    put(worker, "applied", "2024-05-31");
    exactly(read(next, "2024-09-01"), "2024-07-01");
    exactly(read(before, "2024-09-01"), "2024-06-28");
  }

  @Test
  void workdaysAreCountedWithoutWeekendsAndHolidays() {
    put(worker, "applied", "2024-09-27");
    exactly(
        read(call("deadline", "worker.applied", "〔n2〕", "unit=workdays"), "2024-09-01"),
        "2024-10-07");
    put(worker, "applied", "2024-06-03");
    exactly(
        read(call("deadline", "worker.applied", "〔n6〕", "unit=workdays"), "2024-09-01"),
        "2024-06-11");
  }

  @Test
  void inAYearWhoseHolidaysNobodyPublishedTheLastDayIsUnsettledOnlyByAsMuch() {
    put(worker, "applied", "2026-05-31");
    Reading next =
        read(
            call("deadline", "worker.applied", "〔n30〕", "unit=days", "roll=next-workday"),
            "2026-06-01");
    assertThat(LocalDate.ofEpochDay(next.lo())).isEqualTo("2026-06-30");
    assertThat(LocalDate.ofEpochDay(next.hi())).isEqualTo("2026-07-15");
    assertThat(next.unset()).containsExactly("法定节假日");
    Reading before =
        read(
            call("deadline", "worker.applied", "〔n30〕", "unit=days", "roll=previous-workday"),
            "2026-06-01");
    assertThat(LocalDate.ofEpochDay(before.hi())).isEqualTo("2026-06-30");
    assertThat(LocalDate.ofEpochDay(before.lo())).isEqualTo("2026-06-15");
    exactly(
        read(call("deadline", "worker.applied", "〔n30〕", "unit=days"), "2026-06-01"), "2026-06-30");
  }

  @Test
  void aPeriodFromADayThatNeverCameNeverEnds() {
    put(worker, "applied", "none");
    Reading reading = read(call("deadline", "worker.applied", "〔n1〕", "unit=months"), "2024-01-01");
    assertThat(reading.lo()).isEqualTo(reading.hi()).isEqualTo(Raw.NEVER);
  }

  @Test
  void anUnpublishedLengthLeavesTheLastDayOpenAndIsNamed() {
    put(worker, "applied", "2024-01-01");
    Reading reading =
        read(call("deadline", "worker.applied", "〔unset〕", "unit=months"), "2024-01-01");
    assertThat(reading.lo()).isEqualTo(Raw.LOW);
    assertThat(reading.hi()).isEqualTo(Raw.HIGH);
    assertThat(reading.unset()).containsExactly("unset");
  }

  @Test
  void theStatutoryDayMovesByAMonthForEachStepBegun() {
    Call phased = call("phased", "worker.born", "〔n60〕", "〔n4〕", "〔n36〕", "〔reform〕");
    put(worker, "born", "1964-12-31");
    exactly(read(phased, "2025-01-01"), "2024-12-31");
    put(worker, "born", "1965-01-15");
    exactly(read(phased, "2025-01-01"), "2025-02-15");
    put(worker, "born", "1965-04-30");
    exactly(read(phased, "2025-01-01"), "2025-05-30");
    put(worker, "born", "1965-05-31");
    exactly(read(phased, "2025-01-01"), "2025-07-31");
    put(worker, "born", "1985-01-31");
    exactly(read(phased, "2025-01-01"), "2048-01-31");
  }

  @Test
  void ofSeveralDatesTheGreatestIsTheLatestThatHasCome() {
    put(worker, "applied", "none");
    put(worker, "born", "2000-01-01");
    Call greatest = call("greatest", "worker.applied", "worker.born");
    exactly(read(greatest, "2024-01-01"), "2000-01-01");
    put(worker, "born", "none");
    assertThat(read(greatest, "2024-01-01").lo()).isEqualTo(Raw.NEVER);
    put(worker, "applied", "2024-05-05");
    exactly(read(greatest, "2024-01-01"), "2024-05-05");
    exactly(read(call("least", "worker.applied", "worker.born"), "2024-01-01"), "2024-05-05");
  }

  @Test
  void whatIsLeftUntilADayGrowsLessAsTimeGoesOn() {
    put(worker, "applied", "2026-03-31");
    Call left = call("elapsed", call("on"), call("value", "worker.applied"), "unit=months");
    assertThat(read(left, "2026-02-28").lo()).isEqualTo(Raw.ONE);
    assertThat(read(left, "2025-12-01").lo()).isEqualTo(Raw.of(3));
    assertThat(read(left, "2025-12-01").next()).isEqualTo(day("2026-01-01"));
    assertThat(read(left, "2026-05-01").lo()).isZero();
    assertThat(read(left, "2026-05-01").next()).isEqualTo(Raw.NEVER);
  }

  @Test
  void theDayAskedAboutMattersToAnEarlierDateNoMore() {
    put(worker, "applied", "2024-03-01");
    Call least = call("least", call("value", "worker.applied"), call("on"));
    exactly(read(least, "2024-05-01"), "2024-03-01");
    assertThat(read(least, "2024-05-01").next()).isEqualTo(Raw.NEVER);
    assertThat(read(least, "2024-02-01").next()).isEqualTo(day("2024-02-02"));
    assertThat(read(least, "2024-02-01").steady()).isEqualTo(day("2024-03-01"));
  }

  @Test
  void theMonthOfTheLineHasAFirstAndALastDay() {
    Moment february = Sample.month(moment("2024-06-15", worker), "2024-02");
    assertThat(bind(call("monthStart")).measure().read(february).lo()).isEqualTo(day("2024-02-01"));
    assertThat(bind(call("monthEnd")).measure().read(february).lo()).isEqualTo(day("2024-02-29"));
    assertThat(bind(call("monthEnd")).measure().read(february).next()).isEqualTo(Raw.NEVER);
    assertThat(bind(call("on")).measure().read(february).next()).isEqualTo(day("2024-06-16"));
    assertThat(bind(call("monthEnd")).relative()).isTrue();
    assertThat(bind(call("on")).relative()).isFalse();
  }
}
