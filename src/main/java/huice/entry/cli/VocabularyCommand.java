package huice.entry.cli;

import huice.explain.Page;
import huice.model.Release;
import huice.model.Text;
import huice.simulation.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vocabulary}: the sentences that rules may use, and what each stands for. */
@Command(name = "vocabulary", description = "规则可以使用的句子 / the sentences that rules may use")
final class VocabularyCommand implements Callable<Integer> {
  private static final Pattern ENTRY =
      Pattern.compile("^\\[(keyword|condition|consequence|\\*)](?:\\[[^]]*])?(.+?)(?<!\\\\)=(.*)$");

  @Mixin private CommonOptions common;

  /** One sentence: where it may stand, how it reads and what it stands for. */
  private record Entry(String scope, String sentence, String meaning, int line) {}

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    if (release == null) {
      return common.unreadable(workbench);
    }
    List<Entry> entries = entries(release.vocabulary().lines());
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartArray();
            for (Entry entry : entries) {
              json.writeStartObject();
              json.writeStringField("scope", entry.scope());
              json.writeStringField("sentence", entry.sentence());
              json.writeStringField("meaning", entry.meaning());
              json.writeStringField("file", release.vocabulary().file());
              json.writeNumberField("line", entry.line());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    } else {
      common.print(page(entries));
    }
    return Main.GOOD;
  }

  private Page page(List<Entry> entries) {
    Page page = common.page();
    String scope = "";
    for (Entry entry : entries) {
      if (!scope.equals(entry.scope())) {
        scope = entry.scope();
        page.heading(common.language().say(scope(scope)));
      }
      page.line(2, entry.sentence());
      page.line(6, entry.meaning());
    }
    return page;
  }

  private static List<Entry> entries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher entry = ENTRY.matcher(lines.get(i).strip());
      if (entry.matches()) {
        entries.add(
            new Entry(entry.group(1), readable(entry.group(2)), entry.group(3).strip(), i + 1));
      }
    }
    return entries;
  }

  /** Without what anchors a sentence to its line. */
  private static String readable(String sentence) {
    return sentence
        .replace("^", "")
        .replace("$", "")
        .replace("\\s*", "")
        .replace("\\s+", " ")
        .replace("\\", "")
        .strip();
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
