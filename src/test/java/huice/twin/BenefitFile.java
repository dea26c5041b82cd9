package huice.twin;

import huice.model.Node;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People with a certificate: what they paid and were granted, and the posts they held. */
record BenefitFile(Workers of) {
  private static final int[] GRANTED = {12, 30, 33, 34, 35, 35, 36, 37, 48};

  void insurance(Node worker, YearMonth from, YearMonth to) {
    common(worker, from);
    around(worker, "flexible_work", from);
    for (YearMonth m = from; !m.isAfter(to); m = m.plusMonths(1)) {
      for (String kind : List.of("pension", "medical", "unemployment")) {
        if (!of.oneOf(8)) {
          payment(worker, m, kind);
        }
      }
    }
    awards(worker, from, "social_insurance_flexible", "social_insurance_employer");
    if (of.oneOf(4)) {
      stop(worker, from);
    }
  }

  private void payment(Node worker, YearMonth month, String kind) {
    of.row(
        worker,
        "insurance_payments",
        r -> {
          Workers.put(r, "month", month.atDay(1));
          Workers.put(r, "kind", kind);
          Workers.put(r, "payer", of.oneOf(12) ? "employer" : "self");
          Workers.put(r, "amount", BigDecimal.valueOf(10_000 + of.random.nextInt(90_000), 2));
          Workers.put(r, "base", of.pick("1000", "1539.99", "1540", "1540.01", "1540", "4000"));
          Workers.put(r, "back_paid", of.oneOf(12));
          Workers.put(
              r,
              "paid_on",
              of.oneOf(10) ? null : of.oneOf(3) ? of.about(of.on) : of.on.minusDays(20));
        });
  }

  private void stop(Node worker, YearMonth month) {
    LocalDate start = of.edge(month);
    LocalDate end = of.oneOf(2) ? null : of.edge(month.plusMonths(of.random.nextInt(3)));
    switch (of.random.nextInt(5)) {
      case 0 -> job(worker, "employments", start, end);
      case 1 -> job(worker, "posts", start, end);
      case 2 -> of.period(worker, "licences", start, end);
      case 3 -> of.period(worker, "unemployment_benefits", start, end);
      default -> Workers.put(worker, "pension_start", start);
    }
  }

  void posts(Node worker, YearMonth month) {
    common(worker, month);
    LocalDate start = of.oneOf(3) ? of.edge(month) : month.atDay(1).minusMonths(2);
    LocalDate end = of.oneOf(2) ? null : of.edge(month);
    job(worker, "posts", start, end);
    if (of.oneOf(2)) {
      LocalDate ended = of.about(start.minusMonths(3));
      job(worker, "posts", ended.minusMonths(5), ended);
    }
    if (of.oneOf(6)) {
      job(worker, "posts", start.minusMonths(20), start.minusMonths(10));
    }
    of.row(
        worker,
        "service_requests",
        r -> {
          Workers.put(r, "kind", of.oneOf(8) ? "follow_up" : "job_help");
          Workers.put(
              r, "requested_on", of.oneOf(2) ? of.about(start.minusDays(30)) : start.minusDays(99));
        });
    for (int i = of.random.nextInt(3); i > 0; i--) {
      of.row(
          worker,
          "service_offers",
          r -> {
            Workers.put(r, "kind", of.oneOf(4) ? "training" : "referral");
            Workers.put(
                r, "offered_on", of.oneOf(3) ? of.about(start) : of.about(start.minusDays(30)));
          });
    }
    awards(worker, month, "public_welfare_post");
    if (of.oneOf(8)) {
      Workers.put(worker, "pension_start", of.edge(month));
    }
  }

  private void common(Node worker, YearMonth month) {
    around(worker, "certifications", month);
    if (of.oneOf(2)) {
      int years =
          switch (of.pick("sixty", "fifty_five", "fifty")) {
            case "sixty" -> 60;
            case "fifty_five" -> 55;
            default -> 50;
          };
      int months = of.random.nextInt(4) == 0 ? of.random.nextInt(70) : 58 + of.random.nextInt(24);
      Workers.put(worker, "birth_date", of.about(of.on.plusMonths(months).minusYears(years)));
    }
    if (of.oneOf(30)) {
      Workers.put(worker, "birth_date", LocalDate.of(1964 + 4 * of.random.nextInt(5), 2, 29));
    }
  }

  private void around(Node worker, String list, YearMonth month) {
    LocalDate start = of.oneOf(3) ? of.edge(month) : month.atDay(1).minusMonths(5);
    LocalDate end = of.oneOf(2) ? null : of.edge(month.plusMonths(of.random.nextInt(3)));
    of.period(worker, list, start, end);
  }

  private void job(Node worker, String list, LocalDate start, @Nullable LocalDate end) {
    of.row(
        worker,
        list,
        r -> {
          Workers.put(r, "start", start);
          Workers.put(r, "end", end == null || end.isBefore(start) ? null : end);
          Workers.put(r, "wage_tier", "tier3");
          Workers.put(r, "hours", "full_time");
        });
  }

  private void awards(Node worker, YearMonth month, String... schemes) {
    for (int i = of.random.nextInt(3); i > 0; i--) {
      LocalDate approved = of.about(of.on.minusMonths(GRANTED[of.random.nextInt(GRANTED.length)]));
      of.row(
          worker,
          "awards",
          r -> {
            Workers.put(r, "scheme", of.pick(schemes));
            Workers.put(r, "approved_on", approved);
            Workers.put(r, "first_month", approved.withDayOfMonth(1));
            Workers.put(
                r,
                "last_month",
                of.oneOf(8)
                    ? month.atDay(1)
                    : month.atDay(1).minusMonths(1 + of.random.nextInt(3)));
            Workers.put(r, "months", of.oneOf(3) ? 1 : GRANTED[of.random.nextInt(GRANTED.length)]);
            Workers.put(
                r, "retires_on", of.oneOf(2) ? of.about(approved.plusYears(5)) : of.edge(month));
          });
    }
  }
}
