package huice.entry.page.counter;

import huice.casework.Purpose;
import huice.casework.Visit;
import huice.entry.page.Option;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the person is here, and what for, as pages carry it from one to the next. */
final class Visitor {
  static final List<Option> PURPOSES =
      List.of(
          Option.of("", "本人不在场", "not here"),
          Option.of(Purpose.QUESTION.id(), "咨询", "a question"),
          Option.of(Purpose.APPLICATION.id(), "申请", "an application"),
          Option.of(Purpose.DOCUMENTS.id(), "交材料", "documents"),
          Option.of(Purpose.CORRECTION.id(), "更正", "a correction"),
          Option.of(Purpose.CONSENT.id(), "同意事项", "consent"),
          Option.of(Purpose.OBJECTION.id(), "异议", "an objection"),
          Option.of(Purpose.PRINT.id(), "打印本人信息", "a print"));

  private Visitor() {}

  /** A word that is none is as good as nobody here. */
  static Visit of(@Nullable String purpose) {
    return purpose == null ? Visit.NONE : Purpose.of(purpose).map(Visit::new).orElse(Visit.NONE);
  }

  /** The person's page. */
  static String address(UUID person, Visit visit) {
    return "/desk/persons/" + person + query(visit);
  }

  /** What every address of this visit ends with. */
  static String query(Visit visit) {
    Purpose purpose = visit.purpose();
    return purpose == null ? "" : "?purpose=" + purpose.id();
  }
}
