package huice.engine.measure;

import huice.model.Parameter;
import huice.model.Unit;
import huice.model.ValueType;
import org.jspecify.annotations.Nullable;

/** Binds calls by form; each method gives null with a fault when it cannot. */
final class Binder {
  private final Context context;
  private final Paths paths;
  private final RowForms rows;
  private final NumberForms numbers;
  private final PeriodForms periods;
  private final SpellForms spells;

  Binder(Context context) {
    this.context = context;
    this.paths = new Paths(context);
    Filters filters = new Filters(context, paths, this);
    this.rows = new RowForms(context, paths, filters);
    this.numbers = new NumberForms(context, this);
    this.periods = new PeriodForms(context, this);
    this.spells = new SpellForms(context, paths, filters, rows, this);
  }

  @Nullable Typed bind(Call call) {
    Shape shape = Shape.ALL.get(call.form());
    if (shape == null) {
      context.unknown("度量", "measure", call.form(), Shape.ALL.keySet());
      return null;
    }
    Words words = new Words(call);
    if (!words.fits(call.form(), shape, context)) {
      return null;
    }
    if (words.alone) {
      return alone(call.form(), words);
    }
    return words.each || words.either ? overMembers(call.form(), words) : form(call.form(), words);
  }

  private @Nullable Typed alone(String form, Words words) {
    boolean outer = context.alone;
    context.alone = true;
    Typed typed = form(form, words);
    context.alone = outer;
    return typed;
  }

  private @Nullable Typed overMembers(String form, Words words) {
    Typed typed = context.ofMembers(() -> form(form, words));
    if (typed == null) {
      return null;
    }
    if (typed.type() == ValueType.CHOICE) {
      context.fault(
          "选项没有大小，不能用 each 或 either",
          "choices have no order: each and either do not fit",
          "改用是否事实，或对清单用 exists",
          "use a yes/no fact, or exists over a list");
      return null;
    }
    // The value that holds for all members: the latest date, the smallest number.
    boolean greatest = words.each == (typed.type() == ValueType.DATE);
    String[] names = context.members().toArray(new String[0]);
    return typed.with(new Each(typed.form(), names, greatest));
  }

  private @Nullable Typed form(String form, Words words) {
    return switch (form) {
      case "value", "known" -> fact(form, words);
      case "age", "elapsed", "deadline", "phased" -> periods.bind(form, words);
      case "exists", "count", "sum", "latest", "earliest" -> rows.bind(form, words);
      case "months" -> spells.months(words);
      case "overlap" -> spells.overlap(words);
      case "reached" -> spells.reached(words);
      case "share", "plus", "minus", "product", "least", "greatest" -> numbers.bind(form, words);
      case "outcome" -> outcome(words);
      case "earlier" -> earlier();
      case "on", "monthStart", "monthEnd" -> day(form);
      case "parameter" -> {
        String name = words.word(0);
        yield name == null ? nested("parameter") : parameter(name);
      }
      default -> throw new IllegalStateException(form);
    };
  }

  private @Nullable Typed fact(String form, Words words) {
    String path = words.word(0);
    if (path == null) {
      return nested(form);
    }
    if (form.equals("value")) {
      return path(path);
    }
    Paths.FactAt fact = paths.fact(path);
    return fact == null ? null : Typed.yesNo(new CaseForms.Stated(fact));
  }

  private @Nullable Typed outcome(Words words) {
    String scheme = words.word(0);
    if (scheme == null) {
      return nested("outcome");
    }
    if (!context.binding.schemes().contains(scheme)) {
      context.unknown("项目", "scheme", scheme, context.binding.schemes());
      return null;
    }
    context.schemes.add(scheme);
    context.relative |= context.binding.monthly();
    return Typed.yesNo(new CaseForms.Favourable(scheme));
  }

  private Typed earlier() {
    context.useMonth("earlier");
    return Typed.count(CaseForms.EARLIER, Unit.MONTH);
  }

  private Typed day(String form) {
    if (form.equals("on")) {
      return Typed.date(CaseForms.ON);
    }
    context.useMonth(form);
    return Typed.date(form.equals("monthStart") ? CaseForms.MONTH_START : CaseForms.MONTH_END);
  }

  private @Nullable Typed nested(String form) {
    context.fault(
        "「" + form + "」里不能再套度量",
        "“" + form + "” takes no nested measure",
        "应写成：" + Shape.usage(form),
        "write: " + Shape.usage(form));
    return null;
  }

  /** The value of the fact a path names. */
  @Nullable Typed path(String path) {
    Paths.FactAt fact = paths.fact(path);
    return fact == null
        ? null
        : new Typed(fact, fact.field().fact.type(), fact.field().fact.unit(), fact.field().fact);
  }

  @Nullable Typed parameter(String word) {
    Parameter parameter = context.parameter(word);
    if (parameter == null) {
      return null;
    }
    if (parameter.listed()) {
      context.fault(
          "参数〔" + parameter.name() + "〕是清单，不是一个值",
          "parameter 〔" + parameter.name() + "〕 is a list, not a value",
          "清单参数只用在筛选里：where 事实 in 〔…〕",
          "a list is used in filters only: where FACT in 〔…〕");
      return null;
    }
    CaseForms.InForce form = new CaseForms.InForce(parameter.name());
    return new Typed(form, parameter.type(), parameter.unit(), null);
  }

  /** A date point: on, month, month-end, the path of a date fact. */
  @Nullable Typed date(String word) {
    if (Context.bracketed(word)) {
      return dated(parameter(word), word);
    }
    return switch (word) {
      case "on" -> Typed.date(CaseForms.ON);
      case "month", "month-start" -> {
        context.useMonth(word);
        yield Typed.date(CaseForms.MONTH_START);
      }
      case "month-end" -> {
        context.useMonth(word);
        yield Typed.date(CaseForms.MONTH_END);
      }
      default -> dated(path(word), word);
    };
  }

  @Nullable Typed date(Call.Arg arg) {
    return arg instanceof Call.Word word
        ? date(word.text())
        : dated(bind(((Call.Nested) arg).call()), arg.toString());
  }

  private @Nullable Typed dated(@Nullable Typed typed, String word) {
    if (typed != null && typed.type() != ValueType.DATE) {
      context.fault(
          "这里要一个日期，「" + word + "」是" + typed.type().text().zh(),
          "a date is wanted here, “" + word + "” is a " + typed.type().word(),
          "写 on、month、month-end、日期事实的路径，或给出日期的度量",
          "write on, month, month-end, the path of a date, or a measure that gives one");
      return null;
    }
    return typed;
  }

  /** Any operand: a nested call, a parameter in brackets, a date point or a path. */
  @Nullable Typed operand(Call.Arg arg) {
    if (arg instanceof Call.Nested nested) {
      return bind(nested.call());
    }
    String word = ((Call.Word) arg).text();
    if (Context.bracketed(word)) {
      return parameter(word);
    }
    return switch (word) {
      case "on", "month", "month-start", "month-end" -> date(word);
      default -> path(word);
    };
  }

  /** An operand that must be a number. */
  @Nullable Typed number(Call.Arg arg) {
    Typed typed = operand(arg);
    if (typed != null && !typed.number()) {
      context.fault(
          "这里要一个数，「" + arg + "」是" + typed.type().text().zh(),
          "a number is wanted here, “" + arg + "” is a " + typed.type().word(),
          "写〔参数〕、数量或金额事实的路径，或给出数的度量",
          "write 〔parameter〕, the path of a count or sum, or a measure that gives one");
      return null;
    }
    return typed;
  }
}
