package huice.simulation.impact;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one thread, and at last all together, have counted. */
final class Counted {
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Telling telling;
  private int unread;

  Counted(int cases) {
    this.telling = new Telling(cases);
  }

  Tally tally(String scheme) {
    return tallies.computeIfAbsent(scheme, id -> new Tally());
  }

  Telling telling() {
    return telling;
  }

  void unreadable() {
    unread++;
  }

  int unread() {
    return unread;
  }

  void add(Counted other) {
    other.tallies.forEach((id, tally) -> tally(id).add(tally));
    telling.add(other.telling);
    unread += other.unread;
  }
}
