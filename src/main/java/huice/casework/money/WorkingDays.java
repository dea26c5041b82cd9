package huice.casework.money;

import huice.casework.Conflict;
import huice.model.Parameter;
import huice.model.Release;
import huice.model.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which offices work: all but Saturdays, Sundays and the days off that a list parameter of
 * the packs names. Stateless.
 */
final class WorkingDays {
  private WorkingDays() {}

  /**
   * The working day that is so many after a day, the day itself not counted.
   *
   * @throws Conflict when nobody has published the days off of the time in between
   */
  static LocalDate after(LocalDate day, int number, Release release, String parameter) {
    Parameter off =
        release.packs().stream()
            .flatMap(pack -> pack.parameters().stream())
            .filter(known -> known.id().equals(parameter))
            .findFirst()
            .orElseThrow(() -> unset(day));
    LocalDate at = day;
    for (int left = number; left > 0; ) {
      at = at.plusDays(1);
      if (works(at, off)) {
        left--;
      }
    }
    return at;
  }

  private static boolean works(LocalDate day, Parameter off) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    Optional<Boolean> listed =
        off.on(day)
            .filter(version -> version.published())
            .map(version -> version.list().contains(day.toString()));
    return !listed.orElseThrow(() -> unset(day)) && !weekend;
  }

  private static Conflict unset(LocalDate day) {
    return new Conflict(
        Text.of(
            day.getYear() + " 年的节假日还没有公布，算不出公示到哪天",
            "the days off of "
                + day.getYear()
                + " are not published: the last day cannot be told"));
  }
}
