package huice.engine.measure;

import huice.model.Raw;
import org.jspecify.annotations.Nullable;

/**
 * The measure of a bound call. Where a {@link Memo} is at hand it is read once for each subject,
 * day and month, whichever rules ask for it: equal measures have the same place there, which is
 * given once, before the release is used.
 */
public final class Shared implements Measure {
  private static final int NOWHERE = -1;

  private final Form form;
  private int place = NOWHERE;
  private boolean byDay;

  Shared(Form form) {
    this.form = form;
  }

  /** {@code byDay}: it reads nothing of any case, only what is in force on a day and month. */
  public void place(int at, boolean ofDay) {
    this.place = at;
    this.byDay = ofDay;
  }

  @Override
  public Reading read(Moment moment) {
    Memo memo = moment.memo();
    if (memo == null || place == NOWHERE) {
      return new Frame(moment).reading(form);
    }
    @Nullable Reading[] readings = byDay ? memo.day : memo.own;
    Reading reading = readings[place];
    if (reading == null) {
      reading = fresh(moment);
      readings[place] = reading;
    }
    return reading;
  }

  private Reading fresh(Moment moment) {
    if (form instanceof Paths.FactAt fact && !moment.tracing()) {
      Long raw = fact.declared(moment);
      if (raw != null) {
        return Reading.exact(raw, Raw.NEVER, java.util.List.of());
      }
    }
    return new Frame(moment).reading(form);
  }
}
