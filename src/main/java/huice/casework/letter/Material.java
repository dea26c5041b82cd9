package huice.casework.letter;

import huice.casework.decision.Dossiers.Dossier;
import huice.casework.decision.Periods;
import huice.explain.Told;
import huice.model.Text;
import huice.store.DecisionRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one letter is written from, as it was stored.
 *
 * @param decision null for a letter that is about none
 * @param told what the rules found, by the decision's own record
 * @param before the decision that this one would take the place of, after facts changed
 * @param who whoever handles or decided it, by name
 * @param reader who reads the letter out, where there is no translation; null where there is
 */
record Material(
    LetterKind kind,
    Dossier dossier,
    @Nullable DecisionRow decision,
    @Nullable Told told,
    @Nullable Before before,
    To to,
    String who,
    String decider,
    Periods periods,
    LocalDate today,
    @Nullable String reader) {

  /** Whom a letter is to; the number masked, both null where the applicant is no person. */
  record To(@Nullable String name, @Nullable String number) {}

  /** An earlier decision, and what is different now. */
  record Before(DecisionRow decision, List<Text> differences) {
    Before {
      differences = List.copyOf(differences);
    }
  }

  /** The decision of a letter that is about one. */
  DecisionRow made() {
    if (decision == null) {
      throw new IllegalStateException("a letter about no decision");
    }
    return decision;
  }

  Told found() {
    if (told == null) {
      throw new IllegalStateException("a letter about no decision");
    }
    return told;
  }

  /** Whether the case is not opened: then nobody looked at its conditions. */
  boolean notOpened() {
    return decision != null && decision.result().equals("NOT_OPENED");
  }

  /** Whether a person decided otherwise than the rules. */
  boolean byPerson() {
    return decision != null
        && (decision.kind().equals("override") || decision.kind().equals("review"));
  }
}
