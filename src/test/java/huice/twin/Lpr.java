package huice.twin;

import huice.model.Raw;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The one-year loan prime rate of the days for which a publication was found. */
final class Lpr {
  private record Published(LocalDate from, LocalDate to, String rate) {}

  private static final Published[] ALL = {
    new Published(LocalDate.of(2025, 3, 20), LocalDate.of(2025, 5, 19), "3.1"),
    new Published(LocalDate.of(2025, 5, 20), LocalDate.of(2025, 6, 19), "3.0"),
    new Published(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 2, 19), "3.0"),
    new Published(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 5, 19), "3.0"),
  };

  private Lpr() {}

  static Span on(LocalDate day) {
    for (Published published : ALL) {
      if (!day.isBefore(published.from) && !day.isAfter(published.to)) {
        return Span.of(Raw.of(new BigDecimal(published.rate)));
      }
    }
    return Span.notPublished();
  }
}
