package huice.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frequency or service owes: by when ({@code by} null: no day is set, {@code notSet} names
 * the parameter), {@code from} which day a rhythm counts (null where there is none), the {@code
 * clauses} and the line of the rule's part that says so, the rhythm in words, and what is still to
 * be offered.
 */
public record Due(
    @Nullable LocalDate by,
    @Nullable LocalDate from,
    List<String> clauses,
    int line,
    Text rhythm,
    List<String> notSet,
    List<Item> items,
    List<Amount.Step> steps) {

  /** Something to be offered a number of times; {@code done} offers were made. */
  public record Item(String name, BigDecimal target, BigDecimal done) {}

  /** What is owed by a day, whatever part of a rule says so. */
  public Due(
      @Nullable LocalDate by,
      Text rhythm,
      List<String> notSet,
      List<Item> items,
      List<Amount.Step> steps) {
    this(by, null, List.of(), 0, rhythm, notSet, items, steps);
  }

  public Due {
    clauses = List.copyOf(clauses);
    notSet = List.copyOf(notSet);
    items = List.copyOf(items);
    steps = List.copyOf(steps);
  }
}
