package huice.casework.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Result;
import huice.store.DecisionRow;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision in effect grants, from its stored outcome: never computed again. Nothing of a
 * draft's scheme, and nothing that was refused. Stateless.
 */
final class Grants {
  /** The period of what is granted once. */
  static final String ONCE = "once";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> BY_A_PERSON = Set.of("override", "review");

  private Grants() {}

  /**
   * A month ({@code yyyy-MM}) or {@link #ONCE}; {@code share}: whose part of it, by the name in the
   * outcome, empty for the whole; {@code amount} null: not set, which is not 0.
   */
  record Granted(String period, String share, @Nullable BigDecimal amount) {
    Granted(String period, @Nullable BigDecimal amount) {
      this(period, "", amount);
    }

    boolean of(String otherPeriod, String otherShare) {
      return period.equals(otherPeriod) && share.equals(otherShare);
    }

    @Nullable YearMonth month() {
      return period.equals(ONCE) ? null : YearMonth.parse(period);
    }
  }

  /**
   * What a decision grants.
   *
   * @param members among whom a sum is split that a person named, where the rules name nobody
   */
  static List<Granted> of(@Nullable DecisionRow made, List<String> members) {
    if (made == null || !made.payable() || !favourable(made.result())) {
      return List.of();
    }
    List<Granted> whole = BY_A_PERSON.contains(made.kind()) ? byPerson(made) : byRules(made);
    return split(whole, shares(made, members));
  }

  /** The names that the outcome splits its sum among; of several people each has an equal part. */
  private static List<String> shares(DecisionRow made, List<String> members) {
    List<String> names = new ArrayList<>();
    outcome(made).path("amount").path("shares").forEach(one -> names.add(one.path("to").asText()));
    boolean byRules = !BY_A_PERSON.contains(made.kind());
    return !names.isEmpty() || byRules || members.size() < 2 ? names : members;
  }

  /** As the rules split: rounded down to the fen, and the last one has what is left over. */
  private static List<Granted> split(List<Granted> whole, List<String> names) {
    if (names.isEmpty()) {
      return whole;
    }
    List<Granted> parts = new ArrayList<>();
    for (Granted one : whole) {
      BigDecimal sum = one.amount();
      BigDecimal part =
          sum == null ? null : sum.divide(BigDecimal.valueOf(names.size()), 2, RoundingMode.DOWN);
      BigDecimal last =
          sum == null || part == null
              ? null
              : sum.subtract(part.multiply(BigDecimal.valueOf(names.size() - 1L)));
      for (int i = 0; i < names.size(); i++) {
        parts.add(new Granted(one.period(), names.get(i), i == names.size() - 1 ? last : part));
      }
    }
    return without0(parts);
  }

  private static boolean favourable(String result) {
    return Arrays.stream(Result.values())
        .anyMatch(known -> known.name().equals(result) && known.favourable());
  }

  private static List<Granted> byRules(DecisionRow made) {
    JsonNode outcome = outcome(made);
    Set<String> givenUp = new HashSet<>();
    boolean all = false;
    for (JsonNode one : outcome.path("givenUp")) {
      one.path("months").forEach(month -> givenUp.add(month.asText()));
      all |= one.path("months").isEmpty();
    }
    if (all) {
      return List.of();
    }
    List<Granted> granted = new ArrayList<>();
    for (JsonNode line : outcome.path("months")) {
      if (Result.valueOf(line.path("outcome").asText()).favourable()) {
        months(line).stream()
            .filter(month -> !givenUp.contains(month))
            .forEach(month -> granted.add(new Granted(month, value(line.path("amount")))));
      }
    }
    if (outcome.path("months").isEmpty()) {
      granted.add(new Granted(ONCE, value(outcome.path("amount"))));
    }
    return without0(granted);
  }

  private static List<String> months(JsonNode line) {
    List<String> months = new ArrayList<>();
    YearMonth to = YearMonth.parse(line.path("to").asText());
    for (YearMonth month = YearMonth.parse(line.path("month").asText());
        !month.isAfter(to);
        month = month.plusMonths(1)) {
      months.add(month.toString());
    }
    return months;
  }

  /** A person names one sum: of months, each gets its share, the last one what is left over. */
  private static List<Granted> byPerson(DecisionRow made) {
    YearMonth from = made.from();
    YearMonth to = made.to();
    BigDecimal amount = made.amount();
    if (from == null || to == null || outcome(made).path("months").isEmpty()) {
      return without0(List.of(new Granted(ONCE, amount)));
    }
    int count = (int) from.until(to, java.time.temporal.ChronoUnit.MONTHS) + 1;
    List<Granted> granted = new ArrayList<>();
    BigDecimal left = amount;
    for (int i = 0; i < count; i++) {
      BigDecimal share = null;
      if (amount != null && left != null) {
        share =
            i == count - 1 ? left : amount.divide(BigDecimal.valueOf(count), 2, RoundingMode.DOWN);
        left = left.subtract(share);
      }
      granted.add(new Granted(from.plusMonths(i).toString(), share));
    }
    return without0(granted);
  }

  private static List<Granted> without0(List<Granted> granted) {
    return granted.stream()
        .filter(one -> one.amount() == null || one.amount().signum() > 0)
        .toList();
  }

  private static @Nullable BigDecimal value(JsonNode amount) {
    JsonNode value = amount.path("value");
    return value.isMissingNode() || value.isNull()
        ? null
        : new BigDecimal(value.asText()).setScale(2, RoundingMode.HALF_UP);
  }

  private static JsonNode outcome(DecisionRow made) {
    try {
      return JSON.readTree(made.outcome()).path("outcomes").path(0);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
