package huice.casework.employer;

import huice.model.Fact;
import huice.model.Known;
import huice.model.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an employer owes, as the rules see it; decides nothing. {@code record} is whose
 * case it was found in: the employer's own, or that of somebody who works there, whose name {@code
 * worker} is masked (null for the employer's own).
 */
public record Duty(UUID record, @Nullable String worker, Outcome outcome, List<Dispute> disputes) {
  public Duty {
    disputes = List.copyOf(disputes);
  }

  /**
   * A fact that the duty reads and of which sources say different things: all are kept and none is
   * picked (R17). {@code path} is where it stands in the case.
   */
  public record Dispute(String path, Fact fact, List<Known.Value> versions) {
    public Dispute {
      versions = List.copyOf(versions);
    }
  }
}
