package huice.explain;

import huice.model.Choice;
import huice.model.Confidence;
import huice.model.Dictionary;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.Text;
import huice.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A parameter's version in words: the value as its officer wrote it, with its unit, and its source.
 */
public final class ParameterWords {
  private ParameterWords() {}

  /** {@code 6 月}, {@code tier1 2070 元/月、tier2 1890 元/月}, or that nobody published it. */
  public static Text value(Dictionary dictionary, Parameter parameter, ParameterValue version) {
    Text unit = parameter.unit() == Unit.NONE ? Text.of("", "") : parameter.unit().text();
    if (!version.published()) {
      return Text.of(
          "未公布" + bounds(version, "至少 ", "至多 "),
          "not published" + bounds(version, "at least ", "at most "));
    }
    if (parameter.listed()) {
      String list = String.join("、", version.list());
      return Text.of(list, list);
    }
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Map.Entry<String, String> value : version.written().entrySet()) {
      Text choice = choice(dictionary, parameter, value.getKey());
      zh.add((choice.zh() + " " + value.getValue() + " " + unit.zh()).strip());
      en.add((choice.en() + " " + value.getValue() + " " + unit.en()).strip());
    }
    return Text.of(String.join("、", zh), String.join(", ", en));
  }

  /** The label of the choice that selects a value. */
  private static Text choice(Dictionary dictionary, Parameter parameter, String id) {
    String path = parameter.by() == null ? "" : parameter.by().split("\\|")[0].strip();
    return new Facts(dictionary)
        .fact(path)
        .flatMap(f -> f.choices().stream().filter(c -> c.id().equals(id)).findFirst())
        .map(Choice::label)
        .orElseGet(() -> Text.of(id, id));
  }

  private static String bounds(ParameterValue version, String least, String most) {
    String words = "";
    if (version.atLeast() != null) {
      words += " " + least + Raw.decimal(version.atLeast()).toPlainString();
    }
    if (version.atMost() != null) {
      words += " " + most + Raw.decimal(version.atMost()).toPlainString();
    }
    return words;
  }

  /** From when to when a version is in force. */
  public static Text period(ParameterValue version) {
    return version.to() == null
        ? Text.of("自 " + version.from(), "since " + version.from())
        : Text.of(version.from() + " 至 " + version.to(), version.from() + " to " + version.to());
  }

  public static Text confidence(Confidence confidence) {
    return switch (confidence) {
      case A -> Text.of("见政府网页或法律原文", "seen on a government page or in a statute");
      case B -> Text.of("据转载", "from a secondary copy");
      case C -> Text.of("把握不大，须核实", "low confidence, to be checked");
      case TEXT -> Text.of("方案原文", "the plan's own text");
      case SETTING -> Text.of("经办机构设定", "a setting of the office");
    };
  }
}
