package huice.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands. {@code state} is running, done, refused (nothing was kept; the faults tell
 * why) or stopped (nothing was kept; the service ended). {@code total} and {@code done} count rows;
 * {@code added} and {@code known} the things they are about, of which the known ones are as they
 * were but for the facts. {@code faults} counts all faults, {@code problems} are the first of them.
 */
public record ImportJob(
    UUID id,
    String kind,
    String state,
    int total,
    int done,
    int added,
    int known,
    int faults,
    List<Problem> problems,
    Instant begunAt,
    @Nullable Instant endedAt) {
  public ImportJob {
    problems = List.copyOf(problems);
  }

  /**
   * Something wrong: the row (0 for the whole table) and the head of the column (empty for the
   * whole row), what is wrong and what to do. Never quotes a value.
   */
  @Schema(name = "ImportProblem")
  public record Problem(
      int row, String column, String what, String whatEn, String instead, String insteadEn) {}
}
