package huice.entry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.engine.SchemeInfo;
import huice.entry.SchemeFile;
import huice.explain.Language;
import huice.explain.Page;
import huice.explain.ParameterWords;
import huice.model.Clause;
import huice.model.Dictionary;
import huice.model.Interaction;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Question;
import huice.model.Service;
import huice.model.TestCase;
import huice.model.Text;
import huice.simulation.CaseFailure;
import huice.simulation.CaseReport;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One scheme on one page, as text or JSON. */
final class SchemePage {
  private final Dictionary dictionary;
  private final SchemeFile scheme;
  private final LocalDate on;
  private final Set<TestCase> failed;

  SchemePage(Dictionary dictionary, SchemeFile scheme, LocalDate on, CaseReport report) {
    this.dictionary = dictionary;
    this.scheme = scheme;
    this.on = on;
    this.failed = report.failures().stream().map(CaseFailure::testCase).collect(Collectors.toSet());
  }

  Page text(Page page, Language language) {
    SchemeInfo info = scheme.info();
    page.title(info.title() + "  " + info.id());
    page.line(0, language.say(status()));
    for (Service service : scheme.adopted()) {
      page.line(
          0,
          language.say(
              "自 " + service.from() + " 起由 " + service.adoptedBy() + " 采用，不再只是试算",
              "adopted from " + service.from() + " by " + service.adoptedBy()));
    }
    page.line(0, language.say("政策包：" + info.pack(), "Pack: " + info.pack()));
    page.line(
        0,
        language.say(
            "类别：" + info.kind().zh() + (info.monthly() ? "，逐月" : ""),
            "Kind: " + info.kind() + (info.monthly() ? ", month by month" : "")));
    page.heading(language.say("条款", "Clauses"));
    scheme.clauses().forEach(c -> clause(page, c));
    page.heading(language.say("规则", "Rule") + "  " + info.file());
    for (SchemeFile.Row row : scheme.rule()) {
      page.raw(2, "%3d  %s".formatted(row.line(), row.text()));
    }
    page.heading(language.say("参数（" + on + " 施行的值）", "Parameters in force on " + on));
    scheme.parameters().forEach(p -> parameter(page, language, p));
    others(page, language);
    page.heading(language.say("个案", "Cases"));
    for (TestCase one : scheme.cases()) {
      String mark = failed.contains(one) ? "✗ " : "✓ ";
      page.item(2, mark, one.name() + "  " + one.given().on() + "  " + expected(one.expect()));
    }
    return page;
  }

  /** What a case expects, as in its file. */
  private static String expected(Map<String, Object> expect) {
    return expect.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private Text status() {
    return scheme.draft()
        ? Text.of("所依据的政策是草案，只作试算", "The policy is a draft: indicative only")
        : Text.of("所依据的政策已施行", "The policy is in force");
  }

  private static void clause(Page page, Clause clause) {
    page.item(2, clause.id() + "  ", clause.quote().isEmpty() ? clause.gloss() : clause.quote());
    if (!clause.quote().isEmpty() && !clause.gloss().isEmpty()) {
      page.line(4, clause.gloss());
    }
  }

  private void parameter(Page page, Language language, Parameter parameter) {
    String name = "〔" + parameter.name() + "〕";
    String shown = language == Language.ZH ? name : name + " " + parameter.en();
    ParameterValue version = parameter.on(on).orElse(null);
    if (version == null) {
      page.item(2, shown + "  ", language.say("当日没有施行的版本", "no version in force on that day"));
      return;
    }
    page.item(
        2,
        shown + "  ",
        language.say(ParameterWords.value(dictionary, parameter, version))
            + "  "
            + language.say(ParameterWords.period(version)));
    if (!version.reference().isBlank()) {
      page.line(
          6,
          version.reference()
              + "  "
              + language.say(ParameterWords.confidence(version.confidence())));
    }
    if (version.checked() != null) {
      page.line(6, language.say("核对于 " + version.checked(), "checked on " + version.checked()));
    }
    page.raw(6, parameter.file() + ":" + version.line());
  }

  private void others(Page page, Language language) {
    if (!scheme.info().schemes().isEmpty()) {
      page.heading(language.say("读取其他项目的结果", "Reads the outcomes of"));
      scheme.info().schemes().stream().sorted().forEach(s -> page.raw(2, s));
    }
    if (!scheme.interactions().isEmpty()) {
      page.heading(language.say("与其他项目的关系", "Together with other schemes"));
      for (Interaction one : scheme.interactions()) {
        page.line(2, one.name() + "：" + String.join("、", one.schemes()) + "  " + one.clause());
      }
    }
    if (!scheme.questions().isEmpty()) {
      page.heading(language.say("尚待明确的问题", "Open questions"));
      for (Question question : scheme.questions()) {
        page.item(2, "· ", language.say(question.text()));
      }
    }
  }

  void write(JsonGenerator json) throws IOException {
    SchemeInfo info = scheme.info();
    json.writeStartObject();
    json.writeStringField("scheme", info.id());
    json.writeStringField("title", info.title());
    json.writeStringField("pack", info.pack());
    json.writeStringField("kind", info.kind().name());
    json.writeStringField("subject", info.subject());
    json.writeBooleanField("monthly", info.monthly());
    json.writeBooleanField("draft", scheme.draft());
    json.writeStringField("on", on.toString());
    json.writeStringField("digest", info.digest());
    json.writeStringField("file", info.file());
    json.writeArrayFieldStart("clauses");
    for (Clause clause : scheme.clauses()) {
      ClausesCommand.write(json, clause);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rule");
    for (SchemeFile.Row row : scheme.rule()) {
      json.writeString(row.text());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parameters");
    for (Parameter parameter : scheme.parameters()) {
      parameter(json, parameter);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("questions");
    for (Question question : scheme.questions()) {
      json.writeString(question.text().zh());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cases");
    for (TestCase one : scheme.cases()) {
      json.writeStartObject();
      json.writeStringField("name", one.name());
      json.writeStringField("on", one.given().on().toString());
      json.writeStringField("expect", one.expect().toString());
      json.writeBooleanField("passed", !failed.contains(one));
      json.writeStringField("file", one.file());
      json.writeNumberField("line", one.line());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void parameter(JsonGenerator json, Parameter parameter) throws IOException {
    ParameterValue version = parameter.on(on).orElse(null);
    json.writeStartObject();
    json.writeStringField("name", parameter.name());
    json.writeStringField("en", parameter.en());
    json.writeStringField(
        "value",
        version == null || !version.published()
            ? null
            : ParameterWords.value(dictionary, parameter, version).zh());
    json.writeStringField("from", version == null ? null : version.from().toString());
    json.writeStringField("reference", version == null ? null : version.reference());
    json.writeStringField("confidence", version == null ? null : version.confidence().name());
    json.writeStringField("file", parameter.file());
    json.writeEndObject();
  }
}
