package huice.engine.measure;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The library of measure forms ({@code Shape} lists how each is written, {@code Versions} the
 * version of each). {@link #VERSION} names what holds for all of them.
 *
 * <p>What holds for all of them:
 *
 * <ul>
 *   <li>An absent fact may be anything its type allows; money and counts are never negative. A list
 *       that is not said to be complete may hold more rows, which began after the day to which it
 *       is complete. So learning more only ever narrows a reading.
 *   <li>Evidence that is matched, estimated, withdrawn or past its last day, and sources that
 *       conflict, count on best knowledge (a conflict as the range between its values) and may be
 *       anything cautiously.
 *   <li>A date known to be none is {@link huice.model.Raw#NEVER}, a number none is 0, yes/no none
 *       is no. Of several dates the latest or greatest is the latest that has come.
 *   <li>Rows that begin after the day asked about are not seen; a row without an end runs on.
 *       Nothing is counted beyond the day asked about.
 *   <li>Days and months follow 民法典 §§201–203 and §1259. A day of work is counted whole: work from 1
 *       January to 30 June is six months, reached on 30 June.
 *   <li>Where the days off of a year are not published, a last day that depends on them is open by
 *       as much as the longest holiday, and the list is named as unset.
 *   <li>What is lacking or unset is told only while it can still change the reading.
 * </ul>
 */
public final class Measures {
  public static final String VERSION = "1";

  private Measures() {}

  /** Every form with the version of its behaviour. */
  public static SortedMap<String, Integer> versions() {
    return Collections.unmodifiableSortedMap(Versions.ALL);
  }

  /** The forms that a call reads by, those of its operands included, with their versions. */
  public static SortedMap<String, Integer> versions(Call call) {
    return Versions.of(call);
  }

  /** Binds a call; empty when it has faults, which are then in {@code binding.faults()}. */
  public static Optional<Bound> bind(Call call, Binding binding) {
    Context context = new Context(binding);
    Typed typed = new Binder(context).bind(call);
    if (typed == null || context.faulty()) {
      return Optional.empty();
    }
    Form form = typed.form();
    return Optional.of(
        new Bound(
            call,
            new Shared(form),
            typed.type(),
            typed.unit(),
            typed.fact(),
            context.facts,
            context.parameters,
            context.schemes,
            context.relative));
  }
}
