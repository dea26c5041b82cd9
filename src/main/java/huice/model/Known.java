package huice.model;

import java.util.List;

/** What a case knows of one fact. Absence is {@link Absent}, never null. */
public sealed interface Known {
  /** Nothing is known: it is asked for, never held against anyone. */
  record Absent() implements Known {}

  /** Known to be none: no such date, no such sum, no such choice. */
  record None(Evidence evidence) implements Known {}

  /** One value, see {@link Raw}. */
  record Value(long raw, Evidence evidence) implements Known {}

  /**
   * Sources that differ; all are kept, none is picked (R17). A none among them is {@code NEVER}, 0
   * or {@code NO_CHOICE}.
   */
  record Conflict(List<Value> values) implements Known {
    public Conflict {
      values = List.copyOf(values);
    }
  }

  Absent ABSENT = new Absent();
}
