package huice.engine.measure;

import static huice.engine.measure.Sample.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CivilTest {
  private final Random random = new Random(1);

  private LocalDate any() {
    return LocalDate.of(1890 + random.nextInt(250), 1, 1).plusDays(random.nextInt(366));
  }

  @Test
  void monthsAreAddedToTheSameNumberOrTheLastDay() {
    for (int i = 0; i < 20_000; i++) {
      LocalDate date = any();
      int months = random.nextInt(900) - 300;
      assertThat(Civil.addMonths(date.toEpochDay(), months))
          .isEqualTo(date.plusMonths(months).toEpochDay());
    }
    assertThat(Civil.addMonths(day("2024-01-31"), 1)).isEqualTo(day("2024-02-29"));
    assertThat(Civil.addMonths(day("2100-01-31"), 1)).isEqualTo(day("2100-02-28"));
  }

  @Test
  void wholeMonthsAreAsManyAsCanBeAdded() {
    for (int i = 0; i < 20_000; i++) {
      LocalDate from = any();
      LocalDate to = from.plusDays(random.nextInt(900));
      int months = 0;
      while (!from.plusMonths(months + 1).isAfter(to)) {
        months++;
      }
      assertThat(Civil.months(from.toEpochDay(), to.toEpochDay()))
          .as(from + " " + to)
          .isEqualTo(months);
      assertThat(Civil.months(to.toEpochDay(), from.toEpochDay())).isZero();
    }
  }

  @Test
  void anAgeIsReachedOnTheBirthdayAndOnTheFirstOfMarchByThoseBornOnLeapDay() {
    assertThat(Civil.age(day("2004-02-29"), day("2022-02-28"))).isEqualTo(17);
    assertThat(Civil.age(day("2004-02-29"), day("2022-03-01"))).isEqualTo(18);
    assertThat(Civil.age(day("2004-02-29"), day("2024-02-29"))).isEqualTo(20);
    for (int i = 0; i < 20_000; i++) {
      LocalDate birth = any();
      LocalDate at = birth.plusDays(random.nextInt(30_000));
      int years = 0;
      while (!birthday(birth, years + 1).isAfter(at)) {
        years++;
      }
      assertThat(Civil.age(birth.toEpochDay(), at.toEpochDay()))
          .as(birth + " " + at)
          .isEqualTo(years);
      assertThat(Civil.birthday(birth.toEpochDay(), years))
          .isEqualTo(birthday(birth, years).toEpochDay());
    }
  }

  private static LocalDate birthday(LocalDate birth, int years) {
    boolean leap = birth.getMonthValue() == 2 && birth.getDayOfMonth() == 29;
    LocalDate day = birth.plusYears(years);
    return leap && !day.isLeapYear() ? day.plusDays(1) : day;
  }

  @Test
  void monthsBeginAndEndAsTheCalendarSays() {
    for (int i = 0; i < 20_000; i++) {
      LocalDate date = any();
      LocalDate first = date.withDayOfMonth(1);
      assertThat(Civil.monthStart(date.toEpochDay())).isEqualTo(first.toEpochDay());
      assertThat(Civil.monthEnd(date.toEpochDay()))
          .isEqualTo(first.plusMonths(1).minusDays(1).toEpochDay());
      assertThat(Civil.weekend(date.toEpochDay()))
          .isEqualTo(date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }
  }

  @Test
  void aLaterStartNeverGivesMoreMonths() {
    for (int i = 0; i < 20_000; i++) {
      long from = any().toEpochDay();
      long to = from + random.nextInt(900);
      assertThat(Civil.months(from, to)).isGreaterThanOrEqualTo(Civil.months(from + 1, to));
      assertThat(Civil.months(from, to + 1)).isGreaterThanOrEqualTo(Civil.months(from, to));
    }
  }
}
