package huice.casework.money;

import huice.store.LedgerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was paid beside what is granted now, month by month. Only the ledger tells what was paid
 * (R36): a month that the ledger does not know is neither over- nor underpaid. Stateless.
 */
final class Balance {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private Balance() {}

  /**
   * A period that the ledger knows; {@code granted} null: the sum is not set, so nobody can say.
   */
  record Line(String period, BigDecimal paid, @Nullable BigDecimal granted) {
    BigDecimal over() {
      BigDecimal now = granted;
      return now == null ? NOTHING : paid.subtract(now).max(NOTHING);
    }

    BigDecimal under() {
      BigDecimal now = granted;
      return now == null ? NOTHING : now.subtract(paid).max(NOTHING);
    }
  }

  static List<Line> of(List<Grants.Granted> granted, List<LedgerTable.Line> ledger) {
    Map<String, BigDecimal> paid = new LinkedHashMap<>();
    for (LedgerTable.Line line : ledger) {
      BigDecimal signed = line.kind().equals("paid") ? line.amount() : line.amount().negate();
      paid.merge(line.period(), signed, BigDecimal::add);
    }
    Map<String, Grants.Granted> now = new HashMap<>();
    granted.forEach(one -> now.put(one.period(), one));
    List<Line> lines = new ArrayList<>();
    paid.forEach(
        (period, sum) -> {
          Grants.Granted one = now.get(period);
          lines.add(new Line(period, sum, one == null ? NOTHING : one.amount()));
        });
    return lines;
  }

  static BigDecimal over(List<Line> lines) {
    return lines.stream().map(Line::over).reduce(NOTHING, BigDecimal::add);
  }

  static BigDecimal under(List<Line> lines) {
    return lines.stream().map(Line::under).reduce(NOTHING, BigDecimal::add);
  }
}
