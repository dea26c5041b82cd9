package huice.twin;

import huice.model.Node;
import java.time.LocalDate;

/** Couples about six months of work side by side and a claim within a year. */
record CoupleFile(Workers of) {
  private static final int[] MONTHS = {5, 6, 6, 6, 7, 9, 12, 17, 18, 18, 19, 24};

  void fill(Node worker, Node spouse, Node couple) {
    LocalDate on = of.on;
    Workers.put(couple, "registered_on", of.oneOf(4) ? of.about(on) : on.minusYears(3));
    LocalDate applied = of.oneOf(2) ? null : on.minusDays(of.random.nextInt(120));
    Workers.put(couple, "award_applied_on", applied);
    int months = MONTHS[of.random.nextInt(MONTHS.length)];
    LocalDate end = applied == null ? on : applied;
    jobs(worker, end, months);
    jobs(spouse, end, of.oneOf(3) ? MONTHS[of.random.nextInt(MONTHS.length)] : months);
    if (of.oneOf(10)) {
      Node one = of.oneOf(2) ? worker : spouse;
      of.row(
          one,
          "awards",
          r -> {
            Workers.put(r, "scheme", of.pick("couple_award", "public_welfare_post"));
            Workers.put(r, "approved_on", of.about(on));
          });
    }
  }

  private void jobs(Node person, LocalDate end, int months) {
    LocalDate start = end.plusDays(1).minusMonths(months).plusDays(of.random.nextInt(3) - 1);
    int jobs = 1 + of.random.nextInt(3);
    boolean proven = !of.oneOf(4);
    int paid = of.oneOf(3) ? 5 + of.random.nextInt(3) : 2;
    for (int i = 0; i < jobs; i++) {
      boolean last = i == jobs - 1;
      LocalDate first = start;
      LocalDate until =
          last
              ? of.oneOf(2) ? null : of.about(end)
              : first.plusDays(20 + of.random.nextInt(120 / jobs));
      of.row(
          person,
          "employments",
          r -> {
            Workers.put(r, "start", first);
            Workers.put(r, "end", until != null && until.isBefore(first) ? first : until);
            Workers.put(
                r,
                "end_reason",
                until == null
                    ? null
                    : of.pick(
                        "employer_fault",
                        "sick_birth_injury",
                        "project_end",
                        "stoppage",
                        "other",
                        "other"));
            Workers.put(
                r, "contract_signed", proven ? of.about(of.oneOf(4) ? of.on : first) : null);
            Workers.put(r, "paid_months", paid);
            Workers.put(r, "hours", of.pick("full_time", "part_time"));
            Workers.put(r, "wage_tier", "tier3");
          });
      start = until == null ? first : until.plusDays(gap());
    }
  }

  private int gap() {
    return switch (of.random.nextInt(6)) {
      case 0, 1 -> 1;
      case 2 -> 2;
      case 3 -> 0;
      default -> 1 + of.random.nextInt(60);
    };
  }
}
