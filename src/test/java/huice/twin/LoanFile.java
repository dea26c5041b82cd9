package huice.twin;

import huice.model.Node;
import java.time.LocalDate;

/** Start-up loans about their caps, and what else was open when they were signed. */
record LoanFile(Workers of) {
  private static final String[] SIGNED = {
    "2023-09-30",
    "2023-10-01",
    "2025-03-19",
    "2025-03-20",
    "2025-05-19",
    "2025-05-20",
    "2025-06-19",
    "2025-06-20",
    "2026-01-20",
    "2026-02-19",
    "2024-02-29"
  };

  void fill(Node worker) {
    LocalDate day = LocalDate.parse(of.pick(SIGNED));
    LocalDate signed = of.oneOf(3) ? day : LocalDate.of(2025, 4, 1).plusDays(of.random.nextInt(70));
    if (signed.isAfter(of.on)) {
      of.on = signed.plusDays(of.random.nextInt(100));
    }
    loan(worker, signed);
    for (int i = of.random.nextInt(4); i > 0; i--) {
      loan(worker, of.oneOf(3) ? of.about(signed) : signed.minusMonths(of.random.nextInt(30)));
    }
    for (int i = of.random.nextInt(3); i > 0; i--) {
      of.row(
          worker,
          "other_loans",
          r -> {
            Workers.put(
                r,
                "kind",
                of.pick("study", "poverty_relief", "home", "car", "consumer", "consumer", "other"));
            Workers.put(r, "principal", of.pick("49999.99", "50000", "50000.01", "3000"));
            Workers.put(r, "signed", of.oneOf(3) ? of.about(signed) : signed.minusDays(200));
            Workers.put(
                r,
                "repaid",
                of.oneOf(2) ? null : of.oneOf(2) ? of.about(signed) : signed.plusDays(9));
          });
    }
  }

  private void loan(Node worker, LocalDate signed) {
    of.row(
        worker,
        "loans",
        r -> {
          Workers.put(r, "signed", signed);
          Workers.put(r, "due", of.oneOf(3) ? of.about(signed.plusYears(3)) : signed.plusYears(2));
          Workers.put(
              r,
              "principal",
              of.pick("300000", "300000", "299999.99", "300000.01", "123456.78", "80000"));
          Workers.put(r, "rate", of.pick("4.5", "4.6", "4.61", "4.51", "3.85", "4.35"));
          Workers.put(r, "group_certified", !of.oneOf(12));
          Workers.put(r, "repaid_on_time", !of.oneOf(8));
          Workers.put(r, "overdue", of.oneOf(12));
          Workers.put(r, "extended", of.oneOf(12));
        });
  }
}
