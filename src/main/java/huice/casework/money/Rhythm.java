package huice.casework.money;

import java.time.YearMonth;

/** How often months of an award are claimed. */
public enum Rhythm {
  MONTHLY(1),
  QUARTERLY(3),
  /** There are no months: one sum. */
  ONCE(1);

  private final int months;

  Rhythm(int months) {
    this.months = months;
  }

  /**
   * From which month on a month can be claimed: what is paid first and subsidised later is claimed
   * when its period is over, or the award's last month is.
   */
  public YearMonth claimableIn(YearMonth month, YearMonth last) {
    int into = (month.getMonthValue() - 1) % months;
    YearMonth end = month.plusMonths(months - 1L - into);
    return (end.isAfter(last) ? last : end).plusMonths(1);
  }
}
