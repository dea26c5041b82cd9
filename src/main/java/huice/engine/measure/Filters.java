package huice.engine.measure;

import huice.model.Entity;
import huice.model.Fact;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.ValueType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Binds {@code FIELD OP VALUE}. */
final class Filters {
  private static final Pattern AMONG = Pattern.compile("(\\S+)\\s+(not\\s+in|in)\\s+(.+)");
  private static final Pattern COMPARED =
      Pattern.compile("([^\\s<>=!]+)\\s*(!=|<=|>=|=|<|>)\\s*(.+)");
  private static final String NONE = "none";

  private final Context context;
  private final Paths paths;
  private final Binder binder;

  Filters(Context context, Paths paths, Binder binder) {
    this.context = context;
    this.paths = paths;
    this.binder = binder;
  }

  /** Null with a fault. */
  @Nullable Filter bind(Entity row, String text) {
    Matcher matcher = AMONG.matcher(text);
    if (!matcher.matches()) {
      matcher = COMPARED.matcher(text);
    }
    if (!matcher.matches()) {
      context.fault(
          "看不懂筛选「" + text + "」",
          "the filter “" + text + "” is not understood",
          "应写成：where 事实 = 值（还可用 != in, not in, <, <=, >, >=）",
          "write: where FACT = VALUE (also != in, not in, <, <=, >, >=)");
      return null;
    }
    Field field = paths.field(row, matcher.group(1));
    if (field == null) {
      return null;
    }
    String sign = matcher.group(2).replaceAll("\\s+", " ");
    String value = matcher.group(3).strip();
    return switch (field.fact.type()) {
      case YES_NO, CHOICE -> among(field, sign, value);
      case DATE, MONEY, COUNT -> compared(row, field, sign, value);
    };
  }

  private @Nullable Filter among(Field field, String sign, String value) {
    Fact fact = field.fact;
    if (sign.startsWith("<") || sign.startsWith(">")) {
      wrongSign(fact, sign, "=, !=, in, not in");
      return null;
    }
    boolean not = sign.equals("!=") || sign.equals("not in");
    if (Context.bracketed(value)) {
      return listed(field, value, not);
    }
    String[] words = value.split("\\|", -1);
    long[] accepted = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      OptionalInt found = value(field, words[i].strip());
      if (found.isEmpty()) {
        List<String> known =
            fact.type() == ValueType.YES_NO ? List.of("true", "false") : named(fact, words[i]);
        context.unknown(
            "「" + fact.label().zh() + "」的选项", "choice of " + fact.id(), words[i].strip(), known);
        return null;
      }
      accepted[i] = found.getAsInt();
    }
    return new Among(field, java.util.Arrays.stream(accepted).sorted().distinct().toArray(), not);
  }

  /** The choices as the word was meant: by Chinese label, or by id. */
  private static List<String> named(Fact fact, String word) {
    boolean id = word.strip().matches("[a-z0-9_]*");
    return fact.choices().stream().map(c -> id ? c.id() : c.label().zh()).toList();
  }

  private static OptionalInt value(Field field, String word) {
    if (field.fact.type() == ValueType.YES_NO) {
      return switch (word) {
        case "true", "是" -> OptionalInt.of(1);
        case "false", "否" -> OptionalInt.of(0);
        default -> OptionalInt.empty();
      };
    }
    OptionalInt choice = field.fact.choice(word);
    return choice.isEmpty() && word.equals(NONE) ? OptionalInt.of((int) Raw.NO_CHOICE) : choice;
  }

  private @Nullable Filter listed(Field field, String value, boolean not) {
    Parameter parameter = context.parameter(value);
    if (parameter == null) {
      return null;
    }
    if (!parameter.listed()) {
      context.fault(
          "参数" + value + "不是清单，不能与「" + field.fact.label().zh() + "」比较",
          "parameter " + value + " is no list and cannot be compared with " + field.fact.id(),
          "用 type: list 的参数，或写出选项",
          "use a parameter of type list, or write the choices");
      return null;
    }
    return words(field.fact, parameter)
        ? new Among(field, new ListParameter(parameter.name(), w -> word(field.fact, w)), not)
        : null;
  }

  /** Whether every word of a list is a choice of the fact; one that is none would never match. */
  private boolean words(Fact fact, Parameter parameter) {
    if (fact.type() != ValueType.CHOICE) {
      return true;
    }
    for (ParameterValue version : parameter.versions()) {
      for (String word : version.list()) {
        if (fact.choice(word).isEmpty()) {
          context.unknown(
              "〔" + parameter.name() + "〕里「" + fact.label().zh() + "」的选项",
              "choice of " + fact.id() + " in 〔" + parameter.name() + "〕",
              word,
              fact.choices().stream().map(c -> c.label().zh()).toList());
          return false;
        }
      }
    }
    return true;
  }

  /** A word of a list parameter as a raw value; one that no fact can have when it is unknown. */
  private static long word(Fact fact, String word) {
    return fact.type() == ValueType.DATE ? day(word) : fact.choice(word).orElse(-2);
  }

  static long day(String word) {
    try {
      return LocalDate.parse(word).toEpochDay();
    } catch (DateTimeParseException notADay) {
      return Raw.LOW;
    }
  }

  private @Nullable Filter compared(Entity row, Field field, String sign, String value) {
    Fact fact = field.fact;
    if (value.equals(NONE) && (sign.equals("=") || sign.equals("!="))) {
      return new Among(field, new long[] {field.none()}, sign.equals("!="));
    }
    if (sign.endsWith("in")) {
      if (fact.type() == ValueType.DATE && Context.bracketed(value)) {
        return listed(field, value, sign.startsWith("not"));
      }
      wrongSign(fact, sign, "=, !=, <, <=, >, >=");
      return null;
    }
    Operator operator = Operator.of(sign);
    Typed other = other(fact, value);
    if (operator == null || other == null) {
      return null;
    }
    if (other.type() != fact.type() && !(other.number() && fact.type().scaled())) {
      context.fault(
          "「" + fact.label().zh() + "」是" + fact.type().text().zh() + "，不能与" + value + "比较",
          fact.id() + " is a " + fact.type().word() + " and cannot be compared with " + value,
          "两边要是同一种数据",
          "both sides must be of one type");
      return null;
    }
    boolean own =
        field.direct() && (fact.id().equals(row.begins()) || fact.id().equals(row.ends()));
    boolean months = fact.month() || value.equals("@month");
    return new Compares(field, operator, CaseForms.unlessOn(other.form()), months, own);
  }

  private @Nullable Typed other(Fact fact, String value) {
    if (Context.bracketed(value)) {
      return binder.parameter(value);
    }
    if (value.startsWith("@") && fact.type() == ValueType.DATE) {
      return binder.date(value.substring(1));
    }
    if (value.startsWith("@")) {
      return binder.path(value.substring(1));
    }
    context.fault(
        "筛选里的值「" + value + "」不能直接写在这里",
        "the value “" + value + "” cannot stand in a filter",
        "数值写成〔参数〕，日期写成 @on、@month 或 @事实路径，没有写成 none",
        "write numbers as 〔parameter〕, dates as @on, @month or @path, nothing as none");
    return null;
  }

  private void wrongSign(Fact fact, String sign, String allowed) {
    context.fault(
        "「" + fact.label().zh() + "」是" + fact.type().text().zh() + "，不能用「" + sign + "」",
        fact.id() + " is a " + fact.type().word() + "; “" + sign + "” does not fit",
        "可用：" + allowed,
        "use: " + allowed);
  }
}
