package huice.twin;

import huice.model.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/** Employments about the minimum wage, the day of payment and the written contract. */
record WageFile(Workers of) {
  private static final String[] DAYS = {"5", "7.25", "10", "14.5", "15", "21", "21.75", "23", "0"};

  void fill(Node worker, YearMonth from, YearMonth to) {
    for (int i = 1 + of.random.nextInt(2); i > 0; i--) {
      LocalDate start = of.oneOf(3) ? of.edge(from) : from.atDay(1).minusMonths(4);
      LocalDate ends = of.oneOf(3) ? of.edge(to) : null;
      LocalDate end = ends != null && ends.isBefore(start) ? null : ends;
      String tier = of.pick("tier1", "tier2", "tier2_taxkorgan", "tier3", "tier3", "tier4");
      Node job =
          of.row(
              worker,
              "employments",
              r -> {
                Workers.put(r, "start", start);
                Workers.put(r, "end", end);
                Workers.put(r, "end_reason", end == null ? null : "other");
                Workers.put(
                    r,
                    "contract_signed",
                    of.oneOf(6) ? null : of.oneOf(2) ? of.about(start.plusMonths(1)) : start);
                Workers.put(r, "wage_tier", tier);
                Workers.put(r, "hours", of.oneOf(4) ? "part_time" : "full_time");
              });
      for (YearMonth m = from; !m.isAfter(to); m = m.plusMonths(1)) {
        if (!of.oneOf(12)) {
          wage(job, m, tier);
        }
      }
    }
  }

  private void wage(Node job, YearMonth month, String tier) {
    BigDecimal days = new BigDecimal(of.pick(DAYS));
    boolean full = of.oneOf(2);
    int hours = 20 + of.random.nextInt(60);
    BigDecimal minimum = minimum(month, tier, full, days, hours);
    BigDecimal counted =
        minimum.add(BigDecimal.valueOf(of.random.nextInt(3) - 1, 2)).max(BigDecimal.ZERO);
    BigDecimal extra =
        of.oneOf(2) ? BigDecimal.ZERO : BigDecimal.valueOf(of.random.nextInt(50_000), 2);
    BigDecimal paid = counted.add(extra);
    LocalDate due =
        of.oneOf(3) ? month.atEndOfMonth() : month.atDay(1).plusDays(of.random.nextInt(50));
    of.row(
        job,
        "wages",
        r -> {
          Workers.put(r, "month", month.atDay(1));
          Workers.put(r, "due_on", due);
          Workers.put(
              r, "paid_on", of.oneOf(10) ? null : due.minusDays(of.random.nextInt(6)).plusDays(1));
          Workers.put(r, "owed", of.oneOf(6) ? paid.add(new BigDecimal("0.01")) : paid);
          Workers.put(r, "paid", paid);
          Workers.put(r, of.pick("overtime_pay", "allowances", "welfare"), extra);
          Workers.put(r, "full_month", full);
          Workers.put(r, "work_days", days);
          Workers.put(r, "work_hours", hours);
        });
  }

  /** About what the tier demands, so that the bound is met and missed by a fen. */
  private BigDecimal minimum(
      YearMonth month, String tier, boolean full, BigDecimal days, int hours) {
    boolean second = month.getYear() > 2024;
    String monthly =
        switch (tier) {
          case "tier1" -> second ? "2070" : "1900";
          case "tier2" -> second ? "1890" : "1700";
          case "tier2_taxkorgan" -> "1900";
          case "tier3" -> second ? "1750" : "1620";
          default -> "1540";
        };
    if (of.oneOf(4)) {
      return new BigDecimal(second ? "17.5" : "16.2").multiply(BigDecimal.valueOf(hours));
    }
    return full
        ? new BigDecimal(monthly)
        : new BigDecimal(monthly)
            .multiply(days)
            .divide(new BigDecimal("21.75"), 2, RoundingMode.HALF_UP);
  }
}
