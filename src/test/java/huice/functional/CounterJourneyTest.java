package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A visitor's way in a browser, from the card to the receipt, over a line that drops. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class CounterJourneyTest {
  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2024, 9, 2));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void fromTheCardToAFiledApplicationOverALineThatDrops() {
    Browser browser = Browser.signedIn(Accounts.actor(Role.CASEWORKER, "A")).waitFor("今日");
    browser.go("/desk/counter").shot("counter").accessible();
    browser.tick("申请");
    // a reader types the digits and Enter
    browser.labelled("身份证号码").sendKeys(Desk.number() + Keys.ENTER);
    browser.waitFor("应本人要求登记").shot("register").accessible();
    browser.fill("姓名", "阿依古丽").tick("本人同意").click("登记");
    browser.waitFor("各项政策").waitFor("只凭时间过去").shot("person").accessible();
    assertThat(browser.path()).matches("/desk/persons/[0-9a-f-]{36}\\?purpose=application");

    browser.click("登记的情况").waitFor("只登记改动的各项");
    browser.shot("facts").accessible();
    // what the office itself has on record
    Desk.record(
        "A",
        browser.path().replaceAll(".*persons/([^/?]+).*", "$1"),
        Desk.entry("jobseeking_certified", "value", "true", "source", "ledger"),
        Desk.entry("awards", "completeTo", "2024-09-02", "source", "ledger"));
    browser.fill("您是哪一年从高校毕业的", "2025").fill("您现在是不是在找工作", "是");
    browser
        .fill("取得日期", "20240902")
        .click("登记 Record")
        .waitFor("已登记")
        .click("各项政策")
        .waitFor("2025-01-01")
        .shot("person-facts");
    browser.click("一次性求职补贴").waitFor("怎样会有不同结果").shot("scheme").accessible();

    browser.click("申请 Apply").waitFor("申请所依据的登记情况");
    browser.shot("apply").accessible();
    browser.fill("申请金额", "1500").keys(Keys.TAB).waitFor("草稿已存");
    browser.online(false).fill("申请金额", "1800").keys(Keys.TAB).waitFor("没有存上");
    browser.shot("apply-offline");
    browser.online(true).fill("申请金额", "1900").keys(Keys.TAB).waitFor("草稿已存");
    String form = browser.path();
    browser.go("/desk").waitFor("我的草稿").shot("desk-draft");
    browser.go(form).waitFor("有未提交的草稿");
    assertThat(browser.typed("申请金额")).isEqualTo("1900");

    browser.click("受理申请").waitFor("有几处要改");
    assertThat(browser.focused()).contains("有几处要改");
    browser.shot("apply-fault").accessible();
    browser.tick("已向本人确认").click("受理申请").waitFor("受理回执");
    browser.shot("receipt").accessible();
    assertThat(browser.has("2024-10-02")).isTrue();

    browser.click("回到此人").waitFor("各项政策").click("假如").waitFor("只是假设，不保存");
    browser.fill("您是哪一年从高校毕业的", "2024").keys(Keys.ENTER).waitFor("不同之处");
    browser.shot("what-if").accessible();
    browser.click("本人查阅").waitFor("谁看过").shot("print").accessible();
    browser.click("同意").waitFor("自动决定").shot("consent").accessible();
    String consent = browser.path();
    String person = consent.replace("/consent", "");
    browser.screen(360, 800, 1);
    for (String page :
        new String[] {
          person, consent, person.replace("?", "/facts?"), person.replace("?", "/print?"), form
        }) {
      browser.go(page);
      assertThat(browser.scrollsSideways()).as(page).isFalse();
    }
    browser.go(person).waitFor("2025-01-01").shot("person-360").accessible();
    browser.go(form.replace("apply/", "schemes/")).shot("scheme-360").accessible();
  }

  @Test
  void theNoticeOfWhatIsMissingIsReadableForEverybody() {
    String person = Desk.person("A");
    Browser browser = Browser.signedIn(Accounts.actor(Role.CASEWORKER, "A")).waitFor("今日");
    browser.go("/desk/persons/" + person + "/apply/jobseeking-subsidy").waitFor("受理申请");
    browser.tick("已向本人确认").click("受理申请").waitFor("受理回执");
    String notice = browser.path().replace("/receipt", "/missing-notice");
    browser.go(notice).waitFor("一次性告知").shot("missing-before").accessible();
    browser.click("测算并列出").waitFor("您现在是不是在找工作").shot("missing").accessible();
    browser.screen(360, 800, 1).go(notice).waitFor("您现在是不是在找工作");
    assertThat(browser.scrollsSideways()).isFalse();
    browser.shot("missing-360").accessible();
    browser.screen(1280, 900, 1).go(notice).fill("由谁", "李四").click("告知并打印").waitFor("已告知");
    browser.shot("missing-told").accessible();
    browser.go("/desk/persons/" + person + "/what-if").waitFor("假设多一条");
    browser.click("假设多一条").click("用工经历").waitFor("只是假设 only").shot("what-if-row");
    browser.accessible();
    browser.go("/desk/persons/" + person + "/facts?at=employments%5Bnew%5D").waitFor("同下面");
    browser.shot("facts-sources").accessible();
  }
}
