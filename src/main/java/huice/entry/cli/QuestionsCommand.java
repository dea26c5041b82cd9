package huice.entry.cli;

import huice.model.Question;
import huice.model.Release;
import huice.simulation.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code questions [PACK]}: what only an officer can settle. */
@Command(name = "questions", description = "只有主管部门能回答的问题 / what only an officer can settle")
final class QuestionsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "PACK", description = "只看一个政策包 / one pack only")
  private @Nullable String pack;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    if (release == null) {
      return common.unreadable(workbench);
    }
    common.pack(pack, release);
    List<Question> questions =
        release.packs().stream()
            .filter(p -> pack == null || pack.equals(p.id()))
            .flatMap(p -> p.questions().stream())
            .toList();
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartArray();
            for (Question question : questions) {
              json.writeStartObject();
              json.writeStringField("pack", question.pack());
              json.writeStringField("about", question.about());
              json.writeStringField("text", question.text().zh());
              json.writeStringField("textEn", question.text().en());
              json.writeStringField("file", question.file());
              json.writeNumberField("line", question.line());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    } else {
      common.print(
          common
              .page()
              .table(
                  List.of(
                      common.say("政策包", "pack"),
                      common.say("关于", "about"),
                      common.say("问题", "question")),
                  questions.stream()
                      .map(q -> List.of(q.pack(), q.about(), common.language().say(q.text())))
                      .toList()));
    }
    return Main.GOOD;
  }
}
