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
import org.jspecify.annotations.Nullable;

/**
 * What is sent when somebody acts on an application. {@code version} is the application's as it was
 * read: if somebody else acted since, nothing is done.
 */
final class DecisionBodies {
  private DecisionBodies() {}

  /** Sums are strings. */
  public record NewApplication(
      UUID record,
      String scheme,
      @Nullable String subject,
      Applications.Channel channel,
      LocalDate appliedOn,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      @Nullable BigDecimal claimed) {}

  public record Nothing() {}

  public record Version(Integer version) {}

  /** {@code on}: the day assessed for; the day of application when left out. */
  public record NewProposal(Integer version, @Nullable LocalDate on) {}

  public record OpeningRefusal(Integer version, Proposals.RefusalCode code, String text) {}

  /** How it was delivered, when, by whom and to whom. */
  public record Delivered(Integer version, Delivery.Way way, LocalDate on, String by, String to) {
    Delivery delivery() {
      return new Delivery(way, on, by, to);
    }
  }

  public record Attempt(Integer version, Delivery.Way way, LocalDate on, Boolean reached) {}

  public record Comment(Integer version, String text) {}

  public record Objection(Integer version, LocalDate on, String text) {}

  /** The person's own signed act. */
  public record Withdrawal(Integer version, LocalDate signedOn, String document) {}

  public record Override(
      Integer version,
      Result result,
      @Nullable BigDecimal amount,
      Verdicts.Code code,
      String text) {
    Verdicts.Verdict verdict() {
      return new Verdicts.Verdict(result, amount, code, text);
    }
  }

  /** Leaves the decision as it is when {@code change} is left out. */
  public record Review(Integer version, String text, @Nullable Change change) {}

  public record Change(Result result, @Nullable BigDecimal amount, Verdicts.Code code) {}

  public record OfRecord(UUID record) {}

  public record NewSwitch(Switches.Kind kind, String target, String reason) {}

  public record Reason(String reason) {}

  /** Decisions about days in a period; without an end where one is left out. */
  public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
