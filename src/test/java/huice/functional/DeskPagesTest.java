package huice.functional;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class DeskPagesTest {
  @AfterEach
  void restore() {
    TestClock.restore();
  }

  @Test
  void whoeverIsNobodyIsLedToTheSignInForm() {
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get("/desk")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in"));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SERVICE")
  void everyRoleHasADayAndEveryPlaceOfItsNavigationIsThere(Role role) {
    Actor actor = Accounts.actor(role, "A");
    String page =
        Paper.get(actor, "/desk")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .header("Content-Security-Policy", containsString("script-src 'self';"))
            .extract()
            .asString();

    for (String place : page.split("<nav")[1].split("</nav>")[0].split("href=\"")) {
      if (place.startsWith("/")) {
        String address = place.substring(0, place.indexOf('"'));
        assertThat(Paper.get(actor, address).statusCode()).as(address).isEqualTo(200);
      }
    }
    assertThat(page).doesNotContain("onclick=", "style=", "<script>");
  }

  @Test
  void aPageRefusedToARoleSaysSoOnAPage() {
    Paper.post(Accounts.actor(Role.AUDITOR, "A"), "/desk/counter", Map.of("number", "1"))
        .then()
        .statusCode(403)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("没有权限"))
        .body(not(containsString("\"type\"")));
  }

  @Test
  void anAddressOfTheDeskThatIsNoneSaysSoOnAPage() {
    Paper.get(Matters.CASEWORKER, "/desk/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("没有这个地址"));
  }

  @Test
  void aFormWithoutTheTokenOfThisBrowserIsNotTakenAndSaysSo() {
    Accounts.as(Matters.CASEWORKER)
        .formParam("number", "1")
        .post("/desk/counter")
        .then()
        .statusCode(400)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("这张表已失效"));
  }

  @Test
  void programsAndReadersOfPublicPagesGetNoToken() {
    assertThat(RestAssured.get("/").getCookies()).doesNotContainKey("csrf-token");
    assertThat(Accounts.as(Matters.CASEWORKER).get("/api/me").getCookies())
        .doesNotContainKey("csrf-token");
    assertThat(RestAssured.get("/sign-in").getCookies()).containsKey("csrf-token");
  }

  @Test
  void whatWaitsIsSortedByItsDayAndAnOverdueOneIsTheOfficesMark() {
    TestClock.put(LocalDate.of(2024, 9, 2));
    UUID person = Matters.person(true, Map.of());
    Matters.Matter late =
        Matters.Matter.apply(person, "jobseeking-subsidy", LocalDate.of(2024, 7, 1), Map.of());
    Matters.Matter fresh =
        Matters.Matter.apply(person, "jobseeking-subsidy", LocalDate.of(2024, 9, 1), Map.of());

    String page = Paper.get(Matters.CASEWORKER, "/desk").then().extract().asString();

    assertThat(page.indexOf(late.id)).isPositive().isLessThan(page.indexOf(fresh.id));
    String row =
        page.substring(page.indexOf(late.id), page.indexOf("</tr>", page.indexOf(late.id)));
    assertThat(row).contains("本机构逾期");
    Paper.get(Accounts.actor(Role.CASEWORKER, "B"), "/desk")
        .then()
        .body(not(containsString(late.id)));
  }

  @Test
  void theLibrariesThatPagesNameAreServed() {
    String layout = Paper.get(Matters.CASEWORKER, "/desk").asString();
    String style = RestAssured.get("/huice.css").asString();
    String script = RestAssured.get("/huice.js").asString();
    for (String text : new String[] {layout, style, script}) {
      var found = java.util.regex.Pattern.compile("/webjars/[\\w./-]+").matcher(text);
      assertThat(found.find()).isTrue();
      RestAssured.get(found.group()).then().statusCode(equalTo(200));
    }
  }

  @Test
  void onePersonSignsInAndReadsTheDayWithTheKeyboardAloneAtAnySize() {
    Actor actor = Accounts.actor(Role.CASEWORKER, "A");
    Browser browser = Browser.fresh().go("/sign-in");
    browser.go("/").shot("home").accessible().go("/clauses").accessible();
    browser.go("/sign-in").shot("sign-in").accessible();
    browser.tabTo("跳到正文");
    assertThat(browser.focusIsVisible()).isTrue();
    browser.tabTo("账号").keys(actor.name()).tabTo("密码").keys(actor.name(), Keys.ENTER);
    browser.waitFor("今日");

    assertThat(browser.path()).isEqualTo("/desk");
    browser.shot("desk").accessible();
    browser.tabTo("身份证号码");
    assertThat(browser.focusIsVisible()).isTrue();
    for (int width : new int[] {640, 360}) {
      browser.screen(width, 800, width == 640 ? 2 : 1).go("/desk");
      assertThat(browser.scrollsSideways()).as("at %s px", width).isFalse();
      browser.shot("desk-" + width).accessible();
    }
    browser.screen(1280, 900, 1).go("/sign-in").click("退出登录");
    browser.go("/desk");
    assertThat(browser.path()).isEqualTo("/sign-in");
  }
}
