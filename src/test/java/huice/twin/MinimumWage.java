package huice.twin;

import huice.model.Fact;
import huice.model.Raw;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Xinjiang's minimum wages by month and tier, as far as they were published. */
final class MinimumWage {
  private static final LocalDate SECOND = LocalDate.of(2025, 1, 1);
  private static final LocalDate OPEN = LocalDate.of(2026, 1, 1);
  private static final Map<String, String> MONTH_2021 =
      Map.of("tier1", "1900", "tier2", "1700", "tier3", "1620", "tier4", "1540");
  private static final Map<String, String> MONTH_2025 =
      Map.of("tier1", "2070", "tier2", "1890", "tier2_taxkorgan", "1900", "tier3", "1750");
  private static final Map<String, String> HOUR_2021 =
      Map.of("tier1", "19.0", "tier2", "17.0", "tier3", "16.2", "tier4", "15.4");
  private static final Map<String, String> HOUR_2025 =
      Map.of("tier1", "20.7", "tier2", "18.9", "tier2_taxkorgan", "19.0", "tier3", "17.5");

  private MinimumWage() {}

  static Span monthly(long month, Span tier, Fact fact) {
    return of(month, tier, fact, MONTH_2021, MONTH_2025);
  }

  static Span hourly(long month, Span tier, Fact fact) {
    return of(month, tier, fact, HOUR_2021, HOUR_2025);
  }

  private static Span of(
      long month, Span tier, Fact fact, Map<String, String> first, Map<String, String> second) {
    if (month >= OPEN.toEpochDay()) {
      return Span.notPublished();
    }
    if (!tier.exact()) {
      return new Span(Raw.LOW, Raw.HIGH, false, true, false);
    }
    Map<String, String> table = month >= SECOND.toEpochDay() ? second : first;
    @Nullable String value =
        tier.lo() < 0 ? null : table.get(fact.choices().get((int) tier.lo()).id());
    return value == null ? Span.notPublished() : Span.of(Raw.of(new BigDecimal(value)));
  }

  /** A sum by a number that is never negative; nothing of anything is nothing. */
  static Span times(Span sum, Span number) {
    if (number.exact() && number.lo() == 0) {
      return number;
    }
    long[] ends = {
      times(sum.lo(), number.lo()),
      times(sum.lo(), number.hi()),
      times(sum.hi(), number.lo()),
      times(sum.hi(), number.hi())
    };
    java.util.Arrays.sort(ends);
    return sum.with(number, ends[0], ends[3]);
  }

  private static long times(long a, long b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (a == Raw.LOW || a == Raw.HIGH || b == Raw.HIGH) {
      return a < 0 ? Raw.LOW : Raw.HIGH;
    }
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .divide(BigInteger.valueOf(Raw.ONE))
        .longValueExact();
  }
}
