package huice.functional;

import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Actor;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Public pages, vacancies and complaints with a browser, as people use them. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class ServicesJourneyTest {
  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2025, 3, 3));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  private static Browser in(Actor actor) {
    Browser browser = Browser.fresh().go("/sign-in");
    browser.fill("账号", actor.name()).fill("密码", actor.name()).keys(Keys.ENTER);
    return browser.waitFor("今日");
  }

  private static void fits(Browser browser, String shot, String... paths) {
    for (int width : new int[] {640, 360}) {
      browser.screen(width, 800, width == 640 ? 2 : 1);
      for (String path : paths) {
        browser.go(path);
        assertThat(browser.scrollsSideways()).as("%s at %s px", path, width).isFalse();
      }
    }
    browser.shot(shot).accessible();
    browser.screen(1280, 900, 1);
  }

  @Test
  void aStrangerReadsAGuideAndChecksAgainstItWithoutAnAccount() {
    Accounts.actor(huice.model.Role.CASEWORKER, "A");
    Browser browser = Browser.fresh().go("/");
    browser.shot("open-start").accessible();
    browser.click("政策指南").waitFor("每一项都有条文").shot("open-policies").accessible();
    browser.click("夫妻工就业奖补").waitFor("办事指南");
    browser.shot("open-guide").accessible();
    assertThat(browser.text()).contains("没有定").doesNotContain("couple-award amount");
    browser.click("自己测一测").waitFor("不知道的不用填");
    browser.shot("open-self-check").accessible();
    browser.fill("你们是哪天登记结婚的", "2020-05-20");
    browser.script("document.querySelector('main form button.govuk-button:not([name])').click()");
    browser.waitFor("按您填的情况").shot("open-self-check-result").accessible();
    browser.click("加一条").waitFor("第 1 条").shot("open-self-check-row").accessible();
    browser.go("/start-up").shot("open-start-up").accessible();
    browser.go("/courses").accessible();
    browser.go("/self-check").shot("open-self-checks").accessible();
    fits(
        browser,
        "open-complain-360",
        "/",
        "/policies",
        "/policies/couple-award",
        "/self-check/couple-award",
        "/jobs",
        "/complaints/status",
        "/complaints");
  }

  @Test
  void aVacancyIsRefusedForAnAgeLimitThenEnteredCheckedFoundAndOffered() {
    Browser browser = in(CASEWORKER);
    browser.go("/desk/vacancies").click("录入岗位").waitFor("没有性别");
    Openings.draft(Map.of())
        .forEach(
            (name, value) -> {
              for (var field : browser.all("main [name='" + name + "']")) {
                if (field.getTagName().equals("select")) {
                  field.findElement(By.cssSelector("option[value='" + value + "']")).click();
                } else if ("radio".equals(field.getDomAttribute("type"))) {
                  if (value.equals(field.getDomAttribute("value"))) {
                    browser.script(
                        "document.querySelector(\"[name='"
                            + name
                            + "'][value='"
                            + value
                            + "']\").click()");
                  }
                } else {
                  field.clear();
                  field.sendKeys("" + value);
                }
              }
            });
    browser.fill("要会什么", "会平缝机，18-35周岁女性");
    browser.click("录入，待他人核实").waitFor("招聘信息不得写年龄");
    assertThat(browser.text()).contains("招聘信息不得写性别", "写岗位要求的能力");
    browser.shot("vacancy-refused").accessible();
    browser.fill("要会什么", "会平缝机").click("录入，待他人核实").waitFor("待核实");
    String path = browser.path();
    browser.shot("vacancy-entered").accessible();
    browser.go("/desk/vacancies/words").shot("vacancy-words").accessible();
    in(CERTIFIER);
    browser.go(path).tick("属实").tick("已看营业执照");
    browser.script(
        "[...document.querySelectorAll('main button')].find(b => b.innerText.startsWith('核实')).click()");
    browser.waitFor("招聘中").shot("vacancy-open").accessible();
    browser.click("公开页").waitFor("应聘不收任何费用").shot("open-job").accessible();
    fair(browser);
    offered(browser, path.replaceAll(".*/", ""));
    browser.go("/desk/vacancies").shot("vacancies").accessible();
    fits(browser, "vacancies-360", "/desk/vacancies", path, "/desk/vacancies/fairs");
  }

  private static void fair(Browser browser) {
    in(CASEWORKER);
    browser.go("/desk/vacancies/fairs").fill("种类", "综合").fill("日期", "2025-03-20");
    browser.fill("名称", "春季综合招聘会").fill("地点", "莎车县人民广场").click("安排");
    browser.waitFor("春季综合招聘会").shot("fairs").accessible();
  }

  private static void offered(Browser browser, String post) {
    String person = Desk.person("A");
    browser.go("/desk/persons/" + person + "/jobs");
    browser.fill("技能", "缝纫").tick("县内").click("记下").waitFor("符合的岗位");
    browser.shot("person-jobs").accessible();
    browser.all("main form[action*='" + post + "'] button").get(0).click();
    browser.waitFor("已推荐");
    browser.go("/jobs?skill=sewing&near=county").waitFor("缝纫工").shot("open-jobs").accessible();
  }

  @Test
  void aComplaintAboutUnpaidWagesGoesFromAStrangersFormToTheMoney() {
    String title = "合成建筑工地 " + UUID.randomUUID().toString().substring(0, 8);
    Matters.post(CASEWORKER, "/api/organisations", Map.of("entity", "employer", "title", title))
        .then()
        .statusCode(201);
    Browser browser = Browser.fresh().go("/complaints");
    browser.shot("open-complain").accessible();
    browser.click("提交").waitFor("有几处要改").shot("open-complain-faults").accessible();
    String words = "十一月到一月的工资没有发 " + UUID.randomUUID();
    browser.tick("拖欠工资").fill("经过", words).fill("拖欠金额", "9600").tick("A");
    browser.click("提交").waitFor("您的编号");
    browser.shot("open-receipt").accessible();
    String number = browser.all(".receipt-number").get(0).getText();
    assertThat(browser.path()).isEqualTo("/complaints");

    in(CASEWORKER);
    browser.go("/desk/complaints").shot("complaints").accessible();
    String id = of(words);
    browser.go("/desk/complaints/" + id).waitFor(words).shot("complaint").accessible();
    browser.fill("登记的单位", title).click("对应").waitFor(title);
    browser.click("安排一次例行排查").waitFor("不让单位知道");
    browser.fill("答复", "已责令单位七日内支付");
    browser.script("document.querySelector('main button[name=act][value=answer]').click()");
    browser.waitFor("已答复，钱未到手").shot("complaint-answered").accessible();
    browser.go("/desk/complaints/checks").waitFor(title).shot("payroll-checks").accessible();
    fits(
        browser,
        "complaint-360",
        "/desk/complaints",
        "/desk/complaints/checks",
        "/desk/complaints/" + id);

    Browser.fresh().go("/complaints/status").fill("编号", number).click("查看");
    browser.waitFor("已责令单位七日内支付").shot("open-status").accessible();
    browser.click("全部拖欠的钱已经收到").waitFor("钱已收到，办结").shot("open-status-end").accessible();
    assertThat(browser.path()).isEqualTo("/complaints/status");
  }

  private static String of(String words) {
    List<String> ids = Matters.get(CASEWORKER, "/api/complaints").jsonPath().getList("id");
    return ids.stream()
        .filter(
            id ->
                words.equals(
                    Matters.get(CASEWORKER, "/api/complaints/" + id).jsonPath().getString("text")))
        .findFirst()
        .orElseThrow();
  }
}
