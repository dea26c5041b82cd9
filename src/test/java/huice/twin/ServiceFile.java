package huice.twin;

import huice.model.Node;
import java.time.LocalDate;
import java.time.YearMonth;

/** People who asked for a service, in all the states that set its rhythm. */
record ServiceFile(Workers of) {

  void fill(Node worker) {
    for (int i = of.random.nextInt(3); i >= 0; i--) {
      of.row(
          worker,
          "service_requests",
          r -> {
            Workers.put(
                r,
                "kind",
                of.pick("follow_up", "graduate_service", "graduate_service", "job_help"));
            Workers.put(r, "requested_on", day());
            Workers.put(r, "stopped_on", of.oneOf(3) ? of.about(of.on) : null);
          });
    }
    Workers.put(
        worker, "not_seeking", of.oneOf(4) ? of.pick("in_school", "retired", "caring") : null);
    Workers.put(worker, "job_changes", of.random.nextInt(3));
    Workers.put(
        worker, "graduation_year", of.oneOf(2) ? null : of.on.getYear() - of.random.nextInt(2));
    if (of.oneOf(3)) {
      spell(worker, of.pick("employments", "employments", "posts"));
    }
    if (of.oneOf(3)) {
      spell(worker, "flexible_work");
    }
    if (of.oneOf(2)) {
      spell(worker, "unemployment_registrations");
      int age = of.oneOf(2) ? 16 : 25;
      Workers.put(worker, "birth_date", of.about(of.on.minusYears(age)));
    }
    for (String kind : new String[] {"briefing", "guidance", "referral", "training"}) {
      for (int i = of.random.nextInt(kind.equals("referral") ? 5 : 2); i > 0; i--) {
        of.row(
            worker,
            "service_offers",
            r -> {
              Workers.put(r, "kind", kind);
              Workers.put(r, "offered_on", of.oneOf(4) ? of.about(of.on) : of.on.minusDays(9));
            });
      }
    }
    for (int i = of.random.nextInt(3); i > 0; i--) {
      of.row(worker, "contacts", r -> Workers.put(r, "offered_on", day()));
    }
  }

  private LocalDate day() {
    return switch (of.random.nextInt(4)) {
      case 0 -> of.about(of.on);
      case 1 -> YearMonth.from(of.on).minusMonths(1).atEndOfMonth();
      default -> of.on.minusDays(of.random.nextInt(200));
    };
  }

  private void spell(Node worker, String list) {
    LocalDate start = of.oneOf(4) ? of.about(of.on) : of.on.minusDays(of.random.nextInt(300));
    LocalDate end = of.oneOf(2) ? null : of.about(of.on);
    of.row(
        worker,
        list,
        r -> {
          Workers.put(r, "start", start);
          Workers.put(r, "end", end != null && end.isBefore(start) ? null : end);
        });
  }
}
