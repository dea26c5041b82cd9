package huice.casework.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal or decision with its reasons as they were made: {@code outcome} with every condition,
 * {@code given} the facts it was made from (null for whoever may not see them).
 */
public record DecisionView(
    Brief decision, JsonNode outcome, @Nullable JsonNode given, List<String> switchedOff) {
  public DecisionView {
    switchedOff = List.copyOf(switchedOff);
  }

  /** A decision without its reasons. */
  @Schema(name = "DecisionBrief")
  public record Brief(
      UUID id,
      UUID application,
      int no,
      String kind,
      String result,
      Bearing bearing,
      boolean adverse,
      boolean automatic,
      boolean payable,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
      LocalDate on,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      long factsVersion,
      String release,
      String program,
      String drools,
      JsonNode measures,
      @Nullable UUID replaces,
      @Nullable String code,
      @Nullable String reason,
      Instant madeAt,
      UUID madeBy) {}
}
