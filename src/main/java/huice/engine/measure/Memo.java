package huice.engine.measure;

import org.jspecify.annotations.Nullable;

/**
 * Readings made once for a subject, day and month, and those that are the same for every case on
 * that day and month. The former are used by one thread; the latter are shared, and threads that
 * make one at the same time make the same.
 */
public final class Memo {
  final @Nullable Reading[] own;
  final @Nullable Reading[] day;

  public Memo(int places, @Nullable Reading[] day) {
    this.own = new Reading[places];
    this.day = day;
  }

  /**
   * Takes over what was read on an earlier day and time cannot have changed by {@code on}, all else
   * being the same; {@code except} what can change with the month, if that is another.
   */
  public void keep(Memo earlier, long on, boolean sameMonth, boolean[] except) {
    for (int i = 0; i < own.length; i++) {
      Reading reading = earlier.own[i];
      if (reading != null && reading.next() > on && (sameMonth || !except[i])) {
        own[i] = reading;
      }
    }
  }
}
