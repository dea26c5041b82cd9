package huice.entry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huice.explain.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touched}: every decision a rule took part in, asked again of a release. */
@Command(
    name = "touched",
    description = "列出一条规则参与过的全部决定并重算 / every decision a rule took part in, asked again",
    footer = {
      "",
      "需要政策人员或审计员账号。 For a policy officer's or auditor's account.",
      "退出码 Exit codes: 0 没有变化 unchanged, 1 有少发、多发或其他变化 changed,"
          + " 2 用法有误或服务不可用 wrong use, no service"
    })
final class TouchedCommand implements Callable<Integer> {
  private static final List<String> EFFECTS =
      List.of("UNDERPAID", "OVERPAID", "OTHER", "UNCHANGED");

  @Mixin private CommonOptions common;
  @Mixin private ServiceOptions service;

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "ID",
      description = "条件的编号 / the condition's id")
  private String rule;

  @Option(names = "--from", paramLabel = "DATE", description = "从哪天 / the first day")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "到哪天 / the last day")
  private @Nullable LocalDate to;

  @Option(
      names = "--release",
      paramLabel = "DIGEST",
      description = "按哪个发布重算，不写为现行的 / the release to ask, the live one when left out")
  private @Nullable String release;

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("rule", rule);
    add(query, "from", from);
    add(query, "to", to);
    add(query, "release", release);
    JsonNode found = service.client(common).get(ServiceClient.path("/api/touched", query));
    if (common.json()) {
      common.print(found);
    } else {
      common.print(page(found));
    }
    JsonNode counts = found.path("counts");
    int unchanged = counts.path("UNCHANGED").asInt();
    return found.path("lines").size() == unchanged ? Main.GOOD : Main.PROBLEMS;
  }

  private static void add(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null) {
      query.put(name, value.toString());
    }
  }

  private Page page(JsonNode found) {
    Page page = common.page();
    for (String effect : EFFECTS) {
      int count = found.path("counts").path(effect).asInt();
      page.line(0, words(effect) + common.say("：" + count + " 个", ": " + count));
      for (JsonNode line : found.path("lines")) {
        if (line.path("effect").asText().equals(effect) && !effect.equals("UNCHANGED")) {
          page.line(1, line(line));
        }
      }
    }
    return page;
  }

  private static String line(JsonNode line) {
    return line.path("decision").asText()
        + "  "
        + line.path("on").asText()
        + "  "
        + line.path("before").asText()
        + " "
        + line.path("amountBefore").asText("")
        + " → "
        + line.path("after").asText("-")
        + " "
        + line.path("amountAfter").asText("");
  }

  private String words(String effect) {
    return switch (effect) {
      case "UNDERPAID" -> common.say("少发", "underpaid");
      case "OVERPAID" -> common.say("多发", "overpaid");
      case "OTHER" -> common.say("其他不同", "otherwise different");
      default -> common.say("没有变化", "unchanged");
    };
  }
}
