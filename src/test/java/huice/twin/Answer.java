package huice.twin;

import huice.model.Result;
import huice.model.Truth;

/**
 * What is known of a condition or of several now, and at best and at worst when all is known that
 * people can be asked for. A gap of the policy stays unknown whatever is asked.
 */
record Answer(Truth now, Truth best, Truth worst) {
  private static final Answer MET = new Answer(Truth.MET, Truth.MET, Truth.MET);
  private static final Answer NOT_MET = new Answer(Truth.NOT_MET, Truth.NOT_MET, Truth.NOT_MET);
  private static final Answer ASKED = new Answer(Truth.UNKNOWN, Truth.MET, Truth.NOT_MET);
  private static final Answer GAP = new Answer(Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN);

  static Answer of(Truth truth, boolean asked) {
    return switch (truth) {
      case MET -> MET;
      case NOT_MET -> NOT_MET;
      case UNKNOWN -> asked ? ASKED : GAP;
    };
  }

  static Answer of(boolean holds) {
    return holds ? MET : NOT_MET;
  }

  Answer and(Answer other) {
    return new Answer(now.and(other.now), best.and(other.best), worst.and(other.worst));
  }

  Answer or(Answer other) {
    return new Answer(now.or(other.now), best.or(other.best), worst.or(other.worst));
  }

  Answer not() {
    return new Answer(now.not(), worst.not(), best.not());
  }

  static Answer all(Answer... parts) {
    Answer result = MET;
    for (Answer part : parts) {
      result = result.and(part);
    }
    return result;
  }

  /** An entitlement: people are asked only where the answer can still be in their favour. */
  Result entitlement() {
    return switch (now) {
      case MET -> Result.ELIGIBLE;
      case NOT_MET -> Result.NOT_ELIGIBLE;
      case UNKNOWN -> asking();
    };
  }

  Result service() {
    return switch (now) {
      case MET -> Result.DUE;
      case NOT_MET -> Result.NOT_DUE;
      case UNKNOWN -> asking();
    };
  }

  private Result asking() {
    return best == Truth.MET ? Result.NEEDS_INFO : Result.UNSETTLED;
  }

  /** This is whether the duty applies; {@code kept} whether what is owed was done. */
  Result duty(Answer kept) {
    if (now == Truth.NOT_MET) {
      return Result.NOT_DUE;
    }
    if (now == Truth.UNKNOWN) {
      return asking();
    }
    return switch (kept.now) {
      case MET -> Result.KEPT;
      case NOT_MET -> Result.NOT_KEPT;
      case UNKNOWN -> kept.asking();
    };
  }
}
