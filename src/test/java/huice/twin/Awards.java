package huice.twin;

import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Truth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the office's own ledger says was granted. */
final class Awards {
  private Awards() {}

  static Table of(
      @Nullable Node person, Names names, long on, Set<String> schemes, Table.Test test) {
    return new Table(
        person,
        names.list("worker", "awards"),
        names.fact("award", "approved_on"),
        on,
        Raw.HIGH,
        row -> among(row, names.fact("award", "scheme"), schemes).and(test.of(row)));
  }

  /** Whether a choice is one of some. */
  static Truth among(Node row, Fact fact, Set<String> ids) {
    Span value = Table.read(row, fact);
    Truth result = null;
    for (long i = value.lo(); i <= value.hi(); i++) {
      boolean in = i >= 0 && ids.contains(fact.choices().get((int) i).id());
      Truth here = in ? Truth.MET : Truth.NOT_MET;
      result = result == null || result == here ? here : Truth.UNKNOWN;
    }
    return result == null ? Truth.UNKNOWN : result;
  }
}
