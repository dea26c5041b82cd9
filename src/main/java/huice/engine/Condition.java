package huice.engine;

import huice.engine.measure.Bound;
import java.util.List;

/**
 * A condition bound to the dictionary: two measures and how they compare. {@code id} stays the same
 * across releases while scheme, sentence and its arguments do. {@code cautiousMet} and {@code
 * cautiousNotMet} say in which directions weak evidence must not carry the result; {@code unless}
 * that the rule wants it not met. {@code clause} is the clauses for a reader, {@code parameters}
 * the names read on either side.
 */
record Condition(
    String id,
    String text,
    Bound left,
    Op op,
    Bound right,
    int leftSlot,
    int rightSlot,
    boolean cautiousMet,
    boolean cautiousNotMet,
    boolean unless,
    List<String> clauses,
    String clause,
    List<String> parameters,
    String drl,
    int line) {

  Condition with(List<String> narrowed, boolean onMet, boolean onNotMet, boolean unwanted) {
    return new Condition(
        id,
        text,
        left,
        op,
        right,
        leftSlot,
        rightSlot,
        onMet,
        onNotMet,
        unwanted,
        narrowed,
        String.join("、", narrowed),
        parameters,
        drl,
        line);
  }
}
