package huice.engine.measure;

import huice.model.Fact;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call bound to a dictionary and subject; {@code written} is its canonical text. {@code fact} is
 * set when values are that fact's (choices are shown by its labels). {@code facts} are the facts
 * read as entity.fact, lists as owner.list; {@code parameters} and {@code schemes} the parameters
 * and other schemes read; {@code relative} is true when the reading can change with the month line.
 */
public record Bound(
    Call call,
    String written,
    Measure measure,
    ValueType type,
    Unit unit,
    @Nullable Fact fact,
    Set<String> facts,
    Set<String> parameters,
    Set<String> schemes,
    boolean relative) {
  public Bound {
    facts = Set.copyOf(facts);
    parameters = Set.copyOf(parameters);
    schemes = Set.copyOf(schemes);
  }

  public Bound(
      Call call,
      Measure measure,
      ValueType type,
      Unit unit,
      @Nullable Fact fact,
      Set<String> facts,
      Set<String> parameters,
      Set<String> schemes,
      boolean relative) {
    this(call, call.toString(), measure, type, unit, fact, facts, parameters, schemes, relative);
  }
}
