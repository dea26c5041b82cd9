package huice.entry.api;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether something failed because the database went away or could not be reached, so that
 * the same request may well succeed soon.
 */
final class Outage {
  private static final String CONNECTION = "08";

  /**
   * Of PostgreSQL: shut down by an administrator, by a crash, not yet up, no connection left; of
   * two transactions that wait for each other, the one given up.
   */
  private static final Set<String> PASSING =
      Set.of("57P01", "57P02", "57P03", "53300", "40001", "40P01");

  private Outage() {}

  /** What the database said, in its own short code; empty for any other failure. */
  static Optional<String> of(Throwable fault) {
    return all(fault, Collections.newSetFromMap(new IdentityHashMap<>()))
        .flatMap(one -> code(one).stream())
        .findFirst();
  }

  /** What a transaction's end failed of is told beside its failure, not as the cause. */
  private static Stream<Throwable> all(Throwable fault, Set<Throwable> seen) {
    if (!seen.add(fault)) {
      return Stream.empty();
    }
    Stream<Throwable> around = Stream.of(fault.getSuppressed());
    Throwable cause = fault.getCause();
    return Stream.concat(
        Stream.of(fault),
        Stream.concat(cause == null ? Stream.empty() : Stream.of(cause), around)
            .flatMap(other -> all(other, seen)));
  }

  private static Optional<String> code(Throwable fault) {
    if (!(fault instanceof SQLException failure)) {
      return Optional.empty();
    }
    String state = failure.getSQLState();
    if (state == null) {
      // The pool's own: it had no connection to give, or the one given was taken back.
      return fault.getClass() == SQLException.class ? Optional.of("pool") : Optional.empty();
    }
    return state.startsWith(CONNECTION) || PASSING.contains(state)
        ? Optional.of(state)
        : Optional.empty();
  }
}
