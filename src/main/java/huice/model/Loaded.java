package huice.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading the packs: a release as far as it could be read (null only when the
 * dictionary or the vocabulary is beyond reading) and every problem found, sorted.
 */
public record Loaded(@Nullable Release release, List<Problem> problems) {
  public Loaded {
    problems = problems.stream().sorted().distinct().toList();
  }

  /** True when nothing but notices was found. */
  public boolean clean() {
    return problems.stream().allMatch(Problem::notice);
  }
}
