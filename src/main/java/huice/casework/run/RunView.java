package huice.casework.run;

import huice.store.RunRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands. {@code state} is running, cut (the service ended before it; the next run goes
 * on with it), done or stopped (another took its place). {@code whole}: everybody was assessed, not
 * only what changed. {@code people} are to be assessed, {@code done} were.
 */
@Schema(name = "Run")
public record RunView(
    UUID id,
    LocalDate on,
    @Nullable String scheme,
    boolean whole,
    String state,
    String release,
    int people,
    int done,
    int batches,
    int batchesDone,
    Instant begunAt,
    @Nullable Instant endedAt) {

  static RunView of(RunRow row) {
    return new RunView(
        row.id(),
        row.onDay(),
        row.scheme(),
        row.whole(),
        row.state(),
        row.release(),
        row.people(),
        row.done(),
        row.batches(),
        row.batchesDone(),
        row.begunAt(),
        row.endedAt());
  }

  public boolean running() {
    return state.equals("running");
  }
}
