package huice.functional;

import static huice.functional.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import huice.casework.counter.Drafts;
import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a caseworker does with a visitor, through the pages as a browser without scripts has them.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class CounterPagesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String SCHEME = "jobseeking-subsidy";
  private static final Actor CASEWORKER = Accounts.actor(Role.CASEWORKER, "A");
  private static final Actor SECOND = Accounts.second(Role.CASEWORKER, "A");
  private static final Actor ELSEWHERE = Accounts.actor(Role.CASEWORKER, "B");

  @Inject Drafts drafts;
  @Inject AgroalDataSource database;

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  private static String home(String person) {
    return "/desk/persons/" + person;
  }

  /** Someone who graduates next year, looks for work and has been certified. */
  private static String graduate() {
    String person = Desk.person("A");
    Desk.record(
        "A",
        person,
        entry("graduation_year", "value", "2025", "source", "document"),
        entry("seeking_work", "value", "true"),
        entry("jobseeking_certified", "value", "true", "source", "ledger"),
        entry("awards", "completeTo", "2024-09-02", "source", "ledger"));
    return person;
  }

  // Finding -----------------------------------------------------------------------------------

  @Test
  void aCardThatIsReadLeadsToThePersonAndEverySchemeWithinTwoSeconds() {
    String number = Desk.number();
    Desk.post("A", "/api/persons", Desk.registration(number)).then().statusCode(201);
    Map<String, Object> card = Map.of("number", number, "purpose", "question");
    Paper.done(CASEWORKER, "/desk/counter", card);

    long start = System.nanoTime();
    Response answer = Paper.post(CASEWORKER, "/desk/counter", card);
    String next = answer.then().statusCode(303).extract().header("Location");
    String page = Paper.get(CASEWORKER, next.replaceFirst("^https?://[^/]*", "")).asString();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(next).doesNotContain(number);
    assertThat(page).contains("还缺信息", "一次性求职补贴", "测算，不是决定", "以后可以").doesNotContain(number);
    System.out.println("card to schemes: " + taken.toMillis() + " ms");
    assertThat(taken).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aNumberThatNobodyHasLeadsToTheRegistrationAtTheOwnRequest() {
    String number = Desk.number();
    Paper.post(CASEWORKER, "/desk/counter", Map.of("number", " " + number.toLowerCase() + " "))
        .then()
        .statusCode(200)
        .body(containsString("应本人要求登记"))
        .body(containsString(number.toLowerCase()));

    Map<String, Object> registration =
        Map.of(
            "number", number,
            "name", "买买提",
            "on", "2024年9月2日",
            "channel", "counter",
            "language", "zh",
            "consent", "yes");
    Paper.post(CASEWORKER, "/desk/persons", Map.of("number", number, "on", "someday"))
        .then()
        .statusCode(422)
        .body(containsString("有几处要改"))
        .body(containsString("value=\"someday\""))
        .body(containsString("href=\"#f-name\""));
    String page = Paper.done(CASEWORKER, "/desk/persons", registration).asString();

    assertThat(page).contains("买买提").doesNotContain(number);
    Paper.post(CASEWORKER, "/desk/persons", registration)
        .then()
        .statusCode(409)
        .body(containsString("已经登记"));
  }

  @Test
  void aNumberThatCannotBeOneIsToldAndKept() {
    Paper.post(CASEWORKER, "/desk/counter", Map.of("number", "653125199001010000"))
        .then()
        .statusCode(422)
        .body(containsString("校验码"))
        .body(containsString("653125199001010000"));
  }

  @Test
  void anotherOfficesPersonIsServedWhenPresentOnly() {
    String number = Desk.number();
    Desk.post("A", "/api/persons", Desk.registration(number)).then().statusCode(201);

    Paper.post(ELSEWHERE, "/desk/counter", Map.of("number", number))
        .then()
        .statusCode(422)
        .body(containsString("由另一机构登记"));
    Paper.post(ELSEWHERE, "/desk/counter", Map.of("number", number, "purpose", "question"))
        .then()
        .statusCode(303)
        .header("Location", containsString("purpose=question"));
  }

  // Schemes and reasons -----------------------------------------------------------------------

  @Test
  void whatMayBeHadLaterIsSaidWithItsDay() {
    String person = graduate();

    assertThat(Paper.get(CASEWORKER, home(person)).asString())
        .contains("以后可以")
        .doesNotContain("2025-01-01");
    long start = System.nanoTime();
    Paper.get(CASEWORKER, home(person) + "/later")
        .then()
        .statusCode(200)
        .body(containsString("一次性求职补贴"))
        .body(containsString("2025-01-01"));
    System.out.println("outlook: " + (System.nanoTime() - start) / 1_000_000 + " ms");
    String part =
        Accounts.as(CASEWORKER)
            .header("HX-Request", "true")
            .get(home(person) + "/later")
            .asString();
    assertThat(part).contains("2025-01-01").doesNotContain("<html");
  }

  @Test
  void theReasonsShowEveryConditionWithValueSourceParameterClauseAndRuleLine() {
    String page =
        Paper.get(CASEWORKER, home(graduate()) + "/schemes/" + SCHEME).then().extract().asString();

    assertThat(page)
        .contains("毕业年度是〔应届毕业年度〕", "本人说明正在求职", "2025", "材料", "〔应届毕业年度〕")
        .contains("财社〔2023〕181号/一次性求职补贴")
        .containsPattern("rules/employment-subsidies/jobseeking-subsidy\\.dslr:\\d+")
        .contains("材料清单", "毕业证书", "一次性求职补贴审核表");
  }

  @Test
  void r10WhatWouldChangeThisIsADayADocumentOrAnActAtTheOfficeOnly() {
    String page = Paper.get(CASEWORKER, home(graduate()) + "/schemes/" + SCHEME).asString();

    String remedies = page.substring(page.indexOf("怎样会有不同结果"));
    remedies = remedies.substring(0, remedies.indexOf("</ul>"));
    assertThat(remedies).contains("自 2025-01-01 起符合", "如果记录的「毕业年度」不对，请带毕业证书更正");
    Matcher said = Pattern.compile("<li>([^<]+)<").matcher(remedies);
    while (said.find()) {
      assertThat(said.group(1)).containsPattern("^(其他情况不变|可以提出申请或办理登记|如果记录的)");
    }
  }

  @Test
  void anOriginalIsSeenInsteadOfCopiedAndWhoSawItStands() throws SQLException {
    String person = graduate();
    String scheme = home(person) + "/schemes/" + SCHEME;

    Paper.post(CASEWORKER, scheme + "/originals", Map.of("on", "2024-09-01"))
        .then()
        .statusCode(422)
        .body(containsString("请选择看过的原件"));
    Paper.post(CASEWORKER, scheme + "/originals", Map.of("on", "2024-09-01", "proof", "护照"))
        .then()
        .statusCode(422)
        .body(containsString("不在这个项目的材料清单里"));
    String page =
        Paper.done(
                CASEWORKER,
                scheme + "/originals",
                Map.of("on", "2024-09-01", "proof", List.of("毕业证书")))
            .asString();

    assertThat(page).contains("原件已看", "caseworker-a 2024-09-01");
    assertThat(Paper.get(CASEWORKER, home(person) + "/print").asString())
        .contains("2024-09-01 caseworker-a：毕业证书");
    assertThat(column("select content from original_seen where person = '" + person + "'"))
        .doesNotContain("毕业");
    assertThat(may("original_seen", "update") || may("original_seen", "delete")).isFalse();
    assertThat(may("representative", "update") || may("representative", "delete")).isFalse();
  }

  private String column(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return new String(row.getBytes(1), StandardCharsets.UTF_8);
    }
  }

  private boolean may(String table, String what) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select has_table_privilege('" + table + "', '" + what + "')")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  // Facts -------------------------------------------------------------------------------------

  private static Map<String, Object> sheet(String page, Map<String, ?> typed) {
    Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
    assertThat(version.find()).isTrue();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", version.group(1));
    fields.put("how", "plain");
    fields.put("source", "person");
    fields.put("obtained", "2024-09-02");
    fields.putAll(typed);
    return fields;
  }

  @Test
  void aCorrectionStandsBesideTheOldValueWithItsReasonAndBothStay() {
    String person = graduate();
    String facts = home(person) + "/facts";
    String page = Paper.get(CASEWORKER, facts).then().statusCode(200).extract().asString();
    assertThat(page).contains("您是哪一年从高校毕业的", "现在登记", "2025");

    Paper.post(
            CASEWORKER,
            facts,
            sheet(page, Map.of("v:graduation_year", "二〇二四", "source", "document")))
        .then()
        .statusCode(422)
        .body(containsString("value=\"二〇二四\""))
        .body(containsString("href=\"#f-v:graduation_year\""));
    Map<String, Object> correction =
        sheet(
            page,
            Map.of(
                "v:graduation_year", "2024",
                "how", "correct",
                "reason", "看错了证书",
                "source", "document"));
    Paper.done(CASEWORKER, facts, correction).then().body(containsString("已登记"));

    assertThat(Paper.get(CASEWORKER, home(person) + "/print").asString()).contains("已被更正", "看错了证书");
    assertThat(Paper.get(CASEWORKER, home(person)).asString()).contains("符合条件");
    // somebody else's form of before
    Paper.post(SECOND, facts, sheet(page, Map.of("v:graduation_year", "2023")))
        .then()
        .statusCode(409)
        .body(containsString("您打开表格以后，他人已登记"))
        .body(containsString("value=\"2023\""));
  }

  @Test
  void aRowOfAListIsAddedFromTheDictionarysFormAndLeadsToItsOwnSheet() {
    String person = graduate();
    String at = home(person) + "/facts?at=employments%5Bnew%5D";
    String page = Paper.get(CASEWORKER, at).then().statusCode(200).extract().asString();

    String next = Paper.done(CASEWORKER, at, sheet(page, Map.of("v:start", "20240301"))).asString();

    assertThat(next).contains("employments%5Br1%5D", "2024-03-01");
    Paper.get(CASEWORKER, home(person) + "/facts?at=employments%5Br1%5D")
        .then()
        .statusCode(200)
        .body(containsString("value=\"2024-03-01\""));
    Paper.get(CASEWORKER, home(person) + "/facts?at=employments%5Br9%5D").then().statusCode(404);
  }

  @Test
  void whatIsSupposedIsComparedAndNotKept() {
    String person = graduate();
    long before = Desk.facts("A", person, "").extract().jsonPath().getLong("version");

    String page =
        Paper.post(CASEWORKER, home(person) + "/what-if", Map.of("worker.graduation_year", "2024"))
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(page).contains("只是假设，不保存", "毕业年度：2024");
    String row = page.substring(page.indexOf("schemes/" + SCHEME));
    row = row.substring(0, row.indexOf("</tr>"));
    assertThat(row).contains("不符合条件", "符合条件", "→");
    assertThat(Desk.facts("A", person, "").extract().jsonPath().getLong("version"))
        .isEqualTo(before);
    Paper.post(CASEWORKER, home(person) + "/what-if", Map.of("worker.graduation_year", "soon"))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#f-worker.graduation_year\""));
  }

  @Test
  void aRowIsSupposedToBeThereOrNotAndNothingOfItIsKept() {
    String person = graduate();
    Desk.record(
        "A",
        person,
        Desk.entry("employments[new1].start", "value", "2023-01-31", "source", "document"),
        Desk.entry("employments[new1].hours", "value", "full_time", "source", "document"),
        Desk.entry("employments[new1].contract_signed", "none", true, "source", "person"),
        Desk.entry("employments[new2].start", "value", "2024-01-31", "source", "document"),
        Desk.entry("employments[new2].hours", "value", "full_time", "source", "document"),
        Desk.entry("employments[new2].contract_signed", "none", true, "source", "person"));
    long before = Desk.facts("A", person, "").extract().jsonPath().getLong("version");
    String address = home(person) + "/what-if";

    // a month of the second spell
    String more =
        Paper.post(CASEWORKER, address, Map.of("more", "worker.employments[1].wages"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(more)
        .contains("name=\"added\" value=\"worker.employments[1].wages[0]\"", "只是假设")
        .contains("name=\"worker.employments[1].wages[0].due_on\"")
        .doesNotContain("不同之处");
    assertThat(supposing(address, Map.of("added", "worker.employments[2]", "gone", "nothing")))
        .contains("多了用工经历第 3 条");

    String third =
        supposing(
            address,
            Map.of(
                "added", "worker.employments[2]",
                "worker.employments[2].start", "2024-08-30",
                "worker.employments[2].hours", "full_time",
                "worker.employments[2].contract_signed", "2024-08-30"));
    assertThat(row(third, "written-contract")).contains("第 3 条", "没有这一条", "义务已履行");

    String without = supposing(address, Map.of("gone", "worker.employments[0]"));
    assertThat(without).contains("没有用工经历第 1 条");
    assertThat(row(without, "written-contract")).contains("第 1 条", "假设没有这一条");
    // the second spell is the first then, and as it was
    assertThat(without.split("schemes/written-contract", -1)).hasSize(2);
    assertThat(Desk.facts("A", person, "").extract().jsonPath().getLong("version"))
        .isEqualTo(before);
  }

  private static String supposing(String address, Map<String, ?> fields) {
    return Paper.post(CASEWORKER, address, fields).then().statusCode(200).extract().asString();
  }

  private static String row(String page, String scheme) {
    String row = page.substring(page.indexOf("schemes/" + scheme));
    return row.substring(0, row.indexOf("</tr>"));
  }

  @Test
  void eachFactMayHaveASourceOfItsOwn() {
    String person = graduate();
    String at = home(person) + "/facts?at=employments%5Bnew%5D";
    String page = Paper.get(CASEWORKER, at).then().statusCode(200).extract().asString();
    assertThat(page).contains("name=\"s:start\"");
    Paper.post(CASEWORKER, at, sheet(page, Map.of("v:start", "20240301", "s:start", "hearsay")))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#f-s:start\""));

    Paper.done(
        CASEWORKER,
        at,
        sheet(
            page,
            Map.of(
                "v:start", "20240301",
                "s:start", "register:social-insurance",
                "v:contract_signed", "20240315",
                "s:contract_signed", "employer",
                "v:hours", "full_time")));

    var facts = Desk.facts("A", person, "").extract().jsonPath();
    for (var said :
        List.of(
            List.of("start", "register:social-insurance", "verified"),
            List.of("contract_signed", "employer", "declared"),
            List.of("hours", "person", "declared"))) {
      String one = "statements.find { it.path == 'employments[r1]." + said.get(0) + "' }.";
      assertThat(facts.getString(one + "source")).isEqualTo(said.get(1));
      assertThat(facts.getString(one + "quality")).isEqualTo(said.get(2));
    }
  }

  // Applying ----------------------------------------------------------------------------------

  private static final Map<String, Object> APPLICATION =
      Map.of("appliedOn", "2024-09-02", "channel", "COUNTER", "own", "yes");

  @Test
  void aDraftIsItsAccountsOwnSealedAndGoneAfterFiling() throws SQLException {
    String person = graduate();
    String apply = home(person) + "/apply/" + SCHEME;
    Map<String, Object> typed =
        Map.of("form", "apply " + SCHEME, "channel", "REPRESENTATIVE", "representative", "古丽努尔");

    Accounts.as(CASEWORKER).get(apply).then().statusCode(200);
    Paper.post(CASEWORKER, home(person) + "/drafts", typed).then().statusCode(303);

    assertThat(Paper.get(CASEWORKER, apply).asString()).contains("古丽努尔", "有未提交的草稿");
    assertThat(Paper.get(SECOND, apply).asString()).doesNotContain("古丽努尔");
    assertThat(Paper.get(CASEWORKER, "/desk").asString()).contains(apply).doesNotContain("古丽努尔");
    assertThat(column("select content from draft where person = '" + person + "'"))
        .doesNotContain("古丽努尔");

    Map<String, Object> filed = new LinkedHashMap<>(APPLICATION);
    filed.put("channel", "REPRESENTATIVE");
    Paper.post(CASEWORKER, apply, filed)
        .then()
        .statusCode(422)
        .body(containsString("href=\"#f-representative\""));
    filed.put("representative", "古丽努尔");
    String key = UUID.randomUUID().toString();
    String first =
        Paper.post(CASEWORKER, apply, key, filed)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    String again =
        Paper.post(CASEWORKER, apply, key, filed)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");

    assertThat(again).as("sent twice, filed once").isEqualTo(first);
    String receipt = Paper.get(CASEWORKER, first.replaceFirst("^https?://[^/]*", "")).asString();
    assertThat(receipt).contains("受理回执", "代理人：古丽努尔", "2024-10-02", "一次性求职补贴");
    assertThat(Paper.get(CASEWORKER, apply).asString()).doesNotContain("古丽努尔");
    assertThat(column("select content from representative where person = '" + person + "'"))
        .doesNotContain("古丽努尔");
  }

  @Test
  void aDraftIsGoneAfterThirtyDays() {
    String person = graduate();
    Paper.post(
            CASEWORKER,
            home(person) + "/drafts",
            Map.of("form", "apply " + SCHEME, "claimed", "1500"))
        .then()
        .statusCode(303);
    String apply = home(person) + "/apply/" + SCHEME;

    drafts.forget(
        TestClock.today().plusDays(29).atStartOfDay(java.time.ZoneId.systemDefault()).toInstant());
    assertThat(Paper.get(CASEWORKER, apply).asString()).contains("value=\"1500\"");
    drafts.forget(
        TestClock.today().plusDays(32).atStartOfDay(java.time.ZoneId.systemDefault()).toInstant());
    assertThat(Paper.get(CASEWORKER, apply).asString()).doesNotContain("value=\"1500\"");
  }

  // What is missing, told once ----------------------------------------------------------------

  @Test
  void r53WhatIsMissingIsToldOnceCompleteOnPaperAndMoreLaterIsTheOfficesFault() {
    String person = Desk.person("A");
    Desk.record("A", person, entry("graduation_year", "value", "2024", "source", "document"));
    String receipt =
        Paper.post(CASEWORKER, home(person) + "/apply/" + SCHEME, APPLICATION)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    String application = receipt.replaceFirst(".*/applications/([^/]+)/.*", "$1");
    String notice = "/desk/applications/" + application + "/missing-notice";

    String page = tell(notice, Map.of("act", "assess"));
    assertThat(page).contains("本人说明即可", "您现在是不是在找工作", "一次性求职补贴审核表");
    page = tell(notice, Map.of("way", "HANDED", "on", "2024-09-02", "by", "李四", "to", "本人"));
    assertThat(page).contains("2024-09-02 已告知", "李四").doesNotContain("属本机构过失");

    // what stood is withdrawn: one more thing is missing than was told
    long seq =
        Desk.facts("A", person, "")
            .extract()
            .jsonPath()
            .getLong("statements.find { it.path == 'graduation_year' }.seq");
    Desk.record(
        "A",
        person,
        entry(
            "graduation_year",
            "gone",
            true,
            "corrects",
            seq,
            "reason",
            "误录",
            "source",
            "document"));
    page = tell(notice, Map.of("act", "assess"));
    assertThat(page).contains("又发现缺的", "上次未告知");
    page = tell(notice, Map.of("way", "HANDED", "on", "2024-09-02", "by", "李四", "to", "本人"));

    assertThat(page).contains("属本机构过失");
    assertThat(
            Accounts.as(CASEWORKER)
                .get("/api/applications/" + application)
                .jsonPath()
                .getList("acts.act", String.class))
        .contains("TELL_MISSING", "OFFICE_TASK");
  }

  private static String tell(String notice, Map<String, ?> fields) {
    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"")
            .matcher(Paper.get(CASEWORKER, notice).asString());
    Map<String, Object> form = new LinkedHashMap<>(fields);
    form.put("version", version.find() ? version.group(1) : "0");
    return Paper.done(CASEWORKER, notice, form).asString();
  }

  // The person's own access -------------------------------------------------------------------

  @Test
  void r54OnePageHoldsAllThatIsHeldItsSourcesAndWhoReadIt() {
    String number = Desk.number();
    String person =
        Desk.post("A", "/api/persons", Desk.registration(number)).then().extract().path("id");
    Desk.record("A", person, entry("graduation_year", "value", "2024", "source", "document"));
    Paper.get(Accounts.actor(Role.AUDITOR, "A"), home(person)).then().statusCode(200);

    String page = Paper.get(CASEWORKER, home(person) + "/print").asString();

    assertThat(page).contains(number, "阿依古丽", "毕业年度", "2024", "材料", "auditor-a", "本人查阅");
    Paper.get(ELSEWHERE, home(person) + "/print")
        .then()
        .statusCode(403)
        .body(containsString("另一经办机构"));
  }

  @Test
  void r54WithdrawingConsentSaysWhatIsDeletedWhatStaysAndWhy() {
    String person = graduate();
    String consent = home(person) + "/consent";
    Map<String, Object> form = new LinkedHashMap<>(Map.of("act", "end", "on", "2024-09-02"));
    form.put("version", "0");

    Paper.post(CASEWORKER, consent, form).then().statusCode(422).body(containsString("请向本人说明后确认"));
    form.put("sure", "yes");
    Paper.post(CASEWORKER, consent, form)
        .then()
        .statusCode(200)
        .body(containsString("同意已撤回"))
        .body(containsString("登记的全部事实及其快照：已没有保存的理由"))
        .body(containsString("身份证件号码、姓名和登记：您没有要求注销登记"));

    Desk.facts("A", person, "").body(not(containsString("graduation_year")));
    // from a page of before
    Paper.post(CASEWORKER, consent, form).then().statusCode(409);
    Map<String, Object> automatic = Map.of("act", "no-automatic", "version", "1");
    Paper.done(CASEWORKER, consent, automatic).then().body(containsString("每一项都由人决定"));
  }
}
