package huice.entry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huice.explain.Page;
import huice.model.Problem;
import huice.policy.ReleaseFiles;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code release …}: how the packs go live, by two people, on the running service. */
@Command(
    name = "release",
    description = "提出、批准、回退发布 / propose, approve and roll back a release",
    synopsisSubcommandLabel = "propose|approve|reject|rollback|list",
    subcommands = {
      ReleaseCommand.Propose.class,
      ReleaseCommand.Approve.class,
      ReleaseCommand.Reject.class,
      ReleaseCommand.RollBack.class,
      ReleaseCommand.Steps.class
    },
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
  private static final String PATH = "/api/releases";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "请写明 propose、approve、reject、rollback 或 list (say which: propose, approve, …)");
  }

  @Command(name = "propose", description = "把文件夹里的全部文件提出为发布 / propose the folder's files")
  static final class Propose implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Mixin private ServiceOptions service;

    @Option(
        names = "--impact",
        required = true,
        paramLabel = "REF",
        description = "影响评估的文号 / the impact assessment's reference")
    private String impact = "";

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        description = "开始日期 / the first day on which it decides")
    private LocalDate from = LocalDate.MIN;

    @Option(
        names = "--terms",
        paramLabel = "keep|change",
        defaultValue = "keep",
        description = "在发待遇沿用原条件（默认）或改用新条件 / whether running awards keep their terms")
    private String terms = "keep";

    @Override
    public Integer call() {
      if (!List.of("keep", "change").contains(terms)) {
        throw common.wrongUse("--terms 只能是 keep 或 change", "--terms is keep or change");
      }
      ReleaseFiles files = ReleaseFiles.under(common.folder());
      if (!files.problems().isEmpty()) {
        for (Problem problem : files.problems()) {
          common.err().println(ProblemList.line(problem, common.language()));
        }
        return Main.PROBLEMS;
      }
      Map<String, String> query = new LinkedHashMap<>();
      query.put("impact", impact);
      query.put("from", from.toString());
      query.put("terms", terms);
      return told(
          common,
          service
              .client(common)
              .post(ServiceClient.path(PATH, query), "application/zip", files.zip()));
    }
  }

  @Command(name = "approve", description = "批准别人提出的发布 / approve what somebody else proposed")
  static final class Approve implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Mixin private ServiceOptions service;

    @Parameters(paramLabel = "DIGEST", description = "发布的摘要 / the release's digest")
    private String release = "";

    @Override
    public Integer call() {
      return told(
          common,
          service
              .client(common)
              .post(address(common, release, "approve"), "application/json", new byte[0]));
    }
  }

  @Command(name = "reject", description = "否决，或撤回自己提出的 / turn a proposal down")
  static final class Reject implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Mixin private ServiceOptions service;

    @Parameters(paramLabel = "DIGEST", description = "发布的摘要 / the release's digest")
    private String release = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "理由 / why")
    private String reason = "";

    @Override
    public Integer call() {
      return told(
          common,
          service
              .client(common)
              .post(address(common, release, "reject"), Map.of("reason", reason)));
    }
  }

  @Command(name = "rollback", description = "立即回到上一个批准的发布 / return to the one before, at once")
  static final class RollBack implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Mixin private ServiceOptions service;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "理由 / why")
    private String reason = "";

    @Override
    public Integer call() {
      return told(
          common, service.client(common).post(PATH + "/rollback", Map.of("reason", reason)));
    }
  }

  @Command(name = "list", description = "现行发布和全部步骤 / the live release and every step")
  static final class Steps implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Mixin private ServiceOptions service;

    @Override
    public Integer call() {
      JsonNode found = service.client(common).get(PATH);
      if (common.json()) {
        common.print(found);
        return Main.GOOD;
      }
      Page page = common.page();
      page.line(
          0,
          common.say("现行 ", "live ")
              + found.path("live").asText()
              + " ("
              + found.path("source").asText()
              + ")");
      found.path("steps").forEach(step -> page.line(0, words(common, step)));
      common.print(page);
      return Main.GOOD;
    }
  }

  private static String address(CommonOptions common, String release, String step) {
    if (!release.matches("[0-9a-f]{64}")) {
      throw common.wrongUse(
          "摘要是 64 个十六进制字符，见 release list", "a digest is 64 hex characters, see release list");
    }
    return PATH + "/" + release + "/" + step;
  }

  private static int told(CommonOptions common, JsonNode step) {
    if (common.json()) {
      common.print(step);
    } else {
      common.out().println(words(common, step));
    }
    return Main.GOOD;
  }

  private static String words(CommonOptions common, JsonNode step) {
    StringBuilder words = new StringBuilder(step.path("at").asText());
    words.append("  ").append(step.path("release").asText());
    words
        .append("  ")
        .append(
            switch (step.path("step").asText()) {
              case "proposed" -> common.say("提出", "proposed");
              case "approved" -> common.say("批准", "approved");
              case "rejected" -> common.say("否决", "rejected");
              default -> common.say("回退", "rolled back");
            });
    for (String field : List.of("from", "terms", "impact", "reason", "by")) {
      if (step.hasNonNull(field)) {
        words.append("  ").append(step.path(field).asText());
      }
    }
    return words.toString();
  }
}
