package huice.simulation.impact;

import huice.engine.Ask;
import huice.engine.Brief;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Amount;
import huice.model.Case;
import huice.model.Outcome;
import huice.model.Result;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What brief outcomes of a release pay. A brief one without ends does not tell an amount that is
 * not set from none at all: such a case is assessed in full. Thread-safe.
 */
final class Worths {
  /** How a rule says that something is paid. */
  private static final String PAYS = "pay.amount(";

  private final CompiledRelease release;
  private final Set<String> paying = new HashSet<>();

  Worths(CompiledRelease release) {
    this.release = release;
    for (SchemeInfo scheme : release.schemes()) {
      for (SchemeInfo.Version version : scheme.versions()) {
        if (version.lines().stream().anyMatch(line -> line.drl().contains(PAYS))) {
          paying.add(scheme.id());
        }
      }
    }
  }

  Worth of(@Nullable Brief brief, @Nullable Case given) {
    if (brief == null
        || given == null
        || !paying.contains(brief.scheme())
        || (brief.result() != Result.ELIGIBLE && brief.result() != Result.NOT_KEPT)) {
      return Worth.NOTHING;
    }
    if (brief.low() != null || brief.high() != null) {
      return Worth.between(brief.low(), brief.high());
    }
    for (Outcome outcome :
        release.assess(given, new Ask(Set.of(brief.scheme()), false, false)).outcomes()) {
      if (outcome.scheme().equals(brief.scheme())
          && Objects.equals(outcome.subject(), brief.subject())) {
        return of(outcome.amount());
      }
    }
    return Worth.NOTHING;
  }

  static Worth of(@Nullable Amount amount) {
    if (amount == null) {
      return Worth.NOTHING;
    }
    if (amount.value() != null) {
      return Worth.between(amount.value(), amount.value());
    }
    return amount.notSet().isEmpty() ? Worth.between(amount.low(), amount.high()) : Worth.NOT_SET;
  }
}
