package huice.explain;

import huice.model.Amount;
import huice.model.ConditionResult;
import huice.model.MonthLine;
import huice.model.SchemeKind;
import huice.model.Text;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Month lines as spans: neighbours with the same result, sum and conditions become one line. */
final class MonthWords {
  private final AmountWords amounts;
  private final Language language;

  MonthWords(AmountWords amounts, Language language) {
    this.amounts = amounts;
    this.language = language;
  }

  /** The same lines with equal neighbours joined. */
  static List<MonthLine> spans(List<MonthLine> lines) {
    List<MonthLine> spans = new ArrayList<>();
    for (MonthLine line : lines) {
      MonthLine before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (before != null && before.to().plusMonths(1).equals(line.month()) && same(before, line)) {
        spans.set(
            spans.size() - 1,
            new MonthLine(
                before.month(),
                line.to(),
                line.outcome(),
                before.amount(),
                before.conditions(),
                before.missing()));
      } else {
        spans.add(line);
      }
    }
    return List.copyOf(spans);
  }

  /** Equal for a reader; values that merely count on from month to month make no difference. */
  private static boolean same(MonthLine one, MonthLine other) {
    return one.outcome() == other.outcome()
        && sameAmount(one.amount(), other.amount())
        && results(one).equals(results(other))
        && one.missing().stream()
            .map(m -> m.fact())
            .toList()
            .equals(other.missing().stream().map(m -> m.fact()).toList());
  }

  private static boolean sameAmount(@Nullable Amount one, @Nullable Amount other) {
    if (one == null || other == null) {
      return one == other;
    }
    return Objects.equals(one.value(), other.value())
        && Objects.equals(one.low(), other.low())
        && Objects.equals(one.high(), other.high())
        && one.notSet().equals(other.notSet())
        && Objects.equals(one.cap(), other.cap());
  }

  private static List<String> results(MonthLine line) {
    return line.conditions().stream().map(c -> c.id() + " " + c.result()).toList();
  }

  void months(Page page, SchemeKind kind, List<MonthLine> lines) {
    page.heading(language.say("逐月", "Month by month"));
    List<MonthLine> spans = spans(lines);
    for (MonthLine span : spans) {
      Text result = Words.result(kind, span.outcome());
      page.item(2, name(span) + "  ", language.say(result));
      if (span.amount() != null) {
        amounts.amount(page, 4, span.amount());
      }
      if (spans.size() > 1) {
        reasons(page, span);
      }
    }
  }

  /** Of a refused month what stands in the way, of an open one what is unknown. */
  private void reasons(Page page, MonthLine span) {
    for (ConditionResult condition : span.conditions()) {
      boolean open = !span.outcome().settled() && condition.result() == Truth.UNKNOWN;
      if (open || (span.outcome().adverse() && condition.inTheWay())) {
        page.item(4, Words.mark(condition), language.say(Words.sentence(condition)));
      }
    }
  }

  private String name(MonthLine span) {
    if (span.month().equals(span.to())) {
      return span.month().toString();
    }
    return language == Language.EN
        ? span.month() + " to " + span.to()
        : span.month() + " 至 " + span.to();
  }
}
