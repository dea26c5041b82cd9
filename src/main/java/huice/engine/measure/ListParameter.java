package huice.engine.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is a list of words or days, as sorted raw values. The last list seen is kept, so
 * that its words are looked up once a version.
 */
final class ListParameter {
  private record Parsed(List<String> from, long[] values) {}

  private final String name;
  private final ToLongFunction<String> parse;
  private volatile @Nullable Parsed last;

  /** {@code parse} gives a word's raw value, a negative one below every value when unknown. */
  ListParameter(String name, ToLongFunction<String> parse) {
    this.name = name;
    this.parse = parse;
  }

  String name() {
    return name;
  }

  /** Null when nobody published it. */
  long @Nullable [] values(Frame frame) {
    frame.at(frame.moment.around().nextVersion(name, frame.moment));
    List<String> words = frame.moment.around().list(name, frame.moment);
    if (words == null) {
      return null;
    }
    Parsed parsed = last;
    if (parsed == null || parsed.from() != words) {
      parsed = new Parsed(words, words.stream().mapToLong(parse).sorted().distinct().toArray());
      last = parsed;
    }
    return parsed.values();
  }

  static boolean contains(long[] sorted, long value) {
    return Arrays.binarySearch(sorted, value) >= 0;
  }
}
