package huice.engine.measure;

import huice.model.Parameter;
import huice.model.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds the forms that count time: age, elapsed, deadline, phased. */
final class PeriodForms {
  /** The list of public holidays, by the name every pack uses. */
  private static final String HOLIDAYS = "法定节假日";

  private final Context context;
  private final Binder binder;

  PeriodForms(Context context, Binder binder) {
    this.context = context;
    this.binder = binder;
  }

  @Nullable Typed bind(String form, Words words) {
    return switch (form) {
      case "age" -> age(words);
      case "elapsed" -> elapsed(words);
      case "deadline" -> deadline(words);
      default -> phased(words);
    };
  }

  private @Nullable Typed age(Words words) {
    Typed birth = binder.date(words.operands.get(0));
    Typed at = point(words, "at");
    return birth == null || at == null
        ? null
        : Typed.count(new DateForms.Age(birth.form(), CaseForms.unlessOn(at.form())), Unit.YEAR);
  }

  private @Nullable Typed elapsed(Words words) {
    Typed from = binder.date(words.operands.get(0));
    Typed to = words.operands.size() > 1 ? binder.date(words.operands.get(1)) : point(words, "to");
    DateForms.Span span =
        words.setting(
            "unit",
            "",
            Map.of(
                "days", DateForms.Span.DAYS,
                "months", DateForms.Span.MONTHS,
                "years", DateForms.Span.YEARS),
            context);
    if (from == null || to == null || span == null) {
      return null;
    }
    Unit unit =
        switch (span) {
          case DAYS -> Unit.DAY;
          case MONTHS -> Unit.MONTH;
          case YEARS -> Unit.YEAR;
        };
    return Typed.count(
        new DateForms.Elapsed(from.form(), CaseForms.unlessOn(to.form()), span), unit);
  }

  private @Nullable Typed point(Words words, String name) {
    return binder.date(words.settings.getOrDefault(name, "on"));
  }

  private @Nullable Typed deadline(Words words) {
    Typed from = binder.date(words.operands.get(0));
    Typed length = binder.number(words.operands.get(1));
    Deadline.Unit unit =
        words.setting(
            "unit",
            "",
            Map.of(
                "days", Deadline.Unit.DAYS,
                "months", Deadline.Unit.MONTHS,
                "years", Deadline.Unit.YEARS,
                "workdays", Deadline.Unit.WORKDAYS),
            context);
    Deadline.Roll roll =
        words.setting(
            "roll",
            "none",
            Map.of(
                "none", Deadline.Roll.NONE,
                "next-workday", Deadline.Roll.NEXT_WORKDAY,
                "previous-workday", Deadline.Roll.PREVIOUS_WORKDAY),
            context);
    Boolean with = words.setting("count", "after", Map.of("after", false, "with", true), context);
    if (from == null || length == null || unit == null || roll == null || with == null) {
      return null;
    }
    boolean off = unit == Deadline.Unit.WORKDAYS || roll != Deadline.Roll.NONE;
    Workdays workdays = off ? workdays() : null;
    return Typed.date(new Deadline(from.form(), length.form(), unit, roll, with, workdays));
  }

  /** Without such a list among the parameters only weekends are days off. */
  private Workdays workdays() {
    Parameter parameter = context.binding.parameters().get(HOLIDAYS);
    if (parameter == null || !parameter.listed()) {
      return Workdays.WEEKENDS;
    }
    context.parameter(HOLIDAYS);
    return new Workdays(new ListParameter(HOLIDAYS, Filters::day));
  }

  private @Nullable Typed phased(Words words) {
    Typed birth = binder.date(words.operands.get(0));
    Typed years = binder.number(words.operands.get(1));
    Typed step = binder.number(words.operands.get(2));
    Typed cap = binder.number(words.operands.get(3));
    Typed start = binder.date(words.operands.get(4));
    if (birth == null || years == null || step == null || cap == null || start == null) {
      return null;
    }
    return Typed.date(
        new DateForms.Phased(birth.form(), years.form(), step.form(), cap.form(), start.form()));
  }
}
