package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static huice.functional.Matters.POLICY_OFFICER;
import static huice.functional.Matters.REVIEWER;
import static huice.functional.RefusalsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters, from the stored record to the person's door and back. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LettersTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String MANUAL = "skill-upgrade";
  private static final String GRADUATES = "jobseeking-subsidy";

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** A registered person with a name, who wants letters in a language. */
  static UUID person(String name, String language, Map<String, Object> facts) {
    Map<String, Object> registration = new LinkedHashMap<>(Desk.registration(Desk.number()));
    registration.put("name", name);
    registration.put("language", language);
    String id =
        Desk.post("A", "/api/persons", registration).then().statusCode(201).extract().path("id");
    UUID person = UUID.fromString(id);
    Matters.say(person, facts);
    return person;
  }

  static Map<String, Object> certificate(String tier, int months) {
    return Map.of(
        "skill_certificates",
        Map.of(
            "complete_to",
            "2024-09-02",
            "rows",
            List.of(
                Map.of(
                    "obtained_on",
                    "2024-08-20",
                    "skill_tier",
                    tier,
                    "insured_months",
                    months,
                    "upgrade_applied_on",
                    "none",
                    "trade_awards",
                    Map.of("complete_to", "2024-09-02", "rows", List.of())))));
  }

  private static Matter refusedFor(String name, String language) {
    return Matter.apply(
            person(name, language, certificate("other", 12)),
            MANUAL,
            DAY,
            Map.of("claimed", "1000.00"))
        .propose();
  }

  private static Matter refused() {
    return refusedFor("古丽", "zh");
  }

  /** Writes the letter that is due now. */
  static String letter(Matter matter) {
    return Matters.post(CASEWORKER, "/api/decisions/" + matter.decision() + "/letters", Map.of())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String html(String letter) {
    return new String(bytes(letter, "text/html"), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String letter, String form) {
    return Accounts.as(CASEWORKER)
        .accept(form)
        .get("/api/letters/" + letter)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  static String print(String letter) {
    try (PDDocument document = Loader.loadPDF(bytes(letter, "application/pdf"))) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static io.restassured.response.Response deliver(
      Matter matter, String letter, Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>(Matter.delivery());
    body.putAll(more);
    return Matters.post(
        CASEWORKER, "/api/letters/" + letter + "/deliveries", matter.versioned(body));
  }

  private static void save(String letter, String name) throws IOException {
    Path folder = Path.of("target", "letters");
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".pdf"), bytes(letter, "application/pdf"));
    Files.write(folder.resolve(name + ".html"), bytes(letter, "text/html"));
  }

  @Test
  void r9TheLetterSaysResultReasonsArithmeticDataAndTheWayToObjectWithoutCodeNames()
      throws IOException {
    Matter matter = refused();
    String proposal = letter(matter);
    save(proposal, "proposal");
    assertThat(html(proposal))
        .contains("拟处理意见告知书", "古丽", "没有任何效力", "不符合条件", "没有满足的条件")
        .contains("次日起14日内", "依据的资料", "更正", "不答复不等于同意");
    matter.refuse();
    String decision = letter(matter);
    save(decision, "refusal");
    String text = html(decision);
    assertThat(text)
        .contains("决定书", "没有满足的条件", "已经满足的条件", "依据：", "取得")
        .contains("没有给付的部分", "您申请 1,000.00 元，准予 0.00 元", "1,000.00 元。")
        .contains("自本决定书送达您的次日起60日内", "由作出决定以外的人复核", "打印我们保存的全部资料")
        .contains("决定人：" + CERTIFIER.name());
    // The page's own names of elements are in <...>, what people read is not.
    String read = text.replaceAll("(?s)<style>.*?</style>|<[^>]*>", "");
    assertThat(read.replace(CERTIFIER.name(), "").replace(CASEWORKER.name(), ""))
        .doesNotContain("NOT_ELIGIBLE", MANUAL, "skill_", "worker", ".dslr", "[0]", "document");
    assertThat(print(decision)).contains("决定书", "古丽", "没有满足的条件", "60日内");
  }

  @Test
  void r9AGrantedSumComesWithItsArithmeticAndWhatIsNotGranted() throws IOException {
    UUID person = person("艾力", "zh", certificate("five", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of("claimed", "1500.00")).propose();
    String proposal = letter(matter);
    save(proposal, "less");
    assertThat(html(proposal)).contains("给付少于申请的数额", "金额：1,000.00 元", "金额怎样算出来", "少 500.00 元");

    Matter whole = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    problem(
        Matters.post(CASEWORKER, "/api/decisions/" + whole.decision() + "/letters", Map.of())
            .then(),
        409,
        "conflict");
    whole.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    String decision = letter(whole);
    save(decision, "grant");
    assertThat(html(decision)).contains("符合条件，准予", "金额：1,000.00 元", "金额怎样算出来");
  }

  @Test
  void r11ADeliveredLetterIsReadBackByteForByteWithItsHash() throws Exception {
    Matter matter = refused();
    var written =
        Matters.post(CASEWORKER, "/api/decisions/" + matter.decision() + "/letters", Map.of())
            .then()
            .statusCode(201);
    String id = written.extract().path("id");
    byte[] html = bytes(id, "text/html");
    byte[] pdf = bytes(id, "application/pdf");
    assertThat(sha256(html)).isEqualTo(written.extract().<String>path("htmlSha256"));
    assertThat(sha256(pdf)).isEqualTo(written.extract().<String>path("pdfSha256"));
    deliver(matter, id, Map.of())
        .then()
        .statusCode(201)
        .body("application.state", equalTo("COMMENT_PERIOD"))
        .body("acts[-1].content.letter", equalTo(id));

    matter.comment();
    TestClock.pass(Duration.ofDays(1));
    matter.propose();
    assertThat(bytes(id, "text/html")).isEqualTo(html);
    assertThat(bytes(id, "application/pdf")).isEqualTo(pdf);
    assertThat(html(letter(matter))).isNotEqualTo(new String(html, StandardCharsets.UTF_8));
    Matters.get(AUDITOR, "/api/applications/" + matter.id + "/letters")
        .then()
        .body("", hasSize(2))
        .body("id", hasItem(id));
    problem(
        Matters.get(POLICY_OFFICER, "/api/applications/" + matter.id + "/letters").then(),
        403,
        "not-yours");
    problem(
        Matters.get(Accounts.actor(Role.CASEWORKER, "B"), "/api/letters/" + id).then(),
        403,
        "not-allowed");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void r11WhatLiesInTheDatabaseIsSealedAndCannotBeChanged() throws Exception {
    String id = letter(refused());
    try (Connection connection =
            Arc.container().instance(AgroalDataSource.class).get().getConnection();
        var select = connection.prepareStatement("select html, pdf from letter where id = ?")) {
      select.setObject(1, UUID.fromString(id));
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(new String(row.getBytes(1), StandardCharsets.UTF_8)).doesNotContain("古丽");
        assertThat(new String(row.getBytes(2), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
      }
      try (var change = connection.prepareStatement("update letter set kind = 'DECISION'")) {
        org.assertj.core.api.Assertions.assertThatThrownBy(change::executeUpdate)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void r40RefusingToOpenACaseHasALetterOfItsOwn() throws IOException {
    UUID person = person("热娜", "zh", certificate("five", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of());
    matter
        .act(CASEWORKER, "opening-refusals", Map.of("code", "NOT_COMPETENT", "text", "户籍在另一县"))
        .then()
        .statusCode(201);
    assertThat(html(letter(matter))).contains("拟不予受理告知书", "不属于本机构办理：户籍在另一县", "14日内");
    matter.refuse();
    String decision = letter(matter);
    save(decision, "not-opened");
    assertThat(html(decision))
        .contains("不予受理决定书", "户籍在另一县", "60日内", "提出异议")
        .doesNotContain("没有满足的条件");
  }

  @Test
  void r40TheDayToObjectByIsNamedOnceItIsKnown() {
    Matter matter = refused();
    matter.refuse();
    String first = letter(matter);
    deliver(matter, first, Map.of())
        .then()
        .statusCode(201)
        .body("objectUntil", equalTo(TestClock.today().plusDays(60).toString()));
    LocalDate until = TestClock.today().plusDays(60);
    assertThat(html(letter(matter)))
        .contains(
            "在"
                + until.getYear()
                + "年"
                + until.getMonthValue()
                + "月"
                + until.getDayOfMonth()
                + "日以前（含当日）");
  }

  @Test
  void r44PostNeedsAConfirmedAddressAndMailThatComesBackStopsTheClock() {
    Matter matter = refused();
    matter.refuse();
    String letter = letter(matter);
    String record =
        Matters.get(CASEWORKER, "/api/applications/" + matter.id)
            .then()
            .extract()
            .path("application.record");
    problem(deliver(matter, letter, Map.of("way", "POST")).then(), 409, "conflict")
        .body("detail", containsString("确认"));
    Matters.post(
            CASEWORKER,
            "/api/records/" + record + "/addresses",
            Map.of(
                "way", "POST", "address", "示范县人民路1号", "confirmedOn", TestClock.today().toString()))
        .then()
        .statusCode(201)
        .body("[0].address", equalTo("示范县人民路1号"));
    deliver(matter, letter, Map.of("way", "POST"))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("ADVERSE_TOLD"))
        .body("objectUntil", notNullValue());
    TestClock.pass(Duration.ofDays(9));
    Matters.post(
            CASEWORKER,
            "/api/letters/" + letter + "/returns",
            matter.versioned(Map.of("on", TestClock.today().toString(), "why", "地址查无此人")))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("ADVERSE"))
        .body("objectUntil", nullValue())
        .body("acts[-1].act", equalTo("OFFICE_TASK"))
        .body("acts[-1].content.because", equalTo("MAIL_BACK"));
    TestClock.pass(Duration.ofDays(200));
    matter
        .act(CASEWORKER, "objections", Map.of("on", TestClock.today().toString(), "text", "没有收到"))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("OBJECTED"));
  }

  @Test
  void r44AProposalThatComesBackCannotBeConfirmedUntilItIsDelivered() {
    Matter matter = refused();
    String letter = letter(matter);
    String record =
        Matters.get(CASEWORKER, "/api/applications/" + matter.id)
            .then()
            .extract()
            .path("application.record");
    confirmPost(record);
    deliver(matter, letter, Map.of("way", "POST")).then().statusCode(201);
    TestClock.pass(Duration.ofDays(3));
    String today = TestClock.today().toString();
    matter
        .act(CASEWORKER, "attempts", Map.of("way", "HANDED", "on", today, "reached", true))
        .then()
        .statusCode(201);
    Matters.post(
            CASEWORKER,
            "/api/letters/" + letter + "/returns",
            matter.versioned(Map.of("on", today, "why", "拒收")))
        .then()
        .statusCode(201)
        .body("application.state", equalTo("ADVERSE_PROPOSED"))
        .body("commentUntil", nullValue());
    problem(
        Matters.post(
                CASEWORKER,
                "/api/letters/" + letter + "/returns",
                matter.versioned(Map.of("on", today, "why", "拒收")))
            .then(),
        409,
        "conflict");
    TestClock.pass(Duration.ofDays(30));
    problem(matter.open(CERTIFIER).confirm(CERTIFIER).then(), 409, "conflict");
  }

  private static void confirmPost(String record) {
    Matters.post(
            CASEWORKER,
            "/api/records/" + record + "/addresses",
            Map.of(
                "way", "POST", "address", "示范县人民路1号", "confirmedOn", TestClock.today().toString()))
        .then()
        .statusCode(201);
  }

  @Test
  void r52TheLetterOfALateOfficeSaysThatOneMayObjectAsIfRefused() throws IOException {
    Matter matter = Matter.apply(person("古丽", "zh", Map.of()), GRADUATES, DAY, Map.of()).propose();
    String address = "/api/applications/" + matter.id + "/overdue-letters";
    problem(Matters.post(CASEWORKER, address, Map.of()).then(), 409, "conflict");
    TestClock.pass(Duration.ofDays(31));
    String letter =
        Matters.post(CASEWORKER, address, Map.of()).then().statusCode(201).extract().path("id");
    save(letter, "overdue");
    assertThat(html(letter)).contains("2024年10月2日以前", "责任在我们", "与被拒绝时一样");
    deliver(matter, letter, Map.of())
        .then()
        .statusCode(201)
        .body("acts.act", hasItem("TELL_OVERDUE"));
  }

  @Test
  void r53WhatIsMissingIsOneLetterWithEverythingInIt() throws IOException {
    Matter matter = Matter.apply(person("古丽", "zh", Map.of()), GRADUATES, DAY, Map.of()).propose();
    List<String> questions =
        Matters.get(CASEWORKER, "/api/decisions/" + matter.decision())
            .then()
            .extract()
            .path("outcome.outcomes[0].missing.question");
    String letter = letter(matter);
    save(letter, "missing");
    assertThat(questions).isNotEmpty();
    assertThat(html(letter))
        .contains("一次性告知书", "是我们的责任", "2024年9月2日")
        .contains(questions)
        .doesNotContain("提出异议");
    deliver(matter, letter, Map.of())
        .then()
        .statusCode(201)
        .body("acts[-1].act", equalTo("TELL_MISSING"))
        .body("acts[-1].content.officeFault", equalTo(false));
  }

  @Test
  void r55LettersFollowThePersonsLanguageSettingAndSayWhoReadsThemOut() throws IOException {
    Matter english = refusedFor("Aygul", "en");
    String letter = letter(english);
    save(letter, "english");
    assertThat(html(letter))
        .contains("<html lang=\"en\" dir=\"ltr\">", "What we intend to decide", "within 14 days")
        .doesNotContain("拟处理意见告知书");
    Matter uyghur = refusedFor("ئايگۈل", "ug");
    String other = letter(uyghur);
    save(other, "uyghur");
    assertThat(html(other)).contains("<html lang=\"zh-CN\" dir=\"ltr\">", "ئايگۈل", "读给您听，不收费");
    assertThat(html(letter(refused()))).doesNotContain("读给您听");
  }

  @Test
  void aCharacterThatNoFontHasIsReportedAndPrintedAsItsNumber() throws IOException {
    Matter matter = refusedFor("𱁬丽", "zh");
    var written =
        Matters.post(CASEWORKER, "/api/decisions/" + matter.decision() + "/letters", Map.of())
            .then()
            .statusCode(201)
            .body("lacking", equalTo(List.of("U+3106C")));
    String letter = written.extract().path("id");
    save(letter, "rare");
    assertThat(html(letter)).contains("𱁬丽", "请手写补上：U+3106C");
    assertThat(print(letter)).contains("〔U+3106C〕丽", "请手写补上");
  }

  @Test
  void r33AReassessmentShowsTheEarlierDecisionBesideTheResultNow() throws IOException {
    UUID person = person("古丽", "zh", certificate("four", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of()).propose();
    matter.open(CERTIFIER).confirm(CERTIFIER).then().statusCode(200);
    Matters.say(person, Map.of("skill_certificates[r1]", Map.of("skill_tier", "five")));
    Matters.post(CASEWORKER, "/api/reassessments", Map.of("record", person.toString()))
        .then()
        .statusCode(201);
    String letter = letter(matter);
    save(letter, "reassessment");
    assertThat(html(letter)).contains("原来的决定和现在的结果", "1,500.00 元", "1,000.00 元", "照常执行");
  }

  @Test
  void r42TheResultOfAReviewIsALetterWithObjectionAndReason() throws IOException {
    Matter matter = refused();
    matter.refuse().notice();
    matter
        .act(CASEWORKER, "objections", Map.of("on", TestClock.today().toString(), "text", "我有证书"))
        .then()
        .statusCode(201);
    matter.act(REVIEWER, "reviews", Map.of("text", "证书不在目录内")).then().statusCode(201);
    String letter = letter(matter);
    save(letter, "review");
    assertThat(html(letter))
        .contains("复核结果告知书", "维持原决定", "您的异议：我有证书", "复核意见：证书不在目录内")
        .contains("复核人：" + REVIEWER.name(), "行政复议");
    deliver(matter, letter, Map.of()).then().statusCode(201);
  }

  @Test
  void whatSomebodyWroteIsTextInTheLetterAndNothingElse() {
    UUID person = person("<b>&\"'古丽", "zh", certificate("five", 12));
    Matter matter = Matter.apply(person, MANUAL, DAY, Map.of());
    matter
        .act(
            CASEWORKER,
            "opening-refusals",
            Map.of("code", "DUPLICATE", "text", "<script>x</script>\u0007&nbsp;"))
        .then()
        .statusCode(201);
    String letter = letter(matter);
    assertThat(html(letter))
        .contains("&lt;b&gt;&amp;&quot;&#39;古丽", "&lt;script&gt;x&lt;/script&gt;&amp;nbsp;")
        .doesNotContain("<script>");
    assertThat(print(letter)).contains("<script>x</script>&nbsp;");
  }

  @Test
  void anotherOfficesCaseworkerWritesNoLetter() {
    Matter matter = refused();
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "B");
    problem(
        Matters.post(elsewhere, "/api/decisions/" + matter.decision() + "/letters", Map.of())
            .then(),
        403,
        "not-allowed");
  }
}
