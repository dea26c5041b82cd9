package huice.entry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.explain.AssessmentJson;
import huice.explain.Explainer;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Problem;
import huice.model.Release;
import huice.model.TestCase;
import huice.model.Text;
import huice.policy.CaseFault;
import huice.policy.CaseReader;
import huice.policy.Trees;
import huice.simulation.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code decide CASE.yaml}: assesses one case from a file and keeps nothing. A file of the packs'
 * own cases or a story is assessed case by case.
 */
@Command(name = "decide", description = "测算一个个案并说明理由 / assess one case from a file, with reasons")
final class DecideCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "CASE.yaml",
      description =
          "个案文件（YAML 或 JSON），或 test-cases/ 里的个案、故事"
              + " / the case, YAML or JSON, or a file of cases or a story below test-cases/")
  private Path file;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "只测算文件里的这一个个案 / only this case of the file")
  private @Nullable String named;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "测算日期，代替文件中的 on / the day, instead of the file's own")
  private @Nullable LocalDate on;

  @Option(
      names = "--scheme",
      paramLabel = "S",
      description = "只测算该项目，可重复 / this scheme only; may be repeated")
  private List<String> schemes = List.of();

  @Option(names = "--from", paramLabel = "MONTH", description = "逐月项目的首月 / first month asked about")
  private @Nullable YearMonth from;

  @Option(names = "--to", paramLabel = "MONTH", description = "逐月项目的末月 / last month asked about")
  private @Nullable YearMonth to;

  @Override
  public Integer call() {
    byte[] bytes = common.bytes(file, Trees.LIMIT);
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    CompiledRelease compiled = workbench.compiled();
    List<Problem> broken = ProblemList.problems(workbench.problems());
    if (release == null || compiled == null) {
      broken.forEach(p -> common.err().println(ProblemList.line(p, common.language())));
      if (common.json()) {
        common.print(json -> refused(json, broken.stream().map(Refused::of).toList()));
      }
      return Main.PROBLEMS;
    }
    SchemeChoice choice = new SchemeChoice(common, workbench);
    Set<String> asked = new LinkedHashSet<>();
    schemes.forEach(s -> asked.add(choice.compiled(s).id()));
    List<Asked> cases = new ArrayList<>(listed(release, asked));
    if (cases.isEmpty()) {
      Case given = read(release, bytes);
      if (given == null) {
        return Main.PROBLEMS;
      }
      cases.add(new Asked("", given, asked));
    }
    show(release, workbench, compiled, cases);
    return warn(broken) ? Main.PROBLEMS : Main.GOOD;
  }

  /** A case with the schemes that are asked of it (none: all); the name is empty for a lone one. */
  private record Asked(String name, Case given, Set<String> schemes) {}

  /** The cases of a file below test-cases/, each with the schemes it speaks of. */
  private List<Asked> listed(Release release, Set<String> asked) {
    Path root = common.folder().toAbsolutePath().normalize();
    Path own = file.toAbsolutePath().normalize();
    String path = own.startsWith(root) ? root.relativize(own).toString() : "";
    Map<String, Asked> cases = new LinkedHashMap<>();
    for (TestCase one : release.cases()) {
      if (one.file().equals(path)) {
        cases
            .computeIfAbsent(one.name(), n -> new Asked(n, at(one.given()), new LinkedHashSet<>()))
            .schemes()
            .addAll(asked.isEmpty() ? Set.of(one.scheme()) : asked);
      }
    }
    if (named == null || cases.isEmpty()) {
      return List.copyOf(cases.values());
    }
    List<Asked> chosen = cases.values().stream().filter(c -> isCalled(c.name(), named)).toList();
    if (chosen.isEmpty()) {
      List<String> names = cases.keySet().stream().map(DecideCommand::step).toList();
      throw common.unknown("个案", "case", named, names);
    }
    return chosen;
  }

  private static boolean isCalled(String name, String wanted) {
    return name.equals(wanted) || step(name).equals(wanted);
  }

  /** The name of a step without that of its story. */
  private static String step(String name) {
    return name.substring(name.indexOf('：') + 1);
  }

  private Case at(Case given) {
    return on == null ? given : new Case(on, given.from(), given.to(), given.roots());
  }

  /** What keeps a case from being assessed, with its place in the file; {@code line} from 1. */
  private record Refused(String file, int line, String pointer, Text what, Text instead) {
    static Refused of(Problem problem) {
      return new Refused(problem.file(), problem.line(), "", problem.what(), problem.instead());
    }

    String message() {
      return what.zh() + "；" + instead.zh() + " (" + what.en() + "; " + instead.en() + ")";
    }
  }

  private Refused refused(CaseFault fault) {
    return new Refused(
        file.toString(), fault.line(), fault.pointer(), fault.what(), fault.instead());
  }

  private static void refused(JsonGenerator json, List<Refused> problems) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("problems");
    for (Refused problem : problems) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      json.writeNumberField("line", problem.line());
      json.writeStringField("pointer", problem.pointer());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Null after all faults of the case were told. */
  private @Nullable Case read(Release release, byte[] bytes) {
    boolean written = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    Trees.Parsed parsed = written ? Trees.json(bytes) : Trees.yaml(bytes);
    CaseReader.Read read = CaseReader.read(release.dictionary(), parsed, on);
    read.notices().forEach(this::tell);
    read.faults().forEach(this::tell);
    Case given = read.given();
    if (given == null && common.json()) {
      common.print(json -> refused(json, read.faults().stream().map(this::refused).toList()));
    }
    if (given == null || (from == null && to == null)) {
      return given;
    }
    YearMonth first = from != null ? from : given.from() != null ? given.from() : to;
    YearMonth last = to != null ? to : given.to() != null ? given.to() : from;
    if (first != null && last != null && first.isAfter(last)) {
      throw common.wrongUse(
          "首月 " + first + " 在末月 " + last + " 之后",
          "the first month " + first + " is after the last, " + last);
    }
    return new Case(given.on(), first, last, given.roots());
  }

  private void tell(CaseFault fault) {
    String place = fault.line() > 0 ? file + ":" + fault.line() : file.toString();
    Text text =
        Text.of(
            fault.what().zh() + "；" + fault.instead().zh(),
            fault.what().en() + "; " + fault.instead().en());
    common.err().println(place + ": " + common.language().say(text));
  }

  private void show(
      Release release, Workbench workbench, CompiledRelease compiled, List<Asked> cases) {
    if (common.json()) {
      common.print(json -> write(json, compiled, cases));
      return;
    }
    Map<String, Text> titles =
        workbench.schemes().stream()
            .collect(Collectors.toMap(SchemeInfo::id, s -> Text.of(s.title(), s.id())));
    Explainer explainer = new Explainer(release, titles, common.language(), common.width());
    for (Asked one : cases) {
      if (!one.name().isEmpty()) {
        common.print(common.page().title(one.name()).line(0, one.given().on().toString()));
      }
      common.out().print(explainer.assessment(assess(compiled, one)));
    }
    common.out().flush();
  }

  private static Assessment assess(CompiledRelease compiled, Asked one) {
    return compiled.assess(one.given(), new Ask(one.schemes(), true, true));
  }

  private static void write(JsonGenerator json, CompiledRelease compiled, List<Asked> cases)
      throws IOException {
    if (cases.size() == 1) {
      AssessmentJson.write(json, assess(compiled, cases.get(0)));
      return;
    }
    json.writeStartObject();
    json.writeArrayFieldStart("cases");
    for (Asked one : cases) {
      json.writeStartObject();
      json.writeStringField("name", one.name());
      json.writeFieldName("assessment");
      AssessmentJson.write(json, assess(compiled, one));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private boolean warn(List<Problem> broken) {
    if (!broken.isEmpty()) {
      common
          .err()
          .println(
              common.say(
                  "注意：政策文件有 " + broken.size() + " 个问题，有问题的项目不在其中，见 ./huice check",
                  "note: the packs have "
                      + broken.size()
                      + " problem(s), schemes with problems are"
                      + " left out: see ./huice check"));
    }
    return !broken.isEmpty();
  }
}
