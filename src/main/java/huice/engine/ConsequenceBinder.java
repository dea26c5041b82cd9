package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Call;
import huice.model.SchemeKind;
import huice.model.SubjectKind;
import huice.model.Unit;
import huice.model.ValueType;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds what follows from a rule. */
final class ConsequenceBinder {
  private static final Map<String, Integer> SCALES = Map.of("fen", 2, "yuan", 0);
  private static final Map<String, RoundingMode> MODES =
      Map.of("half-up", RoundingMode.HALF_UP, "down", RoundingMode.DOWN, "up", RoundingMode.UP);

  private final CallBinder binder;
  private final SubjectKind subject;
  private final boolean monthly;
  private @Nullable Bound ruleDate;
  private final Map<String, Bound> parameterDates = new java.util.LinkedHashMap<>();

  ConsequenceBinder(CallBinder binder, SubjectKind subject, boolean monthly) {
    this.binder = binder;
    this.subject = subject;
    this.monthly = monthly;
  }

  @Nullable Bound ruleDate() {
    return ruleDate;
  }

  /** By parameter name: the event whose date chooses its version. */
  Map<String, Bound> parameterDates() {
    return parameterDates;
  }

  Consequences bind(RuleTree tree) {
    Consequences.Term amount = null;
    List<Consequences.Term> caps = new ArrayList<>();
    Consequences.Rounding rounding = null;
    List<String> notes = new ArrayList<>();
    Consequences.Every every = null;
    Consequences.Between between = null;
    List<Consequences.Offer> offers = new ArrayList<>();
    Bound by = null;
    boolean split = false;
    boolean none = false;
    for (RuleTree.Action action : tree.actions()) {
      Call call = action.call();
      int line = action.line();
      if (!wordsWhereWords(call)) {
        DrlReader.refuse(binder.faults(), line, call.toString());
        continue;
      }
      switch (call.form()) {
        case Actions.AMOUNT -> amount = term(action);
        case Actions.CAP -> {
          Consequences.Term cap = term(action);
          if (cap != null) {
            caps.add(cap);
          }
        }
        case Actions.ROUND -> rounding = rounding(action);
        case Actions.SPLIT -> split = true;
        case Actions.NOTE -> notes.add(word(call, 0));
        case Actions.EVERY -> every = every(action);
        case Actions.BETWEEN -> {
          Bound floor = nested(call, 0, line);
          Bound ceiling = nested(call, 1, line);
          between =
              floor == null || ceiling == null
                  ? null
                  : new Consequences.Between(action.text(), floor, ceiling);
        }
        case Actions.NONE -> none = true;
        case Actions.OFFER -> {
          Bound target = nested(call, 1, line);
          Bound done = nested(call, 2, line);
          if (target != null && done != null) {
            offers.add(new Consequences.Offer(word(call, 0), target, done));
          }
        }
        case Actions.BY -> by = date(call, 0, line);
        case Actions.RULE_VERSION -> ruleDate = date(call, 0, line);
        default -> parameterDate(call, line);
      }
    }
    fitsKind(tree, amount != null, every != null || none || !offers.isEmpty());
    return new Consequences(amount, caps, rounding, split, notes, every, between, none, offers, by);
  }

  private void fitsKind(RuleTree tree, boolean pays, boolean owes) {
    boolean office = tree.kind() == SchemeKind.FREQUENCY || tree.kind() == SchemeKind.SERVICE;
    if (pays && office || owes && !office) {
      binder
          .faults()
          .add(
              tree.line(),
              "类别「" + tree.kind().zh() + "」与结果不符",
              "the consequences do not fit the kind " + tree.kind().zh(),
              "待遇和义务写标准，频次和服务写联系或提供",
              "待遇 and 义务 have amounts, 频次 and 服务 have contacts or offers");
    }
  }

  private void parameterDate(Call call, int line) {
    Bound parameter =
        binder.bind(new Call("parameter", List.of(call.args().get(0))), subject, monthly, line);
    Bound date = date(call, 1, line);
    if (parameter != null && date != null) {
      parameter.parameters().forEach(p -> parameterDates.put(p, date));
    }
  }

