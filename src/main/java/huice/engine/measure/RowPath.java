package huice.engine.measure;

import huice.model.Raw;
import huice.model.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path to the rows of a list, through single things and other lists (then flattened), with the
 * filters its rows must pass.
 */
final class RowPath {
  private static final Interval NO_END = Interval.of(Raw.HIGH);

  final Start start;
  final Relation[] steps;

  /** For each step the field with which its rows begin, where they have one. */
  final @Nullable Field[] begins;

  final Filter[] filters;

  RowPath(Start start, List<Relation> steps, @Nullable Field[] begins, List<Filter> filters) {
    this.start = start;
    this.steps = steps.toArray(new Relation[0]);
    this.begins = begins;
    this.filters = filters.toArray(new Filter[0]);
  }

  Found find(Frame frame) {
    return find(frame, NO_END);
  }

  /** Stops at the first row that surely passes. */
  Found findAny(Frame frame) {
    return new Found(this, frame, NO_END, true);
  }

  /** Only rows that began by {@code to} are asked for. */
  Found find(Frame frame, Interval to) {
    return new Found(this, frame, to, false);
  }

  /** First day on which a row can have begun that is not in a list complete to a day. */
  long after(long completeTo) {
    if (!Civil.isDay(completeTo)) {
      return Raw.LOW;
    }
    Field last = begins[steps.length - 1];
    boolean months = last != null && last.fact.month();
    return months ? Civil.monthStart(completeTo + 1) : completeTo + 1;
  }
}
