package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.model.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of an organisation's roster: {@code row} as the roster counts, {@code
 * result} of the latest proposal or decision, {@code inEffect} whether it is decided; {@code
 * reasons} the sentences that stand in the way, {@code missing} what is still asked for. Nothing
 * that a worker told the office in confidence.
 */
@Schema(name = "WorkerResult")
public record WorkerLine(
    int row,
    String subject,
    @Nullable UUID application,
    @Nullable String receipt,
    @Nullable Text state,
    @Nullable String result,
    boolean inEffect,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    List<String> reasons,
    List<String> missing) {
  public WorkerLine {
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
  }
}
