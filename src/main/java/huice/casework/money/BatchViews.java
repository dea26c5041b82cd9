package huice.casework.money;

import huice.casework.Payees;
import huice.model.Text;
import huice.store.BankAccountTable;
import huice.store.BatchTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows batches. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
class BatchViews {
  private final BatchTable table;
  private final BankAccountTable accounts;
  private final BankAccounts masking;
  private final MoneySettings settings;
  private final Payees payees;

  BatchViews(
      BatchTable table,
      BankAccountTable accounts,
      BankAccounts masking,
      MoneySettings settings,
      Payees payees) {
    this.table = table;
    this.accounts = accounts;
    this.masking = masking;
    this.settings = settings;
    this.payees = payees;
  }

  /** As the bank's file has it. */
  static String number(BatchTable.Batch batch) {
    return "P" + batch.madeOn().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + batch.no();
  }

  BatchView of(BatchTable.Batch batch) {
    return view(batch, true);
  }

  /** Without its lines. */
  BatchView brief(BatchTable.Batch batch) {
    return view(batch, false);
  }

  private BatchView view(BatchTable.Batch batch, boolean whole) {
    List<BatchTable.Line> lines = table.lines(batch.id());
    Map<Integer, BatchTable.Result> results = new HashMap<>();
    table.results(batch.id()).forEach(result -> results.put(result.no(), result));
    Map<Integer, BatchTable.TakenBack> back = new HashMap<>();
    table.takenBack(batch.id()).forEach(one -> back.put(one.no(), one));
    int paid = (int) results.values().stream().filter(BatchTable.Result::paid).count();
    return new BatchView(
        batch.id(),
        number(batch),
        batch.fund(),
        settings.funds().getOrDefault(batch.fund(), Text.of(batch.fund(), batch.fund())),
        batch.year(),
        state(batch, lines.size() == results.size()),
        batch.madeOn(),
        batch.madeBy(),
        batch.releasedAt(),
        batch.releasedBy(),
        lines.stream().map(BatchTable.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        lines.size(),
        paid,
        results.size() - paid,
        back.size(),
        whole
            ? lines.stream()
                .map(line -> line(line, results.get(line.no()), back.get(line.no())))
                .toList()
            : List.of());
  }

  private static BatchView.State state(BatchTable.Batch batch, boolean answered) {
    if (batch.droppedAt() != null) {
      return BatchView.State.DROPPED;
    }
    if (batch.releasedAt() == null) {
      return BatchView.State.MADE;
    }
    return answered ? BatchView.State.ANSWERED : BatchView.State.RELEASED;
  }

  private BatchView.Line line(
      BatchTable.Line line,
      BatchTable.@Nullable Result result,
      BatchTable.@Nullable TakenBack back) {
    return new BatchView.Line(
        line.no(),
        payees.shown(line.record()).name(),
        account(line.account()),
        line.scheme(),
        line.amount(),
        result == null ? null : result.paid(),
        back != null ? back.reason() : result == null ? null : result.reason(),
        result == null ? null : result.onDay(),
        back == null ? null : back.onDay());
  }

  private String account(UUID id) {
    return accounts.find(id).map(masking::masked).orElse("");
  }
}
