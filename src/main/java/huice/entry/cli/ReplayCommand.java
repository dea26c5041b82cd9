package huice.entry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huice.explain.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay}: decides the service's kept decisions again and compares byte for byte. */
@Command(
    name = "replay",
    description = "重算已作的决定并逐字节比较 / decide kept decisions again and compare byte for byte",
    footer = {
      "",
      "需要审计员账号。 For an auditor's account.",
      "退出码 Exit codes: 0 没有差异 no difference, 1 有差异 differences,"
          + " 2 用法有误或服务不可用 wrong use, no service"
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private ServiceOptions service;

  @Option(names = "--from", paramLabel = "DATE", description = "从哪天 / the first day")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "到哪天 / the last day")
  private @Nullable LocalDate to;

  @Override
  public Integer call() {
    Map<String, String> period = new LinkedHashMap<>();
    if (from != null) {
      period.put("from", from.toString());
    }
    if (to != null) {
      period.put("to", to.toString());
    }
    JsonNode found = service.client(common).post("/api/replays", period);
    if (common.json()) {
      common.print(found);
    } else {
      common.print(page(found));
    }
    return found.path("differences").isEmpty() ? Main.GOOD : Main.PROBLEMS;
  }

  private Page page(JsonNode found) {
    Page page = common.page();
    int decisions = found.path("decisions").asInt();
    page.line(
        0,
        common.say(
            "重算决定 " + decisions + " 个；" + found.at("/told/zh").asText(),
            "decisions decided again: " + decisions + "; " + found.at("/told/en").asText()));
    for (JsonNode one : found.path("differences")) {
      page.line(
          1,
          one.path("decision").asText()
              + "  "
              + one.path("from").asText()
              + "  "
              + common.say(one.at("/what/zh").asText(), one.at("/what/en").asText()));
      for (JsonNode measure : one.path("measures")) {
        page.line(2, common.say("度量 ", "measure ") + measure.asText());
      }
    }
    return page;
  }
}
