package huice.entry.page.counter;

import huice.entry.page.Option;
import huice.model.Fact;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one fact of the dictionary is typed into: its question, and what it may be. */
@TemplateData
public record Inputs(
    String name,
    Text label,
    Text question,
    String hint,
    List<Option> options,
    List<String> proofs) {
  private static final Option UNKNOWN = Option.of("", "（不知道）", "(unknown)");
  private static final Option AS_RECORDED = Option.of("", "（照登记）", "(as recorded)");

  public Inputs {
    options = List.copyOf(options);
    proofs = List.copyOf(proofs);
  }

  /** To be told; nothing typed means that it is unknown. */
  public static Inputs of(String name, Fact fact) {
    return of(name, fact, UNKNOWN);
  }

  /** To be supposed; nothing typed means that it is as recorded. */
  static Inputs supposing(String name, Fact fact) {
    return of(name, fact, AS_RECORDED);
  }

  private static Inputs of(String name, Fact fact, Option nothing) {
    return new Inputs(
        name, fact.label(), fact.question(), hint(fact), options(fact, nothing), fact.proofs());
  }

  private static String hint(Fact fact) {
    if (fact.type() == ValueType.DATE) {
      return fact.month() ? "如 2024-01；没有写无" : "如 2024-01-08；没有写无";
    }
    return fact.unit() == Unit.NONE ? "" : fact.unit().text().zh();
  }

  private static List<Option> options(Fact fact, Option nothing) {
    List<Option> options = new ArrayList<>();
    if (fact.type() == ValueType.YES_NO) {
      options.add(nothing);
      options.add(Option.of("true", "是", "yes"));
      options.add(Option.of("false", "否", "no"));
    } else if (fact.type() == ValueType.CHOICE) {
      options.add(nothing);
      fact.choices().forEach(choice -> options.add(new Option(choice.id(), choice.label())));
      options.add(Option.of("none", "都不是", "none of these"));
    }
    return options;
  }

  /** A kept value as people read it. */
  public static String shown(Fact fact, @Nullable String value) {
    if (value == null || value.equals("none")) {
      return "无";
    }
    if (fact.type() == ValueType.YES_NO) {
      return value.equals("true") ? "是" : "否";
    }
    if (fact.type() == ValueType.CHOICE) {
      return fact.choices().stream()
          .filter(choice -> choice.id().equals(value))
          .map(choice -> choice.label().zh())
          .findFirst()
          .orElse(value);
    }
    return fact.unit() == Unit.NONE ? value : value + " " + fact.unit().text().zh();
  }
}
