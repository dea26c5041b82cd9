package huice.engine;

import huice.engine.measure.Memo;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one group of schemes for one subject on one day and for one month, with what was
 * read for all of them. Used by one thread. {@code memo} is null where every measure is read anew.
 */
record Sheet(Subject subject, long on, long month, @Nullable Memo memo, @Nullable Line[] lines) {

  private record Place(int subject, long on, long month) {}

  /** All sheets of one group. The latest of each subject is asked for most. */
  static final class All {
    private @Nullable Sheet[] latest;
    private Map<Place, Sheet> others = Map.of();

    All(int subjects) {
      this.latest = new Sheet[subjects];
    }

    @Nullable Sheet find(Subject subject, long on, long month) {
      Sheet sheet = latest(subject);
      if (sheet != null && sheet.on == on && sheet.month == month) {
        return sheet;
      }
      return others.isEmpty() ? null : others.get(new Place(subject.place(), on, month));
    }

    @Nullable Sheet latest(Subject subject) {
      return latest[subject.place()];
    }

    void add(Sheet sheet) {
      int place = sheet.subject.place();
      Sheet before = latest[place];
      if (before != null) {
        if (others.isEmpty()) {
          others = new HashMap<>();
        }
        others.put(new Place(place, before.on, before.month), before);
      }
      latest[place] = sheet;
    }
  }
}
