package huice.casework;

import java.util.List;
import java.util.UUID;

/**
 * What was recorded: the number of each statement, with its path as it was given. {@code version}
 * is the greatest of them.
 */
public record Recorded(UUID record, long version, List<Kept> kept) {
  public Recorded {
    kept = List.copyOf(kept);
  }

  /** One statement; a new row's path has its key now. */
  public record Kept(long seq, String path) {}
}
