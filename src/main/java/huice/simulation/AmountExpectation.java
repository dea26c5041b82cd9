package huice.simulation;

import huice.model.Amount;
import huice.model.Text;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares sums as numbers: {@code "6750.00"}, {@code not set}, {@code none} or a range. */
record AmountExpectation(Findings findings) {

  void amount(Map<String, Object> expect, String of, @Nullable Amount came) {
    if (expect.containsKey("cap")) {
      String cap = came == null || came.cap() == null ? Findings.NONE : came.cap();
      findings.same(of + "cap", Findings.word(expect.get("cap")), cap);
    }
    if (!expect.containsKey("amount")) {
      return;
    }
    Object wanted = expect.get("amount");
    if (wanted instanceof Map<?, ?> range) {
      end(of, range, "low", came == null ? null : came.low());
      end(of, range, "high", came == null ? null : came.high());
    } else if (!matches(Findings.word(wanted), came)) {
      findings.differ(of + "amount", Findings.word(wanted), words(came));
    }
  }

  private void end(String of, Map<?, ?> range, String key, @Nullable BigDecimal came) {
    if (range.containsKey(key)) {
      String wanted = Findings.word(range.get(key));
      boolean same = came == null ? wanted.equals(Findings.NONE) : number(wanted, came);
      if (!same) {
        findings.differ(
            of + "amount " + key, wanted, came == null ? Findings.NONE : came.toPlainString());
      }
    }
  }

  private boolean matches(String wanted, @Nullable Amount came) {
    if (wanted.equals(Findings.NONE)) {
      return came == null;
    }
    if (wanted.equals(Findings.NOT_SET)) {
      return came != null && !came.notSet().isEmpty();
    }
    return came != null && came.value() != null && number(wanted, came.value());
  }

  /** Equal as numbers; a text that is no number is a problem. */
  private boolean number(String wanted, BigDecimal came) {
    try {
      return new BigDecimal(wanted.replace(",", "")).compareTo(came) == 0;
    } catch (NumberFormatException e) {
      findings.problem(
          Text.of("「" + wanted + "」不是金额", "\"" + wanted + "\" is no amount"),
          Text.of("请写 \"6750.00\"、not set 或 none", "write \"6750.00\", not set or none"));
      return true;
    }
  }

  void shares(Map<String, Object> expect, @Nullable Amount came) {
    for (Map.Entry<String, Object> share : findings.mapping(expect, "shares").entrySet()) {
      String to = share.getKey();
      BigDecimal value =
          came == null
              ? null
              : came.shares().stream()
                  .filter(s -> s.to().equals(to))
                  .map(Amount.Share::value)
                  .findFirst()
                  .orElse(null);
      if (value == null || !number(Findings.word(share.getValue()), value)) {
        findings.differ(
            "shares " + to,
            Findings.word(share.getValue()),
            value == null ? Findings.NONE : value.toPlainString());
      }
    }
  }

  private static String words(@Nullable Amount amount) {
    if (amount == null) {
      return Findings.NONE;
    }
    if (amount.value() != null) {
      return amount.value().toPlainString();
    }
    if (!amount.notSet().isEmpty()) {
      return Findings.NOT_SET + " " + amount.notSet();
    }
    return amount.low() + " … " + amount.high();
  }
}
