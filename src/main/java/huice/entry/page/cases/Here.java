package huice.entry.page.cases;

import huice.casework.Purpose;
import huice.casework.Visit;
import org.jspecify.annotations.Nullable;

/** Whether the person is here, at another office than the own, as addresses carry it on. */
final class Here {
  private Here() {}

  /** A word that is none is as good as nobody here. */
  static Visit of(@Nullable String purpose) {
    return purpose == null ? Visit.NONE : Purpose.of(purpose).map(Visit::new).orElse(Visit.NONE);
  }

  /** What every address of this visit ends with. */
  static String query(Visit visit) {
    Purpose purpose = visit.purpose();
    return purpose == null ? "" : "?purpose=" + purpose.id();
  }
}
