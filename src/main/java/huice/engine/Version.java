package huice.engine;

import huice.engine.measure.Bound;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dated version of a scheme's rule, bound. {@code index} is its place in the release. Of an
 * obligation {@code duty} is what is owed where the (only) branch's formula says the duty applies.
 */
record Version(
    int index,
    String scheme,
    LocalDate from,
    @Nullable LocalDate to,
    List<String> clauses,
    List<Condition> conditions,
    List<Bound> slots,
    List<Branch> branches,
    @Nullable Formula duty,
    @Nullable Ways dutyWays,
    List<SchemeInfo.Line> lines,
    int line) {

  /** Rule and date: the internal name in Drools. */
  String name() {
    return scheme + "@" + from;
  }

  boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
