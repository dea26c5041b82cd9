package huice.casework.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application as people read it: where it stands, what has effect, what was done. {@code held}:
 * an objection holds the effect of the latest decision. {@code commentUntil} and {@code
 * objectUntil} are last days, null while no period runs.
 */
public record ApplicationView(
    Brief application,
    @Nullable UUID proposal,
    @Nullable UUID inEffect,
    boolean held,
    @Nullable LocalDate commentUntil,
    @Nullable LocalDate objectUntil,
    Text route,
    List<DecisionView.Brief> decisions,
    List<Done> acts,
    List<Act> possible) {
  public ApplicationView {
    decisions = List.copyOf(decisions);
    acts = List.copyOf(acts);
    possible = List.copyOf(possible);
  }

  /** An application without what was done on it. */
  @Schema(name = "ApplicationBrief")
  public record Brief(
      UUID id,
      String receipt,
      UUID record,
      String scheme,
      @Nullable String subject,
      String office,
      String channel,
      LocalDate appliedOn,
      LocalDate dueOn,
      boolean late,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal claimed,
      State state,
      Text stateText,
      int version) {}

  /** Something that was done. */
  public record Done(
      Act act,
      Text actText,
      @Nullable UUID decision,
      LocalDate day,
      Instant at,
      UUID by,
      JsonNode content,
      int version) {}
}
