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
   * A period that the ledger knows, or somebody's share of one; {@code granted} null: the sum is
   * not set, so nobody can say.
   */
  record Line(String period, String share, BigDecimal paid, @Nullable BigDecimal granted) {
    BigDecimal over() {
      BigDecimal now = granted;
      return now == null ? NOTHING : paid.subtract(now).max(NOTHING);
    }

    BigDecimal under() {
      BigDecimal now = granted;
      return now == null ? NOTHING : now.subtract(paid).max(NOTHING);
    }

    boolean of(String otherPeriod, String otherShare) {
      return period.equals(otherPeriod) && share.equals(otherShare);
    }
  }

  /**
   * Where the bank took everything back, nothing is paid: it is claimed, not under- or overpaid.
   */
  static List<Line> of(List<Grants.Granted> granted, List<LedgerTable.Line> ledger) {
    Map<Key, BigDecimal> sums = new LinkedHashMap<>();
    Map<Key, BigDecimal> confirmed = new HashMap<>();
    for (LedgerTable.Line line : ledger) {
      Key key = new Key(line.period(), line.share());
      sums.merge(key, signed(line), BigDecimal::add);
      if (byBank(line)) {
        confirmed.merge(key, signed(line), BigDecimal::add);
      }
    }
    Map<Key, Grants.Granted> now = new HashMap<>();
    granted.forEach(one -> now.put(new Key(one.period(), one.share()), one));
    List<Line> lines = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (confirmed.getOrDefault(key, NOTHING).signum() != 0) {
            Grants.Granted one = now.get(key);
            lines.add(
                new Line(key.period(), key.share(), sum, one == null ? NOTHING : one.amount()));
          }
        });
    return lines;
  }

  private record Key(String period, String share) {}

  /** What the bank said, and not what an office did. */
  static boolean byBank(LedgerTable.Line line) {
    return line.kind().equals(LedgerTable.PAID) || line.kind().equals(LedgerTable.TAKEN_BACK);
  }

  static BigDecimal signed(LedgerTable.Line line) {
    return line.kind().equals(LedgerTable.PAID) ? line.amount() : line.amount().negate();
  }

  static BigDecimal paid(List<LedgerTable.Line> lines) {
    return lines.stream().map(Balance::signed).reduce(NOTHING, BigDecimal::add);
  }

  static BigDecimal over(List<Line> lines) {
    return lines.stream().map(Line::over).reduce(NOTHING, BigDecimal::add);
  }

  static BigDecimal under(List<Line> lines) {
    return lines.stream().map(Line::under).reduce(NOTHING, BigDecimal::add);
  }
}
