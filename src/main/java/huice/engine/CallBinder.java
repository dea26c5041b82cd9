package huice.engine;

import huice.engine.measure.Binding;
import huice.engine.measure.Bound;
import huice.engine.measure.Call;
import huice.engine.measure.Measure;
import huice.engine.measure.Measures;
import huice.engine.measure.Moment;
import huice.engine.measure.Reading;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Parameter;
import huice.model.Raw;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Binds the calls of one rule file to dictionary, parameters and schemes. Faults name file and
 * line.
 */
final class CallBinder {
  private static final Pattern NAMED = Pattern.compile("〔([^〔〕]*)〕");
  private static final Pattern NUMBER = Pattern.compile("(^|[=<>\\s])[-+]?\\d+(\\.\\d+)?%?($|\\s)");

  /** A measure that is the same for every case. */
  record Constant(Reading reading) implements Measure {
    @Override
    public Reading read(Moment moment) {
      return reading;
    }
  }

  private final Dictionary dictionary;
  private final Map<String, Parameter> parametersByPlainName;
  private final Map<String, Parameter> parameters;
  private final Set<String> schemes;
  private final Faults faults;

  CallBinder(
      Dictionary dictionary,
      Map<String, Parameter> parametersByPlainName,
      Map<String, Parameter> parameters,
      Set<String> schemes,
      Faults faults) {
    this.dictionary = dictionary;
    this.parametersByPlainName = parametersByPlainName;
    this.parameters = parameters;
    this.schemes = schemes;
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  /** All parameters by name. */
  Map<String, Parameter> parameters() {
    return parameters;
  }

  /** The same binder reporting elsewhere. */
  CallBinder quietly(Faults other) {
    return new CallBinder(dictionary, parametersByPlainName, parameters, schemes, other);
  }

  /** Null when the call has faults. */
  @Nullable Bound bind(Call call, SubjectKind subject, boolean monthly, int line) {
    Call named = named(call, line);
    if (named == null) {
      return null;
    }
    List<Binding.Fault> found = new ArrayList<>();
    Bound bound =
        Measures.bind(named, new Binding(dictionary, subject, parameters, schemes, monthly, found))
            .orElse(null);
    found.forEach(f -> faults.add(line, f.what(), f.instead()));
    return found.isEmpty() ? bound : null;
  }

  /** An operand beside {@code other}: also {@code true}, {@code false} and {@code choice("…")}. */
  @Nullable Bound operand(
      Call call, @Nullable Bound other, SubjectKind subject, boolean monthly, int line) {
    return switch (call.form()) {
      case "true" -> constant(call, 1, ValueType.YES_NO, null);
      case "false" -> constant(call, 0, ValueType.YES_NO, null);
      case "choice" -> choice(call, other, line);
      default -> bind(call, subject, monthly, line);
    };
  }

  private @Nullable Bound choice(Call call, @Nullable Bound other, int line) {
    if (other == null) {
      return null;
    }
    Fact fact = other.fact();
    String word =
        call.args().size() == 1 && call.args().get(0) instanceof Call.Word w ? w.text() : "";
    if (fact == null || fact.type() != ValueType.CHOICE) {
      faults.add(
          line,
          "「" + word + "」只能与选项比较",
          "\"" + word + "\" can only be compared with a choice",
          "改用选项类的事实",
          "use a fact that is a choice");
      return null;
    }
    OptionalInt ordinal = fact.choice(word);
    if (ordinal.isEmpty()) {
      String listed = String.join("、", fact.choices().stream().map(c -> c.label().zh()).toList());
      faults.add(
          line,
          "「" + fact.label().zh() + "」没有选项「" + word + "」",
          "\"" + fact.label().en() + "\" has no choice \"" + word + "\"",
          "可选：" + listed,
          "choose of: "
              + String.join(", ", fact.choices().stream().map(huice.model.Choice::id).toList()));
      return null;
    }
    return constant(call, ordinal.getAsInt(), ValueType.CHOICE, fact);
  }

  private static Bound constant(Call call, long raw, ValueType type, @Nullable Fact fact) {
    Reading reading = Reading.exact(raw, Raw.NEVER, List.of());
    return new Bound(
        call, new Constant(reading), type, Unit.NONE, fact, Set.of(), Set.of(), Set.of(), false);
  }

  /**
   * The call with parameter names as declared; null when a name is unknown or a number stands bare.
   */
  private @Nullable Call named(Call call, int line) {
    List<Call.Arg> args = new ArrayList<>();
    boolean whole = true;
    for (Call.Arg arg : call.args()) {
      if (arg instanceof Call.Nested nested) {
        Call inner = named(nested.call(), line);
        whole &= inner != null;
        args.add(inner == null ? arg : new Call.Nested(inner));
      } else {
        String word = ((Call.Word) arg).text();
        String replaced =
            call.form().equals("parameter") ? parameter(word, line) : words(word, line);
        whole &= replaced != null;
        args.add(replaced == null ? arg : new Call.Word(replaced));
      }
    }
    return whole ? new Call(call.form(), args) : null;
  }

  private @Nullable String parameter(String word, int line) {
    if (!NAMED.matcher(word.strip()).matches()) {
      boolean number = word.strip().matches("[-+]?[\\d.,/%]+.*");
      faults.add(
          line,
          number ? "规则里不写数字「" + word + "」" : "这里要写参数，不能写「" + word + "」",
          number
              ? "a bare number \"" + word + "\""
              : "a parameter belongs here, not \"" + word + "\"",
          "写〔参数名〕，数值放在 policies/…/parameters/",
          "write 〔name of a parameter〕 and keep the value under policies/…/parameters/");
      return null;
    }
    return words(word.strip(), line);
  }

  private @Nullable String words(String word, int line) {
    if (NUMBER.matcher(NAMED.matcher(word).replaceAll("〔〕")).find()) {
      faults.add(
          line,
          "规则里不写数字「" + word + "」",
          "a bare number in \"" + word + "\"",
          "写〔参数名〕",
          "write 〔name of a parameter〕");
      return null;
    }
    Matcher names = NAMED.matcher(word);
    StringBuilder result = new StringBuilder();
    boolean whole = true;
    while (names.find()) {
      Parameter parameter = parametersByPlainName.get(Words.plain(names.group(1)));
      if (parameter == null) {
        unknownParameter(names.group(1), line);
        whole = false;
      } else {
        names.appendReplacement(result, Matcher.quoteReplacement("〔" + parameter.name() + "〕"));
      }
    }
    names.appendTail(result);
    return whole ? result.toString() : null;
  }

  private void unknownParameter(String name, int line) {
    List<String> near = Words.nearest(name, parameters.keySet(), 2);
    Text instead =
        near.isEmpty()
            ? Text.of("在 policies/…/parameters/ 新建这个参数", "add it under policies/…/parameters/")
            : Text.of(
                "是否想写〔" + String.join("〕或〔", near) + "〕？",
                "did you mean 〔" + String.join("〕 or 〔", near) + "〕?");
    faults.add(
        line, Text.of("没有参数〔" + name + "〕", "there is no parameter 〔" + name + "〕"), instead);
  }
}
