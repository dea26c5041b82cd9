package huice.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way a version can come out: a rule's formula with its consequences, or a row of a decision
 * table. Branches are tried in order, the first that is met counts. {@code ways} are the formula's
 * ways to be met; {@code own} those of the scheme's own rule, with an obligation's duty.
 */
record Branch(
    String label,
    Formula formula,
    Ways ways,
    Ways own,
    Consequences consequences,
    List<String> clauses,
    LocalDate from,
    @Nullable LocalDate to,
    int line) {

  boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
