package huice.entry.cli;

import huice.engine.Engine;
import huice.engine.Sentence;
import huice.explain.Page;
import huice.model.Release;
import huice.model.Text;
import huice.simulation.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vocabulary}: the sentences that rules may use, an example of each and its meaning. */
@Command(name = "vocabulary", description = "规则可以使用的句子 / the sentences that rules may use")
final class VocabularyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    if (release == null) {
      return common.unreadable(workbench);
    }
    List<Sentence> entries = Engine.sentences(release);
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartArray();
            for (Sentence entry : entries) {
              json.writeStartObject();
              json.writeStringField("scope", entry.scope());
              json.writeStringField("sentence", entry.text());
              json.writeStringField("meaning", entry.meaning());
              json.writeStringField("file", release.vocabulary().file());
              json.writeNumberField("line", entry.line());
              Sentence.Example example = entry.example();
              json.writeStringField("example", example == null ? null : example.text());
              json.writeStringField("exampleFile", example == null ? null : example.file());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    } else {
      common.print(page(entries));
    }
    return Main.GOOD;
  }

  private Page page(List<Sentence> entries) {
    Page page = common.page();
    String scope = "";
    for (Sentence entry : entries) {
      if (!scope.equals(entry.scope())) {
        scope = entry.scope();
        page.heading(common.language().say(scope(scope)));
      }
      page.line(2, entry.text());
      page.line(6, example(entry));
      page.line(6, entry.meaning());
    }
    return page;
  }

  private String example(Sentence entry) {
    Sentence.Example example = entry.example();
    return example == null
        ? common.say("还没有规则使用", "no rule uses it yet")
        : common.say("例：", "example: ") + example.text() + "  " + example.file();
  }

  private static Text scope(String scope) {
    return switch (scope) {
      case "condition" -> Text.of("条件", "condition");
      case "consequence" -> Text.of("结果", "consequence");
      case "keyword" -> Text.of("关键词", "keyword");
      default -> Text.of("表格列", "table column");
    };
  }
}
