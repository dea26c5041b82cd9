package huice.engine.measure;

import huice.model.Raw;

/** How many rows pass, or whether any does: sure rows are the least, possible ones the most. */
record Counting(RowPath path, boolean any) implements Form {
  @Override
  public Interval read(Frame frame) {
    Found found = any ? path.findAny(frame) : path.find(frame);
    long sure = 0;
    long possible = 0;
    long cautiouslySure = 0;
    long cautiouslyPossible = 0;
    for (int i = 0; i < found.size; i++) {
      int truth = found.truths[i];
      sure += Three.sure(truth) ? 1 : 0;
      possible += Three.possible(truth) ? 1 : 0;
      cautiouslySure += Three.cautiouslySure(truth) ? 1 : 0;
      cautiouslyPossible += Three.cautiouslyPossible(truth) ? 1 : 0;
    }
    return new Interval(
        number(sure, false),
        number(possible, found.open),
        number(cautiouslySure, false),
        number(cautiouslyPossible, found.cautiouslyOpen));
  }

  private long number(long rows, boolean open) {
    if (any) {
      return rows > 0 || open ? 1 : 0;
    }
    return open ? Raw.HIGH : Raw.of(rows);
  }
}
