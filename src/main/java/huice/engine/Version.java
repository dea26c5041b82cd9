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

  /** The name in Drools of the rule that sees whether a condition is met. */
  String probe(int condition) {
    return name() + "/" + condition;
  }

  /** The name in Drools of one way in which a branch's own rule is met. */
  String own(int branch, int way) {
    return name() + "#" + branch + "." + way;
  }

  /** What brings the outcome that is wanted: one branch that gives something, and the duty. */
  Formula wanted(LocalDate day) {
    List<Formula> ways =
        branches.stream()
            .filter(b -> b.inForce(day) && !b.consequences().none())
            .map(Branch::formula)
            .toList();
    Formula one = ways.size() == 1 ? ways.get(0) : new Formula.Or(ways);
    return duty == null ? one : new Formula.And(List.of(one, duty));
  }

  boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
