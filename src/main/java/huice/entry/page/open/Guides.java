package huice.entry.page.open;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.entry.SchemeFile;
import huice.explain.ParameterWords;
import huice.explain.Worded;
import huice.model.Dictionary;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.SubjectKind;
import huice.model.TestCase;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the guide of a scheme from its rule, its parameters and the dictionary. */
final class Guides {
  /** A parameter in a sentence. */
  private static final Pattern PARAMETER = Pattern.compile("〔([^〕]+)〕");

  /** Between the conditions and what they lead to, and at the end, as rules are written. */
  private static final String THEN = "则";

  private static final String WHEN = "当";
  private static final String END = "完";

  private Guides() {}

  static Guide of(CompiledRelease release, SchemeInfo info, LocalDate on) {
    SchemeFile file = SchemeFile.of(release.source(), info);
    Dictionary dictionary = release.source().dictionary();
    List<Guide.Value> values =
        file.parameters().stream().map(p -> value(dictionary, p, on)).toList();
    SchemeInfo.Version version = Boards.version(info, on).orElse(null);
    List<String> rule = version == null ? List.of() : version(file.rule(), version.line()).toList();
    return new Guide(
        info,
        release.source().pack(info.pack()).orElseThrow(),
        on,
        version,
        Boards.word(info.kind()),
        dictionary.subject(info.subject()).map(SubjectKind::label).orElse(Text.of("", "")),
        file.adopted().stream().filter(s -> !on.isBefore(s.from())).toList(),
        conditions(rule, version),
        between(rule, THEN, END).stream().map(line -> given(line, values)).toList(),
        proofs(release, info),
        values,
        file.clauses(),
        file.rule(),
        file.cases().stream().map(Guides::test).toList(),
        file.questions(),
        file.interactions().stream().map(one -> one.name() + "（" + one.clause() + "）").toList());
  }

  private static java.util.stream.Stream<String> version(List<SchemeFile.Row> rows, int line) {
    return rows.stream().filter(row -> row.line() >= line).map(SchemeFile.Row::text);
  }

  /** The lines between two others; a decision table has none of them. */
  private static List<String> between(List<String> rule, String from, String to) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : rule) {
      String text = line.strip();
      if (text.equals(to) && inside) {
        return lines;
      }
      if (inside && !text.isEmpty() && !text.startsWith("//")) {
        lines.add(text);
      }
      inside = inside || text.equals(from);
    }
    return inside ? lines : List.of();
  }

  /** As the officer wrote them, the words that join them included; of a table, its sentences. */
  private static List<Guide.Condition> conditions(
      List<String> rule, SchemeInfo.@org.jspecify.annotations.Nullable Version version) {
    List<String> written = between(rule, WHEN, THEN);
    if (written.isEmpty() && version != null) {
      return version.lines().stream()
          .filter(line -> !line.id().isEmpty())
          .map(line -> new Guide.Condition(line.text(), false))
          .distinct()
          .toList();
    }
    return written.stream()
        .filter(line -> !line.equals("(") && !line.equals(")"))
        .map(line -> new Guide.Condition(line.replaceFirst("[:：]$", ""), line.matches(".*[:：]")))
        .toList();
  }

  private static Guide.Given given(String line, List<Guide.Value> values) {
    List<String> named =
        PARAMETER.matcher(line).results().map((MatchResult m) -> m.group(1)).toList();
    return new Guide.Given(line, values.stream().filter(v -> named.contains(v.name())).toList());
  }

  private static List<Guide.Proof> proofs(CompiledRelease release, SchemeInfo info) {
    return new Worded(release.source(), Map.of())
        .proofs(info.facts()).entrySet().stream()
            .map(e -> new Guide.Proof(e.getKey(), e.getValue().stream().distinct().toList()))
            .toList();
  }

  private static Guide.Value value(Dictionary dictionary, Parameter parameter, LocalDate on) {
    ParameterValue version = parameter.on(on).orElse(null);
    if (version == null) {
      return new Guide.Value(
          parameter.name(),
          parameter.en(),
          false,
          Text.of("当日没有施行的版本", "no version in force on that day"),
          Text.of("", ""),
          "",
          null,
          null);
    }
    return new Guide.Value(
        parameter.name(),
        parameter.en(),
        version.published(),
        ParameterWords.value(dictionary, parameter, version),
        ParameterWords.period(version),
        version.reference(),
        ParameterWords.confidence(version.confidence()),
        version.checked());
  }

  private static Guide.Test test(TestCase test) {
    String expects =
        test.expect().entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining(", "));
    return new Guide.Test(test.name(), test.given().on(), expects);
  }
}
