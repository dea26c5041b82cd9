package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Payees;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.store.BatchTable;
import huice.store.LedgerTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the ledger and what is to be done about failed payments. Thread-safe. */
@ApplicationScoped
public class Payments {
  private final LedgerTable ledger;
  private final BatchTable batches;
  private final Effects effects;
  private final Payees payees;
  private final MoneyLog log;

  Payments(LedgerTable ledger, BatchTable batches, Effects effects, Payees payees, MoneyLog log) {
    this.ledger = ledger;
    this.batches = batches;
    this.effects = effects;
    this.payees = payees;
    this.log = log;
  }

  /**
   * A line of the ledger: every sum with decision, period, payee, batch and line. What the bank
   * took back stands against what it had paid.
   */
  @Schema(name = "LedgerLine")
  public record Line(
      long seq,
      String kind,
      UUID application,
      UUID decision,
      String period,
      UUID payee,
      @Nullable UUID batch,
      @Nullable Integer line,
      @Nullable UUID recovery,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      LocalDate onDay,
      Instant at,
      UUID by) {}

  /** A payment that failed: the person is to be asked for another account. */
  @Schema(name = "PaymentTask")
  public record Task(
      UUID id,
      UUID record,
      String payee,
      String office,
      UUID batch,
      int line,
      String reason,
      Instant at) {}

  /** Of one application. */
  @Transactional
  public List<Line> ledger(UUID application, Actor by, Now now) {
    Effects.Effect effect = effects.of(application, by);
    List<Line> lines = ledger.of(application).stream().map(Payments::line).toList();
    log.read(
        by,
        payees.of(effect.application().record()),
        Map.of("what", "ledger", "application", application),
        now);
    return lines;
  }

  /** Of some days, after a number; ids only, so nobody's data. */
  @Transactional
  public List<Line> ledger(LocalDate from, LocalDate to, long after) {
    return ledger.between(from, to, after).stream().map(Payments::line).toList();
  }

  private static Line line(LedgerTable.Line row) {
    Long seq = row.seq();
    return new Line(
        seq == null ? 0 : seq,
        row.kind(),
        row.application(),
        row.decision(),
        row.period(),
        row.payee(),
        row.batch(),
        row.line(),
        row.recovery(),
        row.amount(),
        row.onDay(),
        row.at(),
        row.by());
  }

  /** What an office still has to do about failed payments. */
  @Transactional
  public List<Task> tasks(Actor by, Now now) {
    List<BatchTable.Task> open = batches.tasks(by.role() == Role.CASEWORKER ? by.office() : null);
    List<Task> tasks =
        open.stream()
            .map(
                row ->
                    new Task(
                        row.id(),
                        row.record(),
                        payees.shown(row.record()).name(),
                        row.office(),
                        row.batch(),
                        row.line(),
                        row.reason(),
                        row.at()))
            .toList();
    open.forEach(row -> log.read(by, row.record(), Map.of("what", "payment-task"), now));
    return tasks;
  }
}
