package huice.functional;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class PagesTest {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");

  @Test
  void theFirstPageLeadsEverybodyToWhatTheyMayNeedAndStaffToTheSignIn() {
    when()
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("政策指南"))
        .body(containsString("我要就业"))
        .body(containsString("我要创业"))
        .body(containsString("我要培训"))
        .body(containsString("href=\"/complaints\""))
        .body(containsString("href=\"/self-check\""))
        .body(containsString("href=\"/sign-in\""))
        .body(containsString("href=\"/about\""));
  }

  @Test
  void aPageSaysWhatThisIsAndWhatItIsNot() {
    when()
        .get("/about")
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("<html lang=\"zh-CN\""))
        .body(containsString("测算，不是决定"))
        .body(containsString("An assessment, not a decision"))
        .body(containsString("征求意见稿的结果仅供参考"))
        .body(containsString(Given.release()))
        .body(containsString("curl"));
  }

  @Test
  void aPageSaysWhatIsDeliberatelyNotEncoded() {
    when().get("/about").then().body(containsString("有意不编码的条款")).body(containsString("/clauses#"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/about",
        "/clauses",
        "/problems",
        "/policies",
        "/policies/couple-award",
        "/policies/follow-up",
        "/jobs",
        "/start-up",
        "/courses",
        "/self-check",
        "/self-check/couple-award",
        "/complaints",
        "/complaints/status"
      })
  void everyLinkLeadsSomewhereAndNoPageRunsAScript(String page) {
    String html = when().get(page).then().statusCode(200).extract().asString();

    assertThat(html).doesNotContain("<script", "onclick=", "javascript:");
    List<String> links =
        LINK.matcher(html).results().map((MatchResult m) -> m.group(1)).distinct().toList();
    assertThat(links).isNotEmpty();
    for (String link : links) {
      String address = URI.create(link.replaceAll("#.*", "")).toASCIIString();
      assertThat(when().get(address).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void everyClauseIsListedWithWhatBecameOfIt() {
    String html = when().get("/clauses").asString();

    assertThat(html).contains("二（一）1d", "已编码", "有意不编码", "仅存文字");
    List<String> targets =
        Pattern.compile("href=\"/clauses#([^\"]+)\"")
            .matcher(when().get("/about").asString())
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(targets).isNotEmpty().allMatch(id -> html.contains("id=\"" + id + "\""));
  }

  @Test
  void everyKindOfProblemHasItsPlace() {
    when()
        .get("/problems")
        .then()
        .body(containsString("id=\"case\""))
        .body(containsString("id=\"malformed\""))
        .body(containsString("id=\"not-found\""));
  }
}
