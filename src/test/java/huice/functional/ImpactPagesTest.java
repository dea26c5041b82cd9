package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.POLICY_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of rule changes, with a browser as people use it. */
@QuarkusTest
@TestProfile(ApprovedReleases.class)
class ImpactPagesTest {
  @TempDir Path folder;

  @BeforeEach
  void registered() {
    LocalDate consent = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 6; i++) {
      int months = i % 2 == 0 ? 8 : 14;
      Keepers.keeper("A", TestClock.today().minusMonths(months).toString(), consent);
    }
  }

  @AfterEach
  void withdrawn() {
    Keepers.withdraw();
  }

  @Test
  void anOfficerAssessesACandidateReadsWhoLosesAndAnswersForIt() throws IOException {
    Browser browser = Browser.signedIn(POLICY_OFFICER).waitFor("今日");
    browser.click("规则改动").waitFor("评估一个候选发布").click("开始测算");
    browser.waitFor("请选择一个 zip 文件").shot("impacts-fault").accessible();
    send(browser, Rezipped.with("rules/lamps/oil-allowance.dslr", t -> t.replace("油", "水")));
    browser.waitFor("rules/lamps/oil-allowance.dslr:").accessible();
    send(browser, ImpactsTest.strict("page"));
    browser.waitFor("谁说明这些差异").shot("impact").accessible();
    assertThat(browser.text())
        .contains("谁得谁失", "前后费用", "最能说明问题的个例", "灯油补贴", "无人说明或接受")
        .doesNotContain("1990-02-28");
    assertThat(browser.all("svg.chart")).isNotEmpty();
    browser.click("以我的名义说明").waitFor("请勾选要说明的差异").accessible();
    browser.tick("灯油补贴 · 失去").fill("为什么有这些差异", "章程改为一年").click("以我的名义说明");
    browser.waitFor("章程改为一年").shot("impact-answered").accessible();
    browser.screen(360, 800, 1);
    assertThat(browser.scrollsSideways()).as("360 px").isFalse();
    browser.shot("impact-narrow");
    browser.screen(640, 900, 2);
    assertThat(browser.scrollsSideways()).as("200 %").isFalse();
    browser.screen(1280, 900, 1);
    browser.click("全部评估").waitFor("已算完").shot("impacts").accessible();
  }

  @Test
  void anAuditorReadsAndChangesNothing() throws IOException {
    Browser browser = Browser.signedIn(POLICY_OFFICER).waitFor("今日").go("/desk/impacts");
    send(browser, ImpactsTest.strict("auditor"));
    String path = browser.waitFor("谁说明这些差异").path();

    Browser auditor = Browser.signedIn(AUDITOR).waitFor("今日").go(path);

    assertThat(auditor.waitFor("谁得谁失").text()).contains("未说明");
    assertThat(auditor.all("main form")).isEmpty();
    assertThat(auditor.go("/desk/impacts").all("main form")).isEmpty();
  }

  private void send(Browser browser, byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("candidate.zip"), zip);
    browser.all("#f-files").get(0).sendKeys(file.toAbsolutePath().toString());
    browser.tick("登记并同意的人").click("开始测算");
    assertThat(browser.all("main")).isNotEmpty();
  }
}
