package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A recovery from page to page, as an office's people and the person go through it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RecoveryPagesTest {
  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2024, 9, 2));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  private static String page(String award) {
    JsonPath list = Matters.get(AUDITOR, "/api/awards/" + award + "/recoveries").jsonPath();
    return "/desk/money/recoveries/" + list.getString("[-1].id");
  }

  private static JsonPath now(String page) {
    return Matters.get(AUDITOR, page.replace("/desk/money", "/api")).jsonPath();
  }

  private static Map<String, Object> with(String page, Map<String, ?> fields) {
    Map<String, Object> form = new LinkedHashMap<>(fields);
    form.put("version", now(page).getString("version"));
    return form;
  }

  private static Response send(
      huice.model.Actor by, String page, String act, Map<String, ?> fields) {
    return Paper.post(by, page + "/" + act, with(page, fields));
  }

  private static String proposed() {
    String award = MoneyRightsTest.overpaid();
    Paper.done(CASEWORKER, "/desk/money/awards/" + award + "/recoveries", Map.of("text", "等级看错了"))
        .then()
        .statusCode(200)
        .body(containsString("拟追回，尚未告知"))
        .body(containsString("等级看错了"));
    return page(award);
  }

  private static void told(String page) {
    send(
            CASEWORKER,
            page,
            "notices",
            Map.of("way", "HANDED", "to", "本人", "noticeOn", TestClock.today().toString()))
        .then()
        .statusCode(303);
  }

  @Test
  void r35ThePersonIsHeardAndAPageStopsBeforeARecoveryIsDecided() {
    String page = proposed();
    Map<String, Object> verdict =
        Map.of("cause", "OFFICE", "monthly", "150.00", "text", "登记时看错，本人说分期可以");
    told(page);
    send(CERTIFIER, page, "decision", verdict)
        .then()
        .statusCode(409)
        .body(containsString("本人答复的时间未到期"));
    send(
            CASEWORKER,
            page,
            "answers",
            Map.of("answerText", "", "channel", "COUNTER", "answerOn", "2024-09-02"))
        .then()
        .statusCode(422)
        .body(containsString("#f-answerText"));
    send(
            CASEWORKER,
            page,
            "answers",
            Map.of(
                "answerText",
                "我不知道多发了，孩子上学，一个月最多还一百五",
                "channel",
                "COUNTER",
                "answerOn",
                TestClock.today().toString()))
        .then()
        .statusCode(303);

    send(CASEWORKER, page, "decision", verdict).then().statusCode(403);
    send(CERTIFIER, page, "decision", Map.of("cause", "OFFICE", "monthly", "200.01", "text", "理由"))
        .then()
        .statusCode(422)
        .body(containsString("每月扣还的金额超过上限"));
    send(CERTIFIER, page, "decision", verdict)
        .then()
        .statusCode(200)
        .body(containsString("先停一下"))
        .body(containsString("孩子上学"))
        .body(containsString("150.00"));
    assertThat(now(page).getString("state")).as("the page only stops").isEqualTo("NOTICED");
    Map<String, Object> stopped = new LinkedHashMap<>(verdict);
    stopped.put("stopped", "yes");
    send(CERTIFIER, page, "decision", stopped)
        .then()
        .statusCode(422)
        .body(containsString("#f-knowing"));
    stopped.put("knowing", "yes");
    send(CERTIFIER, page, "decision", stopped).then().statusCode(303);
    JsonPath decided = now(page);
    assertThat(decided.getString("state")).isEqualTo("DECIDED");
    assertThat(decided.getList("plan.month").get(0)).isEqualTo("2024-10");
    assertThat(
            decided.getList("plan.amount", String.class).stream()
                .map(java.math.BigDecimal::new)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .toPlainString())
        .isEqualTo(decided.getString("amount"));
    send(
            CASEWORKER,
            page,
            "repayments",
            Map.of("amount", "150.00", "repaidOn", TestClock.today().toString()))
        .then()
        .statusCode(303);
    assertThat(now(page).getString("plan[0].paid")).isEqualTo("150.00");
  }

  @Test
  void r35ARecoveryIsWrittenOffWithACodeOrWithdrawnAndAnotherPersonDoesIt() {
    String page = proposed();
    Map<String, Object> off =
        Map.of("offCause", "OFFICE", "code", "OFFICE_ERROR", "offText", "本人没有察觉的理由");
    send(CASEWORKER, page, "write-off", off).then().statusCode(403);
    Map<String, Object> without = new LinkedHashMap<>(off);
    without.remove("code");
    send(CERTIFIER, page, "write-off", without)
        .then()
        .statusCode(422)
        .body(containsString("#f-code"));
    send(CERTIFIER, page, "write-off", off).then().statusCode(303);
    Paper.get(AUDITOR, page)
        .then()
        .statusCode(200)
        .body(containsString("决定不追回"))
        .body(containsString("本机构的差错，本人没有察觉的理由"))
        .body(not(containsString("<form method=\"post\" action=\"" + page)));

    String second = proposed();
    send(CASEWORKER, second, "dropping", Map.of("dropText", "")).then().statusCode(422);
    send(CASEWORKER, second, "dropping", Map.of("dropText", "核对后没有多付")).then().statusCode(303);
    assertThat(now(second).getString("state")).isEqualTo("DROPPED");
    assertThat(Payables.award(now(second).getString("application")).getString("over"))
        .as("withdrawing books nothing")
        .isNotEqualTo("0.00");
  }

  @Test
  void thePagesOfARecoveryCanBeReadAndUsedByEverybody() {
    String page = proposed();
    told(page);
    TestClock.pass(Duration.ofDays(15));
    send(
            CASEWORKER,
            page,
            "answers",
            Map.of(
                "answerText",
                "我不知道多发了",
                "channel",
                "COUNTER",
                "answerOn",
                TestClock.today().toString()))
        .then()
        .statusCode(303);
    Browser browser = Browser.fresh().go("/sign-in");
    browser.fill("账号", CERTIFIER.name()).fill("密码", CERTIFIER.name()).keys(Keys.ENTER);
    browser.waitFor("今日");
    browser.go(page).waitFor("我不知道多发了");
    browser.shot("recovery").accessible();
    browser.tick("本机构的差错").fill("每月扣还", "150").fill("理由", "登记时看错").click("继续");
    browser.waitFor("先停一下");
    browser.shot("recovery-stop").accessible();
    browser.tick("我看过本人说的话").click("决定追回").waitFor("决定追回，分期");
    browser.shot("recovery-decided").accessible();
    browser.screen(360, 800, 1);
    browser.go(page);
    assertThat(browser.scrollsSideways()).isFalse();
    browser.shot("recovery-360").accessible();
  }
}
