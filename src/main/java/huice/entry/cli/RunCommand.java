package huice.entry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huice.explain.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: has the running service assess everybody, or what changed. */
@Command(
    name = "run",
    description = "测算全县，或者只测算有变化的人 / assess everybody who is registered, or what changed",
    footer = {
      "",
      "只是测算，不作任何决定。被中断的会接着办。 An assessment, no decision; goes on with one that was cut off.",
      "需要政策人员、系统管理员或程序账号。 For a policy officer's, administrator's or program's account.",
      "退出码 Exit codes: 0 办完 done, 1 没有办完 not done, 2 用法有误或服务不可用 wrong use, no service"
    })
final class RunCommand implements Callable<Integer> {
  private static final long LOOK = 200;

  @Mixin private CommonOptions common;
  @Mixin private ServiceOptions service;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "按哪天测算，默认今天 / the day, today by default")
  private @Nullable LocalDate on;

  @Option(names = "--scheme", paramLabel = "S", description = "只测算一个项目 / one scheme only")
  private @Nullable String scheme;

  @Option(names = "--all", description = "不论有没有变化，全部重新测算 / everybody, whatever changed")
  private boolean all;

  @Override
  public Integer call() throws InterruptedException {
    ServiceClient client = service.client(common);
    Map<String, Object> order = new LinkedHashMap<>();
    if (on != null) {
      order.put("on", on.toString());
    }
    if (scheme != null) {
      order.put("scheme", scheme);
    }
    order.put("everybody", all);
    JsonNode run = client.post("/api/runs", order);
    String path = "/api/runs/" + run.path("id").asText();
    IntConsumer progress = common.progress(run.path("people").asInt());
    while (run.path("state").asText().equals("running")) {
      Thread.sleep(LOOK);
      run = client.get(path);
      progress.accept(run.path("done").asInt());
    }
    if (common.json()) {
      common.print(run);
    } else {
      common.print(page(run));
    }
    return run.path("state").asText().equals("done") ? Main.GOOD : Main.PROBLEMS;
  }

  private Page page(JsonNode run) {
    Page page = common.page();
    int done = run.path("done").asInt();
    String day = run.path("on").asText();
    boolean whole = run.path("whole").asBoolean();
    if (run.path("state").asText().equals("done")) {
      page.line(
          0,
          common.say(
              "测算了 " + done + " 人（" + (whole ? "全部" : "有变化的") + "），按 " + day,
              done + " people assessed (" + (whole ? "all" : "what changed") + "), on " + day));
    } else {
      page.line(
          0,
          common.say(
              "没有办完：" + done + " 人已测算；再次运行会接着办",
              "not done: " + done + " people assessed; run it again to go on"));
    }
    return page;
  }
}
