package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import huice.model.Actor;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The pages of money, with a browser as people use it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class MoneyPagesTest {
  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2025, 4, 10));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void anEmployersClaimGoesFromItsRosterToThePaymentThatSucceedsAtTheSecondTry()
      throws IOException {
    String title = "合成小微 " + UUID.randomUUID().toString().substring(0, 8);
    firm(title);
    Browser browser = in(CASEWORKER);
    String claim = roster(browser, title);
    List<String> awards = results(browser, claim);
    noticed(browser, claim);
    browser.go("/desk/money/awards/" + awards.get(0));
    account(browser, "6228480000000001234");
    assertThat(browser.text()).contains("****1234").doesNotContain("6228480000000001234");
    String batch = released(browser);
    failed(browser, batch);
    paidNextTime(browser, awards.get(0));
  }

  private static Browser in(Actor actor) {
    Browser browser = Browser.fresh().go("/sign-in");
    browser.fill("账号", actor.name()).fill("密码", actor.name()).keys(Keys.ENTER);
    return browser.waitFor("今日");
  }

  private static void firm(String title) {
    String firm =
        Matters.post(CASEWORKER, "/api/organisations", Map.of("entity", "employer", "title", title))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Matters.say(UUID.fromString(firm), Map.of("owes_wages", "false", "firm_size", "small"));
  }

  /** A claim with a roster of three, after one that is refused with its rows. */
  private static String roster(Browser browser, String title) throws IOException {
    browser.go("/desk/money").shot("money").accessible();
    browser.click("单位的申请和花名册").fill("单位名称或代码", title).click("查找");
    browser.shot("money-organisations").accessible().click("开一项申请");
    String claim = browser.path().replaceAll(".*/claims/([^?]*).*", "$1");
    String head =
        "row_key,hired_on,left_on,contract_from,contract_until,graduation_year,graduated_on,employed_before,source";
    upload(browser, head + "\n,2024-09-01,无,2024-09-01,2027-08-31,2024,二〇二四年,否,document\n");
    browser.waitFor("一行也没有收");
    browser.shot("money-roster-faults").accessible();
    String good = ",2024-09-01,无,2024-09-01,2027-08-31,2024,2024-07-01,否,document\n";
    upload(browser, head + "\n" + good + good + good.replace("2024-09-01,2027-08-31", "无,无"));
    browser.waitFor("花名册已收：3 行");
    // what registers say of the months comes by its own tables
    UUID record = UUID.fromString(claim);
    for (int row = 1; row <= 3; row++) {
      Matters.say(record, Map.of("hires[r" + row + "]", months()));
    }
    return claim;
  }

  private static Map<String, Object> months() {
    List<Object> premiums =
        List.of("2025-01", "2025-02", "2025-03").stream()
            .<Object>map(
                month ->
                    Map.of(
                        "month", month,
                        "base", "1500",
                        "pension_part", "240",
                        "medical_part", "120",
                        "unemployment_part", "7.5",
                        "back_paid", "false",
                        "paid_on", month + "-15"))
            .toList();
    return Map.of(
        "premiums", Map.of("complete_to", "2025-04-10", "rows", premiums),
        "awards", Map.of("complete_to", "2025-04-10", "rows", List.of()));
  }

  private static void upload(Browser browser, String table) throws IOException {
    Path file = Files.createTempFile("roster", ".csv");
    Files.write(file, table.getBytes(StandardCharsets.UTF_8));
    browser.labelled("文件").sendKeys(file.toAbsolutePath().toString());
    browser.click("上传花名册");
  }

  /** Two of three are granted; the two are confirmed by a second person. */
  private static List<String> results(Browser browser, String claim) {
    browser.go("/desk/money/claims/" + claim);
    browser
        .labelled("项目")
        .findElement(By.cssSelector("option[value='" + Payables.FIRM + "']"))
        .click();
    browser.fill("从哪个月", "2025-01").fill("到哪个月", "2025-03").click("为每个人申请并测算");
    browser.waitFor("3 人，准予 2 人");
    assertThat(browser.text()).contains("该月结束前劳动合同已经起始");
    browser.shot("money-roster-results").accessible();
    JsonPath view = Matters.get(AUDITOR, "/api/claims/" + claim + "/workers").jsonPath();
    List<String> granted = view.getList("workers.findAll { it.result == 'ELIGIBLE' }.application");
    granted.forEach(Payables::confirm);
    return granted;
  }

  private static void noticed(Browser browser, String claim) {
    browser.go("/desk/money/claims/" + claim).click("为准予的人申领");
    browser.go("/desk/money/queues/" + Payables.FUND);
    assertThat(browser.text()).contains("尚未公示");
    browser.shot("money-queue").accessible().click("公示「");
    browser.waitFor("公示期未满");
    String shown = RestAssured.given().accept("text/html").get("/notices").asString();
    assertThat(shown).contains("2205.00").doesNotContain("困难");
    browser.go("/notices").shot("money-notices").accessible();
    TestClock.pass(Duration.ofDays(6));
    assertThat(RestAssured.given().accept("text/html").get("/notices").asString())
        .doesNotContain("2205.00");
  }

  private static void account(Browser browser, String number) {
    browser.script("document.querySelectorAll('main details').forEach(d => { d.open = true; })");
    browser.fill("账号", number).fill("开户银行", "莎车农商银行").fill("户名", "合成小微企业");
    browser.script(
        "[...document.querySelectorAll('main button')].find(b => b.innerText.startsWith('登记账户')).click()");
    browser.waitFor("****" + number.substring(number.length() - 4));
  }

  private static String released(Browser browser) {
    browser.go("/desk/money/queues/" + Payables.FUND).click("把可以支付的制成批次");
    browser.waitFor("待复核放行");
    String batch = browser.path().replaceAll(".*/batches/([^?#]*).*", "$1");
    assertThat(browser.text()).doesNotContain("核对无误，放行");
    browser = in(CERTIFIER);
    browser.go("/desk/money/batches/" + batch).shot("money-batch").accessible();
    browser.click("核对无误，放行").waitFor("已放行");
    browser.shot("money-batch-released").accessible();
    return batch;
  }

  private static void failed(Browser browser, String batch) throws IOException {
    JsonPath view = Matters.get(AUDITOR, "/api/batches/" + batch).jsonPath();
    StringBuilder table = new StringBuilder("批次号,行号,金额,结果,失败原因,日期\n");
    view.<Integer>getList("lines.no")
        .forEach(no -> table.append(Payables.row(view, no, "失败", "账号户名不符")).append('\n'));
    answer(browser, batch, table.toString().replace("失败,", "也许,"));
    browser.waitFor("一行也没有收");
    browser.shot("money-return-faults").accessible();
    answer(browser, batch, table.toString());
    browser.waitFor("失败");
    browser.go("/desk/money").waitFor("付款失败");
    browser.shot("money-tasks").accessible();
  }

  private static void answer(Browser browser, String batch, String table) throws IOException {
    Path file = Files.createTempFile("return", ".csv");
    Files.write(file, table.getBytes(StandardCharsets.UTF_8));
    browser.go("/desk/money/batches/" + batch);
    browser.labelled("银行回单").sendKeys(file.toAbsolutePath().toString());
    browser.click("读入回单");
  }

  private static void paidNextTime(Browser before, String award) throws IOException {
    Browser browser = in(CASEWORKER);
    browser.go("/desk/money/awards/" + award);
    account(browser, "6228480000000009876".replace("9876", "1234"));
    browser.waitFor("待第二人核对");
    browser.shot("money-award").accessible();
    Browser second = in(CERTIFIER);
    second.go("/desk/money/awards/" + award).click("已核对");
    second.waitFor("付到这里");
    String batch =
        Payables.make(CASEWORKER, Payables.FUND).then().statusCode(201).extract().path("id");
    second.go("/desk/money/batches/" + batch).click("核对无误，放行").waitFor("已放行");
    JsonPath view = Matters.get(AUDITOR, "/api/batches/" + batch).jsonPath();
    StringBuilder table = new StringBuilder("批次号,行号,金额,结果,失败原因,日期\n");
    view.<Integer>getList("lines.no")
        .forEach(no -> table.append(Payables.row(view, no, "成功", "")).append('\n'));
    answer(second, batch, table.toString());
    second.waitFor("银行已全部回单");
    second.go("/desk/money/awards/" + award).waitFor("银行确认已付");
    assertThat(second.text()).contains("1102.50");
    for (int width : new int[] {640, 360}) {
      second.screen(width, 800, width == 640 ? 2 : 1);
      for (String path : List.of("/desk/money", "/desk/money/awards/" + award)) {
        second.go(path);
        assertThat(second.scrollsSideways()).as("%s at %s px", path, width).isFalse();
      }
    }
    second.shot("money-award-360").accessible();
  }

  @Test
  void aFormThatIsRefusedIsShownAgainWithWhatWasTyped() {
    Paper.post(
            CERTIFIER,
            "/desk/money/budgets",
            Map.of("fund", Payables.FUND, "year", "2031", "amount", "很多", "reference", "测试〔2031〕"))
        .then()
        .statusCode(422)
        .body(containsString("很多"))
        .body(containsString("测试〔2031〕"))
        .body(containsString("#f-amount"));
    Paper.done(
            CERTIFIER,
            "/desk/money/budgets",
            Map.of(
                "fund",
                Payables.FUND,
                "year",
                "2031",
                "amount",
                "120,000.50",
                "reference",
                "测试〔2031〕1号"))
        .then()
        .statusCode(200);
    assertThat(
            Matters.get(AUDITOR, "/api/budgets?year=2031")
                .jsonPath()
                .getString("find { it.fund == '" + Payables.FUND + "' }.amount"))
        .isEqualTo("120000.50");
  }

  @Test
  void aCaseworkerOfAnotherOfficeSeesNoNameInTheQueue() {
    String award = Payables.award();
    Payables.file(award).then().statusCode(201);
    Paper.get(
            Accounts.actor(huice.model.Role.CASEWORKER, "B"), "/desk/money/queues/" + Payables.FUND)
        .then()
        .statusCode(200)
        .body(not(containsString("合成单位")))
        .body(containsString("机构 A"));
  }
}
