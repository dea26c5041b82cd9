package huice.casework.decision;

import huice.store.ActRow;
import huice.store.DecisionRow;
import java.time.LocalDate;
import java.util.List;

/** What the state machine looks at, from stored decisions. */
final class Drafts {
  private Drafts() {}

  static boolean bringsOne(Act act, Turn turn) {
    return switch (act) {
      case PROPOSE, REASSESS, REFUSE_OPENING, OVERRIDE -> true;
      case REVIEW -> turn != Turn.UPHELD;
      default -> false;
    };
  }

  static Draft of(ActRow act, List<DecisionRow> made) {
    DecisionRow row =
        made.stream().filter(d -> d.id().equals(act.decision())).findFirst().orElseThrow();
    return of(row, act.day());
  }

  static Draft of(DecisionRow row, LocalDate madeOn) {
    return new Draft(
        row.id(),
        Bearing.of(row.bearing()),
        row.madeBy(),
        madeOn,
        row.settled(),
        row.payable(),
        row.choice(),
        row.kind().equals("override") || row.kind().equals("review"));
  }
}
