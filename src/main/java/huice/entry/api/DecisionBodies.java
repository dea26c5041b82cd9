package huice.entry.api;

import huice.casework.decision.Applications;
import huice.casework.decision.Delivery;
import huice.casework.decision.Proposals;
import huice.casework.decision.Switches;
import huice.casework.decision.Verdicts;
import huice.model.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is sent when somebody acts on an application. {@code version} is the application's as it was
 * read: if somebody else acted since, nothing is done.
 */
final class DecisionBodies {
  private DecisionBodies() {}

  /** Sums are strings; {@code representative}: who files for the person, where somebody does. */
  public record NewApplication(
      @Schema(required = true) UUID record,
      @Schema(required = true) String scheme,
      @Nullable String subject,
      @Schema(required = true) Applications.Channel channel,
      @Schema(required = true) LocalDate appliedOn,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      @Nullable BigDecimal claimed,
      @Nullable String representative) {}

  public record Nothing() {}

  public record Version(@Schema(required = true) Integer version) {}

  /** {@code on}: the day assessed for; the day of application when left out. */
  public record NewProposal(@Schema(required = true) Integer version, @Nullable LocalDate on) {}

  public record OpeningRefusal(
      @Schema(required = true) Integer version,
      @Schema(required = true) Proposals.RefusalCode code,
      @Schema(required = true) String text) {}

  /** How it was delivered, when, by whom and to whom. */
  public record Delivered(
      @Schema(required = true) Integer version,
      @Schema(required = true) Delivery.Way way,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) String by,
      @Schema(required = true) String to) {
    Delivery delivery() {
      return new Delivery(way, on, by, to);
    }
  }

  public record Attempt(
      @Schema(required = true) Integer version,
      @Schema(required = true) Delivery.Way way,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) Boolean reached) {}

  public record Comment(
      @Schema(required = true) Integer version, @Schema(required = true) String text) {}

  public record Objection(
      @Schema(required = true) Integer version,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) String text) {}

  /** The person's own signed act. */
  public record Withdrawal(
      @Schema(required = true) Integer version,
      @Schema(required = true) LocalDate signedOn,
      @Schema(required = true) String document) {}

  @Schema(name = "DecisionOverride")
  public record Override(
      @Schema(required = true) Integer version,
      @Schema(required = true) Result result,
      @Nullable BigDecimal amount,
      @Schema(required = true) Verdicts.Code code,
      @Schema(required = true) String text) {
    Verdicts.Verdict verdict() {
      return new Verdicts.Verdict(result, amount, code, text);
    }
  }

  /** Leaves the decision as it is when {@code change} is left out. */
  public record Review(
      @Schema(required = true) Integer version,
      @Schema(required = true) String text,
      @Nullable Change change) {}

  public record Change(
      @Schema(required = true) Result result,
      @Nullable BigDecimal amount,
      @Schema(required = true) Verdicts.Code code) {}

  public record OfRecord(@Schema(required = true) UUID record) {}

  public record NewSwitch(
      @Schema(required = true) Switches.Kind kind,
      @Schema(required = true) String target,
      @Schema(required = true) String reason) {}

  @Schema(name = "SwitchReason")
  public record Reason(@Schema(required = true) String reason) {}

  /** Decisions about days in a period; without an end where one is left out. */
  public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
