package huice.casework.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison stands. {@code state} is running, done or stopped (nothing was kept); {@code
 * people} counts parties, {@code done} those that are finished. {@code differences} is empty until
 * it is done.
 */
public record ImpactView(
    UUID id,
    String release,
    String base,
    LocalDate on,
    @Nullable String scheme,
    @Nullable Integer invented,
    String state,
    int people,
    int done,
    Instant begunAt,
    String begunBy,
    @Nullable Instant endedAt,
    List<Difference> differences) {
  public ImpactView {
    differences = List.copyOf(differences);
  }

  /** What differs, and who explained or accepted it; null while nobody did. */
  @Schema(name = "ImpactDifference")
  public record Difference(String scheme, String change, long count, @Nullable Answer answer) {}

  /** Somebody's explanation. */
  @Schema(name = "ImpactExplanation")
  public record Answer(String reason, String by, Instant at) {}

  public boolean running() {
    return state.equals("running");
  }

  public boolean finished() {
    return state.equals("done");
  }

  /** Whether it is over real cases and all schemes, as a release needs before it goes live. */
  public boolean shadow() {
    return invented == null && scheme == null;
  }

  /** How many differences nobody has explained or accepted. */
  public long open() {
    return differences.stream().filter(difference -> difference.answer() == null).count();
  }
}
