package huice.entry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huice.simulation.Population;
import huice.simulation.PopulationFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code population}: an invented county, into the running service or into files. */
@Command(
    name = "population",
    description = "虚构一个县，装入服务或者写成文件 / an invented county, into the service or into files",
    footer = {
      "",
      "没有一个真人；有真实登记的数据库一律拒绝。 Nobody is real; a database with anybody real is refused.",
      "装入服务需要系统管理员账号，--to 不需要服务。 For an administrator's account; --to needs no service.",
      "退出码 Exit codes: 0 办完 done, 1 没有办完或被拒绝 not done or refused,"
          + " 2 用法有误或服务不可用 wrong use, no service"
    })
final class PopulationCommand implements Callable<Integer> {
  private static final int MOST = 10_000_000;
  private static final long LOOK = 500;

  @Mixin private CommonOptions common;
  @Mixin private ServiceOptions service;

  @Option(names = "--people", required = true, paramLabel = "N", description = "人数 / how many")
  private int people;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "种子，同一种子得同样的县 / the same seed gives the same county")
  private long seed;

  @Option(names = "--on", paramLabel = "DATE", description = "哪天的样子，默认今天 / as of, today by default")
  private @Nullable LocalDate on;

  @Option(names = "--to", paramLabel = "DIR", description = "写成文件 / write files instead")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (people < 1 || people > MOST) {
      throw common.wrongUse("--people 须为 1 至 " + MOST, "--people is from 1 to " + MOST);
    }
    Path to = folder;
    if (to == null) {
      return load();
    }
    LocalDate day = on == null ? LocalDate.now(Main.CLOCK) : on;
    Population county = new Population(seed, day, 0, people);
    PopulationFiles.write(county, to, common.progress(county.pairs()));
    common.print(
        common.page().line(0, common.say("已写入 " + to, people + " people written to " + to)));
    return Main.GOOD;
  }

  private int load() throws InterruptedException {
    ServiceClient client = service.client(common);
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("people", people);
    order.put("seed", seed);
    if (on != null) {
      order.put("on", on.toString());
    }
    JsonNode county = client.post("/api/populations", order);
    String path = "/api/populations/" + county.path("id").asText();
    IntConsumer progress = common.progress(people);
    while (county.path("state").asText().equals("running")) {
      Thread.sleep(LOOK);
      county = client.get(path);
      progress.accept(county.path("done").asInt());
    }
    boolean done = county.path("state").asText().equals("done");
    if (common.json()) {
      common.print(county);
    } else {
      String so = county.path("done").asText();
      common.print(
          common
              .page()
              .line(
                  0,
                  done
                      ? common.say("已装入 " + people + " 人", people + " people registered")
                      : common.say(
                          "没有装完（" + so + " 人），再次运行会接着装", "not done (" + so + "); run it again")));
    }
    return done ? Main.GOOD : Main.PROBLEMS;
  }
}
