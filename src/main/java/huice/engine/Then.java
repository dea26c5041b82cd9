package huice.engine;

import huice.engine.measure.Reading;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every case on one day and for one month: readings that read nothing of a
 * case, and parameters that no event or choice selects. Filled as it is asked; safe to share, what
 * two threads make at the same time is the same.
 */
final class Then {
  /** A list parameter as it is then; {@code words} null when not published. */
  record Listed(@Nullable List<String> words, long next) {}

  final @Nullable Reading[] readings;
  final Map<String, Reading> parameters = new ConcurrentHashMap<>();
  final Map<String, Listed> lists = new ConcurrentHashMap<>();

  Then(int readings) {
    this.readings = new Reading[readings];
  }
}
