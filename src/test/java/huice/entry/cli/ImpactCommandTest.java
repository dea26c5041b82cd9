package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code impact}: on the small packs for its mistakes, on the shipped ones for what it tells. */
class ImpactCommandTest {
  private static final String LIMIT = "policies/employment-subsidies/parameters/loan-limit.yaml";

  @TempDir Path root;
  @TempDir Path other;
  private FixtureRoot lamps;

  @BeforeEach
  void copy() throws IOException {
    lamps = new FixtureRoot(root);
  }

  @Test
  void neitherAFolderNorARevisionIsWrongUseInWords() throws Exception {
    FixtureRoot.Run outside = lamps.run("impact", "--base", "v9");
    git(root, "init", "-q");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "lamps");
    FixtureRoot.Run inside = lamps.run("impact", "--base", "v9");
    FixtureRoot.Run option = lamps.run("impact", "--base", "--exec=x");

    assertThat(outside.code()).isEqualTo(Main.WRONG_USE);
    assertThat(outside.err()).contains("没有文件夹「v9」").contains("不在 git 库里");
    assertThat(inside.code()).isEqualTo(Main.WRONG_USE);
    assertThat(inside.err()).contains("没有文件夹，也没有版本「v9」");
    assertThat(option.code()).isEqualTo(Main.WRONG_USE);
    assertThat(option.err()).contains("没有文件夹，也没有版本");
  }

  @Test
  void withoutABaseOrWithAFolderOfOtherThingsItSaysWhatToWrite() {
    assertThat(lamps.run("impact").err()).contains("--base 写明与什么相比");
    FixtureRoot.Run run = lamps.run("impact", "--base", other.toString());
    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains("里没有 policies、rules、test-cases");
    assertThat(lamps.run("impact", "--base", ".", "--format", "pdf").err()).contains("没有格式「pdf」");
  }

  @Test
  void problemsAreToldWithFileAndLineAndWhichStateHasThem() throws Exception {
    git(root, "init", "-q");
    String sound = Files.readString(root.resolve("rules/lamps/oil-allowance.dslr"));
    lamps.write("rules/lamps/oil-allowance.dslr", "规则 什么\n");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "broken");
    FixtureRoot.Run now = lamps.run("impact", "--base", "HEAD");
    lamps.write("rules/lamps/oil-allowance.dslr", sound);
    FixtureRoot.Run before = lamps.run("impact", "--base", "HEAD");

    assertThat(now.code()).isEqualTo(Main.PROBLEMS);
    assertThat(now.err()).contains("现在的文件夹有问题").contains("rules/lamps/oil-allowance.dslr:");
    assertThat(before.code()).isEqualTo(Main.PROBLEMS);
    assertThat(before.err()).contains("原来的状态（HEAD）有问题").contains("rules/lamps/oil-allowance.dslr:");
  }

  @Test
  void aRevisionIsReadWithoutTouchingTheFolder() throws Exception {
    shipped(other);
    git(other, "init", "-q");
    git(other, "add", "-A");
    git(other, "commit", "-qm", "packs");
    Path limit = other.resolve(LIMIT);
    String changed = Files.readString(limit).replace("value: 300000", "value: 100000");
    Files.writeString(limit, changed);
    Path html = root.resolve("impact.html");
    String[] asked = {
      "impact",
      "--base",
      "HEAD",
      "--root",
      other.toString(),
      "--on",
      "2026-03-31",
      "--people",
      "1500"
    };

    JsonNode json = new ObjectMapper().readTree(lamps.run(with(asked, "--json")).out());
    FixtureRoot.Run table = lamps.run(asked);
    FixtureRoot.Run csv = lamps.run(with(asked, "--format", "csv"));
    FixtureRoot.Run page = lamps.run(with(asked, "--format", "html", "--out", html.toString()));

    assertThat(Files.readString(limit)).isEqualTo(changed);
    assertThat(json.path("people").asInt()).isEqualTo(1578);
    assertThat(json.path("unread").asInt()).isZero();
    JsonNode loan = scheme(json, "startup-loan-interest");
    assertThat(loan.at("/changes/LOSES").asInt()).isPositive();
    assertThat(loan.path("breakdowns"))
        .as(loan.path("breakdowns").toString())
        .isNotEmpty()
        .allSatisfy(
            told ->
                assertThat(told.path("rows").size())
                    .satisfies(
                        rows -> assertThat(rows == 0).isEqualTo(told.path("withheld").asBoolean())))
        .anySatisfy(told -> assertThat(told.path("rows").size()).isGreaterThan(1));
    assertThat(json.path("same").size()).isGreaterThan(50);
    assertThat(json.path("singles").size()).isBetween(1, 50);
    assertThat(table.out()).contains("创业担保贷款贴息", "失去", "前后费用", "虚构", "个例");
    assertThat(csv.out()).contains("startup-loan-interest").startsWith("\uFEFF表 table");
    assertThat(page.code()).isEqualTo(Main.GOOD);
    assertThat(Files.readString(html))
        .contains("<svg", "创业担保贷款贴息", "lang=\"en\"")
        .doesNotContain("http://", "https://", "<script", "src=");
  }

  private static JsonNode scheme(JsonNode json, String id) {
    for (JsonNode scheme : json.path("schemes")) {
      if (scheme.path("id").asText().equals(id)) {
        return scheme;
      }
    }
    throw new AssertionError(id);
  }

  private static String[] with(String[] asked, String... more) {
    return Stream.concat(Stream.of(asked), Stream.of(more)).toArray(String[]::new);
  }

  private static void shipped(Path target) throws IOException {
    for (String folder : List.of("policies", "rules", "test-cases")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = target.resolve(file.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "git", "-C", folder.toString(), "-c", "user.name=t", "-c", "user.email=t");
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    assertThat(builder.start().waitFor()).isZero();
  }
}
