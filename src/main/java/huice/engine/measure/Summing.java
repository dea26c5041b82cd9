package huice.engine.measure;

import huice.model.Raw;

/** The sum of a field over the rows that pass; no row ever takes away from it. */
record Summing(RowPath path, Field field) implements Form {
  @Override
  public Interval read(Frame frame) {
    Found found = path.find(frame);
    long lo = 0;
    long hi = 0;
    long cautiousLo = 0;
    long cautiousHi = 0;
    for (int i = 0; i < found.size; i++) {
      long mark = frame.mark();
      Interval value = field.read(found.rows[i], found.rows[i].path(), frame);
      if (!found.possibly(i)) {
        frame.forget(mark);
      }
      lo = Numbers.add(lo, least(value.lo(), found.surely(i), found.possibly(i)));
      hi = Numbers.add(hi, most(value.hi(), found.surely(i), found.possibly(i)));
      cautiousLo =
          Numbers.add(
              cautiousLo,
              least(value.clo(), found.cautiouslySurely(i), found.cautiouslyPossibly(i)));
      cautiousHi =
          Numbers.add(
              cautiousHi,
              most(value.chi(), found.cautiouslySurely(i), found.cautiouslyPossibly(i)));
    }
    return new Interval(
        lo, found.open ? Raw.HIGH : hi, cautiousLo, found.cautiouslyOpen ? Raw.HIGH : cautiousHi);
  }

  private static long least(long value, boolean surely, boolean possibly) {
    return surely ? value : possibly ? Math.min(value, 0) : 0;
  }

  private static long most(long value, boolean surely, boolean possibly) {
    return surely ? value : possibly ? Math.max(value, 0) : 0;
  }
}
