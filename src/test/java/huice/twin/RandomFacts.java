package huice.twin;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Quality;
import huice.model.Raw;
import huice.model.Unit;
import huice.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Values of any fact of any dictionary, by type and unit. Dates cluster: about the day asked, whole
 * months from it, month ends, and dates given before, each also a day early or late.
 */
final class RandomFacts {
  private static final long[] NUMBERS = {0, 1, 2, 3, 4, 5, 6, 7, 12, 24, 35, 36, 37, 60};
  private static final long[] SUMS = {
    0, 800, 1540, 1541, 1750, 1890, 1900, 2070, 4999, 50_000, 300_000, 300_001
  };

  private final Random random;
  private final LocalDate on;
  private final List<LocalDate> given = new ArrayList<>();

  RandomFacts(Random random, LocalDate on) {
    this.random = random;
    this.on = on;
    given.add(on);
    given.add(on.withDayOfMonth(1));
    given.add(on.withDayOfMonth(on.lengthOfMonth()));
  }

  boolean oneOf(int n) {
    return random.nextInt(n) == 0;
  }

  long raw(Fact fact) {
    return switch (fact.type()) {
      case DATE -> Raw.of(fact.month() ? date().withDayOfMonth(1) : date());
      case YES_NO -> random.nextInt(2);
      case CHOICE -> random.nextInt(fact.choices().size());
      case MONEY ->
          oneOf(3)
              ? Raw.of(BigDecimal.valueOf(random.nextInt(800_000), 2))
              : Raw.of(SUMS[random.nextInt(SUMS.length)]);
      case COUNT -> count(fact.unit());
    };
  }

  private long count(Unit unit) {
    return switch (unit) {
      case YEAR -> Raw.of(2020 + random.nextInt(8));
      case PERCENT -> Raw.of(BigDecimal.valueOf(random.nextInt(14) * 50L + random.nextInt(2), 2));
      case HOUR -> Raw.of(random.nextInt(200));
      default -> Raw.of(NUMBERS[random.nextInt(NUMBERS.length)]);
    };
  }

  private LocalDate date() {
    LocalDate day =
        switch (random.nextInt(8)) {
          case 0, 1 -> given.get(random.nextInt(given.size()));
          case 2, 3 -> given.get(random.nextInt(given.size())).plusMonths(random.nextInt(45) - 40);
          case 4 -> on.minusYears(15 + random.nextInt(50)).plusDays(random.nextInt(365));
          case 5 -> on.plusDays(random.nextInt(41) - 20);
          default -> on.plusDays(random.nextInt(900) - 800);
        };
    day = day.plusDays(oneOf(3) ? random.nextInt(3) - 1 : 0);
    if (oneOf(12)) {
      day = day.withDayOfMonth(day.lengthOfMonth());
    }
    given.add(day);
    return day;
  }

  /** A value or, now and then, known to be none; said by the person. */
  Known plain(Fact fact) {
    boolean none = fact.type() != ValueType.YES_NO && oneOf(6);
    return none ? new Known.None(Evidence.DECLARED) : new Known.Value(raw(fact), Evidence.DECLARED);
  }

  /** As {@link #plain}, and now and then weak, withdrawn, dated, running out or in conflict. */
  Known mixed(Fact fact) {
    if (oneOf(20)) {
      List<Known.Value> values = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        values.add(new Known.Value(raw(fact), evidence(fact)));
      }
      return new Known.Conflict(values);
    }
    Known plain = plain(fact);
    if (!oneOf(4)) {
      return plain;
    }
    return plain instanceof Known.Value value
        ? new Known.Value(value.raw(), evidence(fact))
        : new Known.None(evidence(fact));
  }

  private Evidence evidence(Fact fact) {
    List<String> sources = fact.sources();
    return new Evidence(
        sources.isEmpty() ? "person" : sources.get(random.nextInt(sources.size())),
        oneOf(2) ? null : on.minusDays(random.nextInt(300)),
        Quality.values()[random.nextInt(Quality.values().length)],
        oneOf(4) ? on.plusDays(random.nextInt(120) - 60) : null,
        oneOf(12));
  }
}
