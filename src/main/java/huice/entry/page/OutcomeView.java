package huice.entry.page;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.explain.Worded;
import huice.model.Outcome;
import huice.model.Text;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An outcome with its reasons, as every page shows one. {@code whose}: which of several subjects,
 * null where there is only one.
 */
@TemplateData
public record OutcomeView(
    @Nullable Text whose,
    String subject,
    String mark,
    Text result,
    @Nullable Text amount,
    List<Text> arithmetic,
    List<Worded.Condition> conditions,
    List<Worded.Month> months,
    List<Gap> missing,
    List<Text> remedies,
    List<Text> notes,
    List<String> unsettled,
    @Nullable LocalDate from,
    @Nullable LocalDate recheckOn) {

  /** Words of a release, for its outcomes. */
  public static Worded words(CompiledRelease release) {
    Map<String, Text> titles = new LinkedHashMap<>();
    for (SchemeInfo scheme : release.schemes()) {
      titles.put(scheme.id(), Text.of(scheme.title(), scheme.title()));
    }
    return new Worded(release.source(), titles);
  }

  /** Whether it is about more than one month. */
  public boolean monthly() {
    return months.size() > 1 || months.stream().anyMatch(month -> !month.from().equals(month.to()));
  }

  /** Something missing; {@code at} is the address where it is filled in, if here at all. */
  @TemplateData
  public record Gap(Worded.Asked asked, @Nullable String at) {}

  /**
   * An outcome in words.
   *
   * @param fill where something that is missing is filled in; null where it cannot be here
   */
  public static OutcomeView of(
      Worded words,
      Outcome outcome,
      @Nullable Text whose,
      String mark,
      Function<Worded.Asked, @Nullable String> fill) {
    var amount = outcome.amount();
    return new OutcomeView(
        whose,
        outcome.subject(),
        mark,
        words.result(outcome),
        amount == null ? null : Worded.amount(amount),
        amount == null ? List.of() : Worded.arithmetic(amount),
        words.conditions(outcome),
        words.months(outcome),
        words.missing(outcome).stream().map(asked -> new Gap(asked, fill.apply(asked))).toList(),
        words.remedies(outcome),
        outcome.notes(),
        outcome.unsettled(),
        outcome.possibleFrom(),
        outcome.recheckOn());
  }
}
