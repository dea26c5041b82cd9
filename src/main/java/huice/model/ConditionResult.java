package huice.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition's result, whole (R8). {@code text} is the officer's sentence. {@code values} is
 * what was seen, {@code parameters} what it was compared with; {@code changesOn} the earliest day
 * on which time alone may change it, null for never. {@code unless}: it stands under 除非, so that
 * the outcome wants it not met. {@code aside}: whatever it is part of holds without it, as an
 * alternative to what is met, so that it changes nothing.
 */
public record ConditionResult(
    String id,
    String text,
    Truth result,
    List<Seen> values,
    List<ParameterSeen> parameters,
    String clause,
    String file,
    int line,
    @Nullable LocalDate changesOn,
    boolean unless,
    boolean aside) {

  /**
   * A value seen: rendered for a reader ({@code value}, e.g. {@code 5 月}), the fact path or measure
   * it is of, source and date. {@code flags} may hold stale, weak, conflict, withdrawn, incomplete.
   */
  public record Seen(
      String of,
      Text label,
      String value,
      @Nullable String source,
      @Nullable LocalDate obtained,
      List<String> flags) {
    public Seen {
      flags = List.copyOf(flags);
    }
  }

  /**
   * A parameter used: its name, rendered value ({@code null}: not published), version and source.
   */
  public record ParameterSeen(
      String name,
      @Nullable String value,
      @Nullable LocalDate from,
      @Nullable LocalDate dated,
      String reference,
      @Nullable Confidence confidence,
      boolean lowConfidence,
      boolean pastReview) {}

  /** A condition that the outcome wants met. */
  public ConditionResult(
      String id,
      String text,
      Truth result,
      List<Seen> values,
      List<ParameterSeen> parameters,
      String clause,
      String file,
      int line,
      @Nullable LocalDate changesOn) {
    this(id, text, result, values, parameters, clause, file, line, changesOn, false, false);
  }

  public ConditionResult {
    values = List.copyOf(values);
    parameters = List.copyOf(parameters);
  }

  /** Whether it stands in the outcome's way: not met, or met under 除非, and not set aside. */
  public boolean inTheWay() {
    return !aside && result == (unless ? Truth.MET : Truth.NOT_MET);
  }
}