  private Consequences.@Nullable Rounding rounding(RuleTree.Action action) {
    Integer scale = SCALES.get(word(action.call(), 0));
    RoundingMode mode = MODES.get(word(action.call(), 1));
    if (scale == null || mode == null) {
      DrlReader.refuse(binder.faults(), action.line(), action.call().toString());
      return null;
    }
    return new Consequences.Rounding(scale, mode, action.text());
  }

  private Consequences.@Nullable Every every(RuleTree.Action action) {
    Bound interval = nested(action.call(), 0, action.line());
    Bound from = date(action.call(), 2, action.line());
    String unit = word(action.call(), 1);
    if (!unit.equals("unit=days") && !unit.equals("unit=months")) {
      DrlReader.refuse(binder.faults(), action.line(), unit);
      return null;
    }
    return interval == null || from == null
        ? null
        : new Consequences.Every(action.text(), interval, unit.equals("unit=months"), from);
  }

  private Consequences.@Nullable Term term(RuleTree.Action action) {
    Expression expression =
        action.call().args().get(0) instanceof Call.Nested nested
            ? expression(nested.call(), action.line())
            : null;
    return expression == null
        ? null
        : new Consequences.Term(action.text(), expression, action.line());
  }

  private @Nullable Expression expression(Call call, int line) {
    if (!Expression.FORMS.contains(call.form())) {
      Bound bound = binder.bind(call, subject, monthly, line);
      if (bound == null) {
        return null;
      }
      if (!bound.type().scaled()) {
        binder
            .faults()
            .add(
                line,
                "「" + call + "」不是数",
                "\"" + call + "\" is no number",
                "金额只由数和参数算出",
                "an amount is made of numbers and parameters");
        return null;
      }
      return new Expression.Leaf(bound);
    }
    List<Expression> parts = new ArrayList<>();
    for (Call.Arg arg : call.args()) {
      Expression part = arg instanceof Call.Nested nested ? expression(nested.call(), line) : null;
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    boolean two = call.form().equals("share") || call.form().equals("minus");
    if (parts.isEmpty() || two && parts.size() != 2) {
      DrlReader.refuse(binder.faults(), line, call.toString());
      return null;
    }
    return new Expression.Join(call.form(), parts);
  }

  private @Nullable Bound nested(Call call, int place, int line) {
    Call.Arg arg = call.args().get(place);
    if (arg instanceof Call.Nested nested) {
      return binder.bind(nested.call(), subject, monthly, line);
    }
    return binder.bind(new Call("parameter", List.of(arg)), subject, monthly, line);
  }

  /** A date point: a path in quotes, or a call that gives a date. */
  private @Nullable Bound date(Call call, int place, int line) {
    Call.Arg arg = call.args().get(place);
    Call inner =
        arg instanceof Call.Nested nested ? nested.call() : point(((Call.Word) arg).text());
    Bound bound = binder.bind(inner, subject, monthly, line);
    if (bound != null && bound.type() != ValueType.DATE) {
      binder
          .faults()
          .add(
              line,
              "「" + inner + "」不是日期",
              "\"" + inner + "\" is no date",
              "写日期类的事实",
              "name a fact that is a date");
      return null;
    }
    return bound;
  }

  private static Call point(String word) {
    return switch (word) {
      case "on" -> new Call("on", List.of());
      case "month" -> new Call("monthStart", List.of());
      case "month-end" -> new Call("monthEnd", List.of());
      default -> new Call("value", List.of(new Call.Word(word)));
    };
  }

  /** Where a plain word belongs, nothing else may stand. */
  private static boolean wordsWhereWords(Call call) {
    int words =
        switch (call.form()) {
          case Actions.NOTE, Actions.SPLIT, Actions.OFFER -> 1;
          case Actions.ROUND -> 2;
          default -> 0;
        };
    boolean plain = true;
    for (int i = 0; i < words; i++) {
      plain &= call.args().get(i) instanceof Call.Word;
    }
    return plain && (!call.form().equals(Actions.EVERY) || call.args().get(1) instanceof Call.Word);
  }

  private static String word(Call call, int place) {
    return call.args().get(place) instanceof Call.Word word
        ? word.text()
        : call.args().get(place).toString();
  }

  /** Units that turn into plain numbers in arithmetic. */
  static Ratio factor(Unit unit) {
    return switch (unit) {
      case PERCENT -> Ratio.parse("1/100");
      case BASIS_POINTS -> Ratio.parse("1/10000");
      default -> Ratio.parse("1");
    };
  }
}
