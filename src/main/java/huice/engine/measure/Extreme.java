package huice.engine.measure;

import huice.model.Raw;

/**
 * The latest or earliest of a date field over the rows that pass; {@link Raw#NEVER} when no such
 * date has come. {@code begins} marks the field with which rows begin: then a row that nobody told
 * of has its date after the day to which the list is complete.
 */
record Extreme(RowPath path, Field field, boolean latest, boolean begins) implements Form {
  @Override
  public Interval read(Frame frame) {
    Found found = path.find(frame);
    LatestEnds best = new LatestEnds(latest);
    LatestEnds cautious = new LatestEnds(latest);
    unseen(best, found.open, found.unseenFrom);
    unseen(cautious, found.cautiouslyOpen, found.cautiouslyUnseenFrom);
    for (int i = 0; i < found.size; i++) {
      long mark = frame.mark();
      Interval value = field.read(found.rows[i], found.rows[i].path(), frame);
      if (found.possibly(i)) {
        best.add(value.lo(), value.hi(), found.surely(i));
      } else {
        frame.forget(mark);
      }
      if (found.cautiouslyPossibly(i)) {
        cautious.add(value.clo(), value.chi(), found.cautiouslySurely(i));
      }
    }
    return new Interval(best.lo(), best.hi(), cautious.lo(), cautious.hi());
  }

  /** Such a row may be of any day up to {@code on}; an open end does not change daily. */
  private void unseen(LatestEnds ends, boolean open, long from) {
    if (open) {
      ends.add(begins ? from : Raw.LOW, Raw.HIGH, false);
    }
  }
}
