package huice.entry.api;

import huice.casework.decision.Applications;
import huice.casework.decision.Delivery;
import huice.casework.money.BankAccounts;
import huice.casework.money.Budgets;
import huice.casework.money.EmployerClaims;
import huice.casework.money.Recoveries;
import huice.casework.money.RecoveryVerdicts;
import huice.casework.money.RecoveryView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent when money is claimed, paid or recovered. Sums are strings. */
final class MoneyBodies {
  private MoneyBodies() {}

  @Schema(name = "MoneyNothing")
  public record Nothing() {}

  @Schema(name = "AwardClaim")
  public record NewClaim(@Schema(required = true) LocalDate filedOn) {}

  @Schema(name = "RecoveryProposal")
  public record WithText(@Schema(required = true) String text) {}

  @Schema(name = "RecoveryText")
  public record VersionText(
      @Schema(required = true) Integer version, @Schema(required = true) String text) {}

  /** What the person said, how and on what day. */
  @Schema(name = "RecoveryAnswer")
  public record Answered(
      @Schema(required = true) Integer version,
      @Schema(required = true) String text,
      @Schema(required = true) Applications.Channel channel,
      @Schema(required = true) LocalDate on) {
    Recoveries.Answer answer() {
      return new Recoveries.Answer(text, channel, on);
    }
  }

  /** How the notice was delivered, when, by whom and to whom. */
  @Schema(name = "RecoveryNotice")
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

  @Schema(name = "RecoveryDecision")
  public record RecoveryVerdict(
      @Schema(required = true) Integer version,
      @Schema(required = true) RecoveryView.Cause cause,
      @Schema(required = true) BigDecimal monthly,
      @Schema(required = true) String text) {
    RecoveryVerdicts.Verdict verdict() {
      return new RecoveryVerdicts.Verdict(cause, monthly, text);
    }
  }

  @Schema(name = "RecoveryWriteOff")
  public record WriteOff(
      @Schema(required = true) Integer version,
      @Schema(required = true) RecoveryView.Cause cause,
      @Schema(required = true) RecoveryView.Code code,
      @Schema(required = true) String text) {
    RecoveryVerdicts.WriteOff why() {
      return new RecoveryVerdicts.WriteOff(cause, code, text);
    }
  }

  @Schema(name = "RecoveryRepayment")
  public record Repayment(
      @Schema(required = true) Integer version,
      @Schema(required = true) BigDecimal amount,
      @Schema(required = true) LocalDate on) {}

  public record NewBankAccount(
      @Schema(required = true) String number,
      @Schema(required = true) String bank,
      @Schema(required = true) String holder,
      @Schema(required = true) LocalDate saidOn,
      @Schema(required = true) Applications.Channel channel) {
    BankAccounts.NewAccount account() {
      return new BankAccounts.NewAccount(number, bank, holder, saidOn, channel);
    }
  }

  @Schema(name = "BankAccountCheck")
  public record AccountCheck(@Schema(required = true) UUID account) {}

  /** Without a scheme: the whole fund. */
  public record NewBudget(
      @Schema(required = true) String fund,
      @Nullable String scheme,
      @Schema(required = true) Integer year,
      @Schema(required = true) BigDecimal amount,
      @Schema(required = true) String reference) {
    Budgets.Entry entry() {
      return new Budgets.Entry(fund, scheme, year, amount, reference);
    }
  }

  public record NewNotice(@Schema(required = true) String scheme) {}

  public record NewBatch(@Schema(required = true) String fund) {}

  @Schema(name = "PaymentFileForm")
  record FileForm(
      @Schema(
              required = true,
              enumeration = {"xlsx", "csv"})
          String form) {}

  /** For every row of a claim's roster. */
  @Schema(name = "RosterApplications")
  public record RosterApplications(
      @Schema(required = true) String scheme,
      @Schema(required = true) LocalDate appliedOn,
      @Nullable YearMonth from,
      @Nullable YearMonth to) {
    EmployerClaims.NewApplications wanted() {
      return new EmployerClaims.NewApplications(scheme, appliedOn, from, to);
    }
  }
}
