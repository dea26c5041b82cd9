package huice.entry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huice.explain.Page;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify-log}: whether the running service's log is as it was written. */
@Command(
    name = "verify-log",
    description = "校验日志，指出第一处断裂 / verify the log and name the first broken link",
    footer = {
      "",
      "需要审计员或管理员账号。 For an auditor's or administrator's account.",
      "退出码 Exit codes: 0 完好 whole, 1 有断裂 broken, 2 用法有误或服务不可用 wrong use, no service"
    })
final class VerifyLogCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private ServiceOptions service;

  @Override
  public Integer call() {
    JsonNode found = service.client(common).get("/api/log/verification");
    if (common.json()) {
      common.print(found);
    } else {
      common.print(page(found));
    }
    return found.path("whole").asBoolean() ? Main.GOOD : Main.PROBLEMS;
  }

  private Page page(JsonNode found) {
    Page page = common.page();
    long entries = found.path("entries").asLong();
    long unreadable = found.path("unreadable").asLong();
    long heads = found.path("heads").asLong();
    if (found.path("whole").asBoolean()) {
      page.line(
          0,
          common.say(
              "日志完好：共 " + entries + " 条，与库外的 " + heads + " 个日终值相符",
              "the log is whole: " + entries + " entries, " + heads + " heads outside agree"));
    } else {
      page.line(0, broken(found.path("broken")));
      page.line(
          0,
          common.say(
              "此前的 " + entries + " 条完好，与库外的 " + heads + " 个日终值相符",
              "the " + entries + " entries before it are sound, " + heads + " heads agree"));
    }
    if (unreadable > 0) {
      page.line(
          0,
          common.say(
              "其中 " + unreadable + " 条属于已注销的人，内容已不可读，链条仍完整",
              unreadable + " of them are about erased persons: unreadable, the chain holds"));
    }
    return page;
  }

  private String broken(JsonNode broken) {
    long seq = broken.path("seq").asLong();
    String head = broken.path("head").asText("");
    String zh = broken.path("what").asText() + (head.isEmpty() ? "" : "（" + head + "）");
    String en = broken.path("whatEn").asText() + (head.isEmpty() ? "" : " (" + head + ")");
    return seq == 0
        ? common.say(zh, en)
        : common.say(
            "第一处断裂：第 " + seq + " 条，" + zh, "the first broken link: entry " + seq + ", " + en);
  }
}
