package huice.entry.cli;

import huice.engine.CompiledRelease;
import huice.entry.ImpactForm;
import huice.model.Problem;
import huice.policy.ReleaseFiles;
import huice.simulation.Workbench;
import huice.simulation.impact.Comparison;
import huice.simulation.impact.Impact;
import huice.simulation.impact.InventedPeople;
import huice.simulation.impact.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code impact}: who gains and who loses between two states of the packs, and what it costs. */
@Command(
    name = "impact",
    description = "改动的影响：谁得谁失、前后费用 / who gains, who loses, what it costs",
    footer = {
      "",
      "不写 --database 时算的是虚构的人，不需要服务；写了则由运行中的服务算登记并同意的人，需要政策人员账号。",
      "Without --database people are invented and no service is needed; with it the running service",
      "decides those who registered and consent, for a policy officer's account.",
      "",
      "例 Examples:",
      "  ./huice impact --base HEAD~1",
      "  ./huice impact --base ../packs-2024 --people 402857 --format html --out impact.html"
    })
final class ImpactCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("table", "csv", "json", "html");
  private static final int MOST_PEOPLE = 5_000_000;

  @Mixin private CommonOptions common;
  @Mixin private ServiceOptions service;

  @Option(
      names = "--base",
      paramLabel = "REV|DIR",
      description = "原来的状态：git 版本或文件夹 / the state before: a git revision or a folder")
  private @Nullable String base;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "测算日期，默认今天 / the day, today by default")
  private @Nullable LocalDate on;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "20000",
      description = "虚构多少人，默认 20000 / how many invented people, 20000 by default")
  private int people;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2024",
      description = "同一种子生成同一批人 / the same seed gives the same people")
  private long seed;

  @Option(names = "--database", description = "算服务里登记的人 / the people of the running service")
  private boolean database;

  @Option(names = "--scheme", paramLabel = "SCHEME", description = "只看一个项目 / one scheme only")
  private @Nullable String scheme;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table（默认）、csv、json 或 html")
  private String format = "table";

  @Option(names = "--out", paramLabel = "FILE", description = "写到文件 / write to a file")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (!FORMATS.contains(format)) {
      throw common.unknown("格式", "format", format, FORMATS);
    }
    if (people < 1 || people > MOST_PEOPLE) {
      throw common.wrongUse(
          "--people 应在 1 和 " + MOST_PEOPLE + " 之间", "--people is between 1 and " + MOST_PEOPLE);
    }
    ReleaseFiles files = ReleaseFiles.under(common.folder());
    Workbench now = Workbench.open(files);
    if (now.compiled() == null || !now.clean()) {
      return refused(now, common.say("现在的文件夹有问题：", "The folder has problems:"));
    }
    if (scheme != null) {
      new SchemeChoice(common, now).compiled(scheme);
    }
    return database ? registered(files) : invented(now);
  }

  private int registered(ReleaseFiles now) {
    ReleaseFiles before = base == null ? null : files(base);
    ServiceImpact asked = new ServiceImpact(common, service.client(common));
    write(asked.impact(now, before, on, scheme, this::progress));
    return Main.GOOD;
  }

  private ReleaseFiles files(String name) {
    return new BaseFiles(common, common.folder()).of(name);
  }

  private int invented(Workbench now) {
    if (base == null) {
      throw common.wrongUse(
          "请用 --base 写明与什么相比：git 版本或文件夹",
          "say with --base what to compare with: a git revision or a folder");
    }
    Workbench before = Workbench.open(files(base));
    if (before.compiled() == null || !before.clean()) {
      return refused(
          before,
          common.say("原来的状态（" + base + "）有问题：", "The state before (" + base + ") has problems:"));
    }
    LocalDate day = on == null ? LocalDate.now(Main.CLOCK) : on;
    Report report = Report.shipped();
    Comparison comparison =
        new Comparison(
            compiled(before), compiled(now), report, scheme == null ? Set.of() : Set.of(scheme));
    InventedPeople county = new InventedPeople(seed, day, people, report);
    IntConsumer progress = progress(county.size());
    write(comparison.of(county, day, progress));
    return Main.GOOD;
  }

  private static CompiledRelease compiled(Workbench workbench) {
    return Objects.requireNonNull(workbench.compiled());
  }

  private int refused(Workbench workbench, String head) {
    common.err().println(head);
    List<Problem> problems = ProblemList.problems(workbench.problems());
    problems.forEach(p -> common.err().println(ProblemList.line(p, common.language())));
    return Main.PROBLEMS;
  }

  /** Parts are done by several threads: the terminal is told by one at a time. */
  private IntConsumer progress(int all) {
    if (!Boolean.getBoolean("huice.terminal")) {
      return done -> {};
    }
    return done -> {
      synchronized (this) {
        boolean end = done >= all;
        common.err().print("\r" + done + "/" + all + (end ? "\r" + " ".repeat(20) + "\r" : " "));
        common.err().flush();
      }
    };
  }

  private void write(Impact impact) {
    String form = common.json() ? ImpactForm.JSON.id() : format;
    put(
        ImpactForm.of(form)
            .map(known -> known.bytes(impact))
            .orElseGet(
                () -> ImpactTable.of(impact, common).toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** To the file, or to where the command speaks. */
  private void put(byte[] bytes) {
    Path file = out;
    if (file == null) {
      common.out().print(new String(bytes, StandardCharsets.UTF_8));
      common.out().flush();
      return;
    }
    try {
      Files.write(file, bytes);
      common.err().println(common.say("已写入 " + file, "written to " + file));
    } catch (IOException e) {
      throw common.wrongUse("写不了文件 " + file, "cannot write the file " + file);
    }
  }
}
