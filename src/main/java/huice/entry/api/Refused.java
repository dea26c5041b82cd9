package huice.entry.api;

import huice.model.Text;
import java.util.List;

/** Ends a request that cannot be answered; carries what the sender is told. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemDetails problem;

  Refused(ProblemDetails problem) {
    super(problem.type(), null, false, false);
    this.problem = problem;
  }

  Refused(ProblemKind kind, Text detail, List<ProblemDetails.Fault> errors) {
    this(ProblemDetails.of(kind, detail, errors));
  }

  ProblemDetails problem() {
    return problem;
  }
}
