package huice.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from. {@code source} is one of the dictionary's source words; {@code
 * obtained} is the day the office got it; {@code until} the last day it may be relied on, null when
 * open; a withdrawn value counts like a weak one.
 */
public record Evidence(
    String source,
    @Nullable LocalDate obtained,
    Quality quality,
    @Nullable LocalDate until,
    boolean withdrawn) {

  /** What a bare value in a case stands for: said by the person, nothing more known. */
  public static final Evidence DECLARED =
      new Evidence("person", null, Quality.DECLARED, null, false);

  public boolean weak() {
    return withdrawn || quality.weak();
  }
}
