package huice.entry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.explain.Language;
import huice.model.Problem;
import java.io.IOException;
import java.util.List;

/** Problems and notices as lines and as JSON. */
final class ProblemList {
  private ProblemList() {}

  static List<Problem> problems(List<Problem> all) {
    return all.stream().filter(p -> !p.notice()).toList();
  }

  static List<Problem> notices(List<Problem> all) {
    return all.stream().filter(Problem::notice).toList();
  }

  /** {@code file:line: what; what instead}. */
  static String line(Problem problem, Language language) {
    String place = problem.line() > 0 ? problem.file() + ":" + problem.line() : problem.file();
    String message =
        switch (language) {
          case ZH -> problem.what().zh() + "；" + problem.instead().zh();
          case EN -> problem.what().en() + "; " + problem.instead().en();
          case BOTH -> problem.message();
        };
    return place + ": " + (problem.notice() ? language.say("提示：", "notice: ") : "") + message;
  }

  static void write(JsonGenerator json, String name, List<Problem> problems) throws IOException {
    json.writeArrayFieldStart(name);
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      json.writeNumberField("line", problem.line());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
