package huice.engine.measure;

import huice.model.Known;
import huice.model.Node;
import org.jspecify.annotations.Nullable;

/**
 * One filter of a call on a field of its rows. What the field is compared with is read once a
 * reading, then tested row by row.
 */
abstract class Filter {
  final Field field;

  Filter(Field field) {
    this.field = field;
  }

  /** What the field is compared with at this moment. */
  abstract Interval right(Frame frame);

  abstract int test(Node row, Interval right, Frame frame);

  /** Last day on which a row that passes can have begun; null when the filter does not say. */
  @Nullable Interval bound(Interval right) {
    return null;
  }

  final Interval left(Node row, Frame frame) {
    return field.read(row, row.path(), frame);
  }

  /** The values in conflict, or null: each is compared by itself. */
  final Known.@Nullable Conflict conflict(Node row) {
    return field.known(row) instanceof Known.Conflict conflict ? conflict : null;
  }
}
