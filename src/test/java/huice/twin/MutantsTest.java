package huice.twin;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.model.Case;
import huice.model.Release;
import huice.policy.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small mistakes of the kind people make in rule files, each of which the twin must notice. */
class MutantsTest {
  private static final int WORKERS = 20_000;

  private record Mutant(String what, String file, String from, String to) {}

  private static final String VOCABULARY = "rules/vocabulary.dsl";
  private static final String COUPLE = "rules/shache-2024/couple-award.dslr";
  private static final String INSURANCE =
      "rules/employment-subsidies/social-insurance-flexible.dslr";

  private static final List<Mutant> MUTANTS =
      List.of(
          new Mutant(
              "at least becomes more than",
              VOCABULARY,
              "(?m)^(\\[condition\\]双方的连续就业至少有.*) >= parameter",
              "$1 > parameter"),
          new Mutant(
              "a number changed by one",
              "policies/shache-2024/parameters/continuous-months.yaml",
              "value: 6",
              "value: 7"),
          new Mutant("a condition removed", COUPLE, "(?m)^.*双方此前都没有领取过本项奖补.*\n", ""),
          new Mutant("or becomes and", COUPLE, "或者 一方有", "一方有"),
          new Mutant(
              "the wrong event chooses the rate",
              "rules/employment-subsidies/startup-loan-interest.dslr",
              "〔一年期LPR〕按贷款合同签订日的版本",
              "〔一年期LPR〕按测算日的版本"),
          new Mutant(
              "month end becomes month start",
              VOCABULARY,
              "(worker.certifications\", \"where start <= @month)-end",
              "$1-start"),
          new Mutant("a cap dropped", INSURANCE, "(?m)^.*养老保险缴费基数超过.*\n", ""),
          new Mutant("an exception dropped", INSURANCE, "(?m)^.*除非 办理营业执照的.*\n", ""),
          new Mutant(
              "a quarter instead of a month",
              "rules/shache-2024/follow-up.csv",
              "(灵活就业,是,其他,否,否,是,.*)〔灵活就业联系间隔〕个月联系",
              "$1〔稳定就业联系间隔〕个月联系"),
          new Mutant(
              "a minimum wage one yuan too high",
              "policies/labour-standards/parameters/minimum-wage-month.yaml",
              "tier3: 1750",
              "tier3: 1751"),
          new Mutant(
              "the pay day moves later, not earlier",
              VOCABULARY,
              "previous-workday",
              "next-workday"),
          new Mutant(
              "before becomes on or before",
              VOCABULARY,
              "(worker.licences\", \"where start )<( @month-start)",
              "$1<=$2"));

  @TempDir Path folder;

  @Test
  void each_planted_mistake_makes_engine_and_twin_disagree() throws IOException {
    for (String part : List.of("policies", "rules")) {
      copy(Path.of(part), folder.resolve(part));
    }
    for (Mutant mutant : MUTANTS) {
      Path file = folder.resolve(mutant.file());
      String right = Files.readString(file);
      String wrong = right.replaceAll(mutant.from(), mutant.to());
      assertThat(wrong).as(mutant.what() + ": the file has changed").isNotEqualTo(right);
      Files.writeString(file, wrong);
      assertThat(noticed(compiled())).as(mutant.what()).isTrue();
      Files.writeString(file, right);
    }
  }

  private CompiledRelease compiled() {
    Release release = Objects.requireNonNull(Packs.load(folder).release());
    CompiledRelease compiled = Objects.requireNonNull(Engine.compile(release).release());
    assertThat(compiled.schemes()).as("a mutant still compiles").hasSizeGreaterThanOrEqualTo(9);
    return compiled;
  }

  private static boolean noticed(CompiledRelease mutant) {
    Agreement agreement = new Agreement(mutant);
    Workers workers = new Workers(mutant.source().dictionary(), 2024);
    boolean agreed = true;
    for (int i = 0; i < WORKERS && agreed; i++) {
      Case worker = workers.next();
      agreed = agreement.compare(worker, "worker " + i);
    }
    return !agreed;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
