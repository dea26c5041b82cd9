package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one parameter: a concept with its unit and its dated, sourced values. */
final class ParameterReader {
  private static final List<String> TYPES = List.of("count", "money", "date", "list");
  private static final Set<Unit> MONEY =
      EnumSet.of(Unit.YUAN, Unit.YUAN_PER_MONTH, Unit.YUAN_PER_HOUR);

  private final Section section;
  private final Problems problems;

  private ParameterReader(Section section) {
    this.section = section;
    this.problems = section.problems();
  }

  static Parameter read(String pack, String baseName, Section section) {
    return new ParameterReader(section).read(pack, baseName);
  }

  private Parameter read(String pack, String baseName) {
    section.known("parameter", "en", "type", "unit", "by", "clause", "versions");
    String name = name();
    String en = section.required("en");
    String word = type();
    boolean listed = word.equals("list");
    String by = by(listed);
    ValueType number = ValueType.parse(word).orElse(ValueType.COUNT);
    Unit unit = word.isEmpty() ? Unit.NONE : unit(word);
    String clause =
        section.required(
            "clause", Text.of("没有写明条款 clause", "no clause"), Text.of("请写明条款编号", "name the clause"));
    List<ParameterValue> versions = versions(new VersionReader(number, unit, listed, by != null));
    ValueType type = listed ? listType(versions) : number;
    return new Parameter(
        pack,
        pack + "/" + baseName,
        name,
        en,
        type,
        unit,
        listed,
        by,
        clause,
        versions,
        problems.file(),
        section.line("parameter"));
  }

  private String name() {
    String name = section.required("parameter");
    if (name.matches(".*[〔〕{}].*")) {
      problems.add(
          section.line("parameter"),
          Text.of("名称里不能有 〔〕{}", "a name cannot hold 〔〕{}"),
          Text.of("请只写名称", "write the name only"));
    }
    return name;
  }

  /** One path, or several of which the first in scope is used, joined by |. */
  private @Nullable String by(boolean listed) {
    if (listed && section.has("by")) {
      problems.add(
          section.line("by"),
          Text.of("列表不能按选项取值 by", "a list cannot vary by a choice"),
          Text.of("请删去 by", "delete by"));
      return null;
    }
    if (!(section.tree("by") instanceof Tree.Sequence)) {
      return section.text("by");
    }
    List<String> paths = section.words("by");
    return paths.isEmpty() ? null : String.join("|", paths);
  }

  private static ValueType listType(List<ParameterValue> versions) {
    boolean days =
        versions.stream().flatMap(v -> v.list().stream()).anyMatch(d -> Days.day(d) != null);
    return days ? ValueType.DATE : ValueType.CHOICE;
  }

  /** Empty after a problem. */
  private String type() {
    String allowed = String.join("、", TYPES);
    String word =
        section.required(
            "type", Text.of("没有写明类型 type", "no type"), say("可以写：%s", "one of: %s", allowed));
    if (!word.isEmpty() && !TYPES.contains(word)) {
      problems.add(
          section.line("type"),
          say("参数没有「%s」这种类型", "a parameter has no type \"%s\"", shown(word)),
          say("可以写：%s", "one of: %s", allowed));
      return "";
    }
    return word;
  }

  private Unit unit(String type) {
    Set<Unit> allowed =
        switch (type) {
          case "money" -> MONEY;
          case "count" -> EnumSet.complementOf(EnumSet.copyOf(MONEY));
          default -> EnumSet.of(Unit.DAY, Unit.MONTH, Unit.NONE);
        };
    String list =
        Arrays.stream(Unit.values())
            .filter(allowed::contains)
            .map(u -> u.text().zh())
            .collect(Collectors.joining("、"));
    String word = section.text("unit");
    boolean needed = type.equals("count") || type.equals("money");
    if (word == null) {
      if (needed && !section.has("unit")) {
        problems.add(
            section.line(), Text.of("没有写明单位 unit", "no unit"), say("可以写：%s", "one of: %s", list));
      }
      return type.equals("money") ? Unit.YUAN : Unit.NONE;
    }
    Optional<Unit> unit = Unit.parse(word).filter(allowed::contains);
    if (unit.isEmpty()) {
      problems.add(
          section.line("unit"),
          say("单位不能写「%s」", "the unit cannot be \"%s\"", shown(word)),
          say("可以写：%s", "one of: %s", list));
    }
    return unit.orElse(type.equals("money") ? Unit.YUAN : Unit.NONE);
  }

  private List<ParameterValue> versions(VersionReader reader) {
    if (!section.has("versions")) {
      problems.add(
          section.line(),
          Text.of("没有写明 versions", "no versions"),
          Text.of("请写值，或写 not published", "write values or \"not published\""));
    } else if (section.tree("versions") instanceof Tree.Sequence list && list.items().isEmpty()) {
      problems.add(
          section.line("versions"),
          Text.of("versions 是空的", "versions is empty"),
          Text.of("请写值，或写 not published", "write values or \"not published\""));
    }
    List<ParameterValue> versions = new ArrayList<>();
    for (Section version : section.sections("versions")) {
      ParameterValue value = reader.read(version);
      if (value != null) {
        versions.add(value);
      }
    }
    versions.sort(Comparator.comparing(ParameterValue::from));
    neighbours(versions);
    return versions;
  }

  /** Versions that overlap are a problem, a gap between them a notice. */
  private void neighbours(List<ParameterValue> versions) {
    for (int i = 1; i < versions.size(); i++) {
      ParameterValue earlier = versions.get(i - 1);
      ParameterValue later = versions.get(i);
      LocalDate last = earlier.to();
      int line = Math.max(earlier.line(), later.line());
      if (last == null || !last.isBefore(later.from())) {
        problems.add(
            line,
            say(
                "从 %s 起的一版与从 %s 起的一版重叠",
                "the version from %s overlaps the one from %s", later.from(), earlier.from()),
            say("请给前一版写 to: %s", "write to: %s in the earlier one", later.from().minusDays(1)));
      } else if (last.plusDays(1).isBefore(later.from())) {
        problems.notice(
            line,
            say(
                "%s 至 %s 没有值，其间结果为「未定」",
                "no value from %s to %s: UNSETTLED for these days",
                last.plusDays(1),
                later.from().minusDays(1)),
            Text.of("有值就请补上", "add it if there is one"));
      }
    }
  }
}
