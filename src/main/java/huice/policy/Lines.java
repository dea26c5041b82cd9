package huice.policy;

import java.util.HashMap;
import java.util.Map;

/** On which lines keys stand that the model keeps without their line. Used while files are read. */
final class Lines {
  private final Map<String, Integer> lines = new HashMap<>();

  /** {@code word} is what a file says; {@code part} tells apart equal words of one file. */
  void put(String file, String part, String word, int line) {
    lines.putIfAbsent(file + '\n' + part + '\n' + word, line);
  }

  int line(String file, String part, String word, int otherwise) {
    return lines.getOrDefault(file + '\n' + part + '\n' + word, otherwise);
  }
}
