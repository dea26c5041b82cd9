package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the YAML parser complains about, in an officer's words. */
final class YamlFaults {
  private static final Map<String, Text> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("unexpected end", Text.of("引号没有写完", "a quote is not closed"));
    KNOWN.put("TAB", Text.of("用了制表符缩进", "a tab is used to indent"));
    KNOWN.put("mapping values are not allowed", Text.of("冒号的位置不对", "a colon is out of place"));
    KNOWN.put("could not find expected ':'", Text.of("缺少冒号", "a colon is missing"));
    KNOWN.put("expected ',' or", Text.of("括号没有写完", "a bracket is not closed"));
    KNOWN.put("expected <block end>", Text.of("缩进不齐", "the indentation is uneven"));
    KNOWN.put("<stream end>", Text.of("文件没有写完", "the file breaks off"));
    KNOWN.put("unknown escape", Text.of("引号里的反斜线写法不对", "a backslash in quotes is wrong"));
  }

  private static final Text WRITE =
      Text.of(
          "请写成「名称: 值」，用空格缩进，含冒号或 # 的文字加引号",
          "write \"name: value\", indent by spaces, quote words with a colon or #");

  private YamlFaults() {}

  static CaseFault of(MarkedYamlEngineException error) {
    String problem = error.getProblem() == null ? "" : error.getProblem();
    Mark mark = error.getProblemMark().orElse(null);
    if (problem.contains("end of stream") || problem.contains("<stream end>")) {
      mark = error.getContextMark().orElse(mark);
    }
    return new CaseFault("", line(mark), what(problem), WRITE);
  }

  static CaseFault unreadable(int line) {
    return new CaseFault("", line, Text.of("读不懂这个 YAML 文件", "the YAML cannot be read"), WRITE);
  }

  private static Text what(String problem) {
    for (Map.Entry<String, Text> known : KNOWN.entrySet()) {
      if (problem.contains(known.getKey())) {
        return known.getValue();
      }
    }
    return say("YAML 写法不对：%s", "not well-formed YAML: %s", Words.shown(problem));
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getLine() + 1;
  }
}
