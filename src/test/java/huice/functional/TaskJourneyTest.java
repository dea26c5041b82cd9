package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month of services in a browser: asked for, owed, closed, handed over, stopped, reported. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class TaskJourneyTest {
  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2024, 9, 2));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void fromAskingForAServiceToStoppingItAndTheReport() {
    Asking office = new Asking("J7");
    String person = office.jobless();
    Desk.record(
        "J7",
        person,
        Desk.entry("graduation_year", "value", "2024"),
        Desk.entry("unemployment_registrations", "completeTo", "2024-09-02"));
    Accounts.second(Role.CASEWORKER, "J7");
    Browser browser = Browser.signedIn(office.caseworker).waitFor("今日");
    String services = "/desk/persons/" + person + "/services?purpose=question";
    browser.go(services).waitFor("没有正在进行的服务");
    browser.fill("服务", "定期联系").fill("怎样联系", "短信").fill("何时联系", "傍晚").click("申请 Ask");
    browser.waitFor("2024-09-09").shot("services").accessible();
    browser.fill("服务", "1311").click("申请 Ask").waitFor("没有定");
    browser.shot("services-two").accessible();

    TestClock.pass(Duration.ofDays(9));
    browser.go("/desk").waitFor("七天内的任务").shot("desk-tasks").accessible();
    browser.click("七天内的任务").waitFor("本机构逾期").shot("tasks").accessible();
    assertThat(browser.text()).contains("三（四）d〔无业联系间隔〕7 日，自 2024-09-02");
    browser.click("现在生成").waitFor("不变 2");
    browser.click("定期联系").waitFor("凭什么").shot("task").accessible();
    assertThat(browser.text()).contains("rules/shache-2024/follow-up.csv", "主任", "短信或留言", "傍晚");
    browser.fill("交给谁", "caseworker-j7").click("交给 Hand over").waitFor("caseworker-j7");
    browser.tick("本人约定日期回电").click("办结 Close").waitFor("有几处要改");
    assertThat(browser.focused()).contains("有几处要改");
    browser.shot("task-fault").accessible();
    browser.fill("约好哪天回电", "20240913").click("办结 Close").waitFor("约好回电");
    browser.shot("tasks-callback").accessible();

    browser.go(services).waitFor("停止定期联系").click("停止定期联系").waitFor("已停止");
    browser.shot("services-stopped").accessible();
    browser.go("/desk/tasks?show=all");
    assertThat(browser.text()).doesNotContain("定期联系").contains("1311");

    verification(office);
    report();

    browser = Browser.signedIn(office.caseworker).waitFor("今日");
    browser.screen(360, 800, 1);
    String task = "/desk/tasks/" + office.task(person, "service-1311");
    for (String page : new String[] {services, "/desk/tasks", task, "/desk/verifications"}) {
      browser.go(page);
      assertThat(browser.scrollsSideways()).as(page).isFalse();
      browser.accessible();
    }
    browser.go("/desk/tasks").shot("tasks-360");
    browser.go(task).shot("task-360");
    browser.go(services).shot("services-360");
  }

  private static void verification(Asking office) {
    String person = Desk.person("J7");
    Desk.record(
        "J7",
        person,
        Desk.entry(
            "skill_certificates[new].obtained_on", "value", "2024-08-20", "source", "document"),
        Desk.entry("skill_certificates[new].skill_tier", "value", "five", "source", "document"),
        Desk.entry("skill_certificates[new].insured_months", "value", "12", "source", "document"));
    Desk.post(
            "J7",
            "/api/applications",
            Map.of(
                "record",
                person,
                "scheme",
                "skill-upgrade",
                "channel",
                "COUNTER",
                "appliedOn",
                TestClock.today().toString()))
        .then()
        .statusCode(201);
    office.run();
    Browser browser = Browser.signedIn(Accounts.second(Role.CASEWORKER, "J7")).waitFor("今日");
    browser.go("/desk/verifications").waitFor("技能提升补贴").shot("verifications").accessible();
    browser.click("技能提升补贴").waitFor("与材料不一致").shot("verification").accessible();
    browser.tick("不一致").click("核查").waitFor("请先对照材料");
    browser.shot("verification-fault").accessible();
    browser.tick("已逐项与材料对照").click("核查").waitFor("没有待核对的录入");
    browser.go("/desk/tasks").waitFor("核对不一致").shot("tasks-mismatch").accessible();
    browser = Browser.signedIn(office.certifier).waitFor("今日");
    browser.go("/desk/verifications").waitFor("截止一轮并抽样");
    browser.fill("抽几份", "1").fill("凭什么定这个数", "试行先抽一份").click("截止并抽样");
    browser.waitFor("重算一致").shot("rounds").accessible();
  }

  private static void report() {
    Browser browser = Browser.signedIn(Matters.AUDITOR).waitFor("今日");
    browser.go("/desk/reports?month=2024-09").waitFor("各群体是否一样").shot("reports").accessible();
    browser.screen(360, 800, 1).go("/desk/reports?month=2024-09");
    assertThat(browser.scrollsSideways()).isFalse();
    browser.shot("reports-360").accessible();
  }
}
