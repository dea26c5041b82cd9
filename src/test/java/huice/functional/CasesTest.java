package huice.functional;

import static huice.functional.LettersTest.certificate;
import static huice.functional.LettersTest.person;
import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static huice.functional.Matters.OTHER_CERTIFIER;
import static huice.functional.Matters.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Cases in the browser, from proposal to review, with a letter at each turn. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CasesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String MANUAL = "skill-upgrade";

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  private static Matter refused() {
    return applied("other");
  }

  private static Matter applied(String tier) {
    return Matter.apply(
        person("古丽", "zh", certificate(tier, 12)), MANUAL, DAY, Map.of("claimed", "1000.00"));
  }

  private static String page(Matter matter) {
    return "/desk/applications/" + matter.id;
  }

  private static Map<String, Object> versioned(Matter matter, Map<String, ?> more) {
    return new LinkedHashMap<>(matter.versioned(more));
  }

  private static Browser signedIn(Actor actor) {
    Browser browser = Browser.fresh().go("/sign-in");
    browser.fill("账号", actor.name()).fill("密码", actor.name()).keys(Keys.ENTER);
    return browser.waitFor("今日");
  }

  @Test
  void r3R9R42OneCaseGoesAllTheWayInTheBrowser() {
    Matter matter = refused();
    Browser desk = signedIn(CASEWORKER).go("/desk/applications");
    desk.waitFor("申请").shot("applications").accessible();
    desk.go(page(matter)).click("提出处理意见").waitFor("已提出不利意见");
    assertThat(desk.text()).contains("古丽", "不符合条件");
    desk.shot("case").accessible();
    desk.click("写文书").waitFor("拟处理意见告知书");
    assertThat(desk.text()).contains("次日起14日内", "没有满足的条件");
    desk.shot("letter").accessible();
    desk.click("记下送达").waitFor("听取意见");
    desk.click("记下本人意见").waitFor("照本人的话写");
    desk.click("记下").waitFor("请填写");
    desk.fill("本人的话", "我的证书是五级的").click("记下").waitFor("我的证书是五级的");

    TestClock.pass(Duration.ofDays(15));
    desk = signedIn(CERTIFIER).go(page(matter) + "/confirm");
    desk.waitFor("先停一下");
    assertThat(desk.text()).contains("对本人意味着什么", "申请 1,000.00 元，给付 0.00 元", "我的证书是五级的", "还没有");
    desk.shot("stop").accessible();
    for (int width : new int[] {640, 360}) {
      desk.screen(width, 800, width == 640 ? 2 : 1).go(page(matter) + "/confirm");
      assertThat(desk.scrollsSideways()).as("at %s px", width).isFalse();
      desk.go(page(matter));
      assertThat(desk.scrollsSideways()).as("at %s px", width).isFalse();
      desk.shot("case-" + width);
    }
    desk.screen(1280, 900, 1).go(page(matter) + "/confirm");
    desk.click("确认，不利决定生效").waitFor("请先看清对本人意味着什么");
    desk.tick("我看过这一版").click("确认，不利决定生效").waitFor("请先打开这一版的理由");
    desk.click("打开这一版的理由").waitFor("条款、规则");
    desk.shot("reasons").accessible();
    desk.click("去确认").tick("我看过这一版").click("确认，不利决定生效").waitFor("不利决定已生效");
    assertThat(matter.state()).isEqualTo("ADVERSE");
    desk.click("写文书").waitFor("决定书");
    String letter = desk.path().replaceFirst(".*/", "");
    byte[] print = LettersTest.bytes(letter, "application/pdf");
    assertThat(
            Accounts.as(CERTIFIER)
                .accept("application/pdf")
                .get("/desk/letters/" + letter + ".pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray())
        .isEqualTo(print);
    desk.click("记下送达").waitFor("可以异议至");

    desk = signedIn(CASEWORKER).go(page(matter)).click("记下异议");
    desk.fill("本人的话", "证书请再看一次").click("记下").waitFor("异议期间停止执行");
    desk = signedIn(REVIEWER).go(page(matter)).click("复核").waitFor("证书请再看一次");
    desk.shot("review").accessible();
    desk.tick("改变 ").fill("复核意见", "证书已核实为五级").fill("改变的：金额", "1000");
    desk.click("作出复核决定").waitFor("决定已生效");
    assertThat(matter.state()).isEqualTo("GRANTED");
    desk.click("写文书").waitFor("复核结果告知书");
    assertThat(desk.text()).contains("证书请再看一次", "证书已核实为五级", "1,000.00 元");
  }

  @Test
  void r31ACaseIsItsOwnOfficesAffair() {
    Matter matter = refused();
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "B");
    Paper.get(elsewhere, page(matter))
        .then()
        .statusCode(403)
        .contentType(containsString("text/html"))
        .body(not(containsString("古丽")));
    Paper.get(elsewhere, "/desk/applications?show=all")
        .then()
        .statusCode(200)
        .body(not(containsString(matter.id)));
    Paper.get(CASEWORKER, "/desk/applications?show=all").then().body(containsString(matter.id));
    Paper.get(CASEWORKER, "/desk/applications").then().body(containsString(matter.id));
    Paper.get(CASEWORKER, "/desk/applications?show=late")
        .then()
        .body(not(containsString(matter.id)));
    Paper.get(CASEWORKER, "/desk/applications?show=all&state=GRANTED")
        .then()
        .body(not(containsString(matter.id)));
    TestClock.pass(Duration.ofDays(31));
    Paper.get(CASEWORKER, "/desk/applications?show=late").then().body(containsString(matter.id));
  }

  @Test
  void anyOfficeServesAVisitorWhoIsThere() {
    Matter matter = refused().propose();
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "B");
    Paper.get(elsewhere, page(matter) + "?purpose=nothing").then().statusCode(403);
    String shown = Paper.get(elsewhere, page(matter) + "?purpose=objection").asString();
    assertThat(shown)
        .contains("古丽", "本人在场", "/comment?purpose=objection")
        .doesNotContain("/propose\"", "写文书");
    Map<String, Object> typed = versioned(matter, Map.of("text", "我在别的窗口说的"));
    Paper.post(elsewhere, page(matter) + "/comment", typed).then().statusCode(403);
    typed.put("purpose", "objection");
    Paper.done(elsewhere, page(matter) + "/comment", typed)
        .then()
        .statusCode(200)
        .body(containsString("我在别的窗口说的"));
    Paper.post(elsewhere, page(matter) + "/propose", versioned(matter, Map.of()))
        .then()
        .statusCode(403);
  }

  @Test
  void whoComesTooLateIsToldWhatChangedAndKeepsWhatWasTyped() {
    Matter matter = refused().propose();
    Map<String, Object> typed = versioned(matter, Map.of("text", "我下周补交材料"));
    matter.comment();
    Paper.post(CASEWORKER, page(matter) + "/comment", typed)
        .then()
        .statusCode(409)
        .body(containsString("您看到之后已有人办理：陈述意见"))
        .body(containsString("我下周补交材料"));
    typed.put("version", matter.version());
    Paper.post(CASEWORKER, page(matter) + "/comment", typed).then().statusCode(303);
  }

  @Test
  void aFormSentTwiceIsDoneOnce() {
    Matter matter = refused().propose();
    Map<String, Object> typed = versioned(matter, Map.of("text", "只说一次"));
    String key = UUID.randomUUID().toString();
    Paper.post(CASEWORKER, page(matter) + "/comment", key, typed).then().statusCode(303);
    Paper.post(CASEWORKER, page(matter) + "/comment", key, typed).then().statusCode(303);
    Matters.get(AUDITOR, "/api/applications/" + matter.id)
        .then()
        .body("acts.findAll { it.act == 'COMMENT' }.size()", equalTo(1));
  }

  @Test
  void r4AnAdverseOverrideStopsFirstAndIsAProposalForSomebodyElse() {
    Matter matter = applied("five").propose();
    Map<String, Object> typed =
        versioned(
            matter, Map.of("result", "NOT_ELIGIBLE", "code", "EVIDENCE_SEEN", "text", "看过证书原件"));
    Paper.post(CERTIFIER, page(matter) + "/override", Map.of("version", matter.version()))
        .then()
        .statusCode(422)
        .body(containsString("请选择一项"))
        .body(containsString("href=\"#f-text\""));
    Paper.post(CERTIFIER, page(matter) + "/override", typed)
        .then()
        .statusCode(200)
        .body(containsString("先停一下"))
        .body(containsString("古丽 申请的「技能提升补贴」：不符合条件"))
        .body(containsString("value=\"看过证书原件\""));
    assertThat(matter.state()).isEqualTo("PROPOSED");
    typed.put("stopped", "yes");
    Paper.post(CERTIFIER, page(matter) + "/override", typed).then().statusCode(422);
    typed.put("knowing", "yes");
    Paper.done(CERTIFIER, page(matter) + "/override", typed)
        .then()
        .body(containsString("已提出不利意见"))
        .body(containsString("看过证书原件"));
    matter.deliver().comment();
    TestClock.pass(Duration.ofDays(15));
    matter.open(OTHER_CERTIFIER);
    assertThat(Paper.get(CERTIFIER, page(matter) + "/confirm").asString())
        .containsPattern("not yet</span></strong>\\s*不是您自己提出的")
        .containsPattern("done</span></strong>\\s*处理意见已送达本人");
    Paper.post(
            OTHER_CERTIFIER,
            page(matter) + "/confirm",
            versioned(matter, Map.of("stopped", "yes", "knowing", "yes")))
        .then()
        .statusCode(303);
    assertThat(matter.state()).isEqualTo("ADVERSE");
  }

  @Test
  void r40NotOpeningACaseStopsFirst() {
    Matter matter = applied("five");
    Map<String, Object> typed = versioned(matter, Map.of("code", "DUPLICATE", "text", "八月已经申请过"));
    Paper.post(CASEWORKER, page(matter) + "/refuse-opening", typed)
        .then()
        .statusCode(200)
        .body(containsString("先停一下"));
    assertThat(matter.state()).isEqualTo("APPLIED");
    typed.put("stopped", "yes");
    typed.put("knowing", "yes");
    Paper.done(CASEWORKER, page(matter) + "/refuse-opening", typed)
        .then()
        .body(containsString("不予受理"));
    assertThat(matter.state()).isEqualTo("ADVERSE_PROPOSED");
  }

  @Test
  void r33OldAndNewStandSideBySideAfterAChange() {
    UUID person = person("古丽", "zh", certificate("four", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    Matters.say(person, Map.of("skill_certificates[r1]", Map.of("skill_tier", "five")));
    Paper.get(CASEWORKER, page(matter))
        .then()
        .body(containsString("提出意见以后，这些事实有变化"))
        .body(containsString("证书档次"))
        .body(containsString("重新测算"));
    Paper.done(CASEWORKER, page(matter) + "/reassess", versioned(matter, Map.of()))
        .then()
        .body(containsString("原来和现在"))
        .body(containsString("<td>1,500.00 元</td><td>1,000.00 元</td>"))
        .body(containsString("现在有效的是第 1 版"));
  }

  @Test
  void r52WithdrawingIsSignedByThePersonAndAClosedCaseReopens() {
    Matter matter = applied("five");
    Paper.post(CASEWORKER, page(matter) + "/withdraw", versioned(matter, Map.of()))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#f-on\""));
    Paper.done(
            CASEWORKER,
            page(matter) + "/withdraw",
            versioned(matter, Map.of("on", DAY.toString(), "document", "档案 31 号")))
        .then()
        .body(containsString("本人撤回"))
        .body(containsString("档案 31 号"));

    Matter lacking =
        Matter.apply(person("古丽", "zh", Map.of()), "jobseeking-subsidy", DAY, Map.of()).propose();
    Map<String, Object> knowing = Map.of("stopped", "yes", "knowing", "yes");
    Paper.post(CERTIFIER, page(lacking) + "/close", versioned(lacking, knowing))
        .then()
        .statusCode(409);
    String letter = LettersTest.letter(lacking);
    Paper.post(
            CASEWORKER,
            "/desk/letters/" + letter + "/deliveries",
            versioned(
                lacking, Map.of("way", "HANDED", "on", DAY.toString(), "by", "李四", "to", "本人")))
        .then()
        .statusCode(303)
        .header("Location", containsString(page(lacking)));
    lacking.comment();
    TestClock.pass(Duration.ofDays(15));
    lacking.open(CERTIFIER);
    Paper.done(CERTIFIER, page(lacking) + "/close", versioned(lacking, knowing))
        .then()
        .body(containsString("因材料不全结案"));
    Paper.done(CASEWORKER, page(lacking) + "/reopen", versioned(lacking, Map.of()))
        .then()
        .body(containsString("已受理"));
    assertThat(lacking.state()).isEqualTo("APPLIED");
  }

  @Test
  void r44PostWaitsForAnAddressThatThePersonConfirmed() {
    Matter matter = refused().propose();
    String letter = LettersTest.letter(matter);
    Map<String, Object> sent = Map.of("way", "POST", "on", DAY.toString(), "by", "邮政", "to", "本人");
    Paper.post(CASEWORKER, "/desk/letters/" + letter + "/deliveries", versioned(matter, sent))
        .then()
        .statusCode(409)
        .body(containsString("须由本人确认地址"))
        .body(containsString("value=\"邮政\""));
    Paper.done(
            CASEWORKER,
            page(matter) + "/address",
            Map.of("way", "POST", "address", "人民路1号", "confirmedOn", DAY.toString()))
        .then()
        .body(not(containsString("人民路")));
    Paper.done(CASEWORKER, "/desk/letters/" + letter + "/deliveries", versioned(matter, sent))
        .then()
        .body(containsString("听取意见"));
    TestClock.pass(Duration.ofDays(5));
    Paper.done(
            CASEWORKER,
            "/desk/letters/" + letter + "/returns",
            versioned(matter, Map.of("backOn", TestClock.today().toString(), "why", "查无此人")))
        .then()
        .body(containsString("已提出不利意见，尚未送达"))
        .body(containsString("文书退回，请核对地址后再送"));
  }

  @Test
  void r11ThePageOfALetterIsCutFromTheKeptBytes() {
    Matter matter = refused().propose();
    String letter = LettersTest.letter(matter);
    String kept = LettersTest.html(letter);
    String body = kept.substring(kept.indexOf("<div class=\"letter\""), kept.indexOf("</body>"));
    String shown =
        new String(
            Paper.get(AUDITOR, "/desk/letters/" + letter).asByteArray(), StandardCharsets.UTF_8);
    assertThat(shown).contains(body.strip());
    assertThat(shown).doesNotContain("记下送达");
    Paper.get(CASEWORKER, "/desk/letters/" + letter).then().header("Cache-Control", "no-store");
  }
}
