package huice.functional;

import static huice.functional.Desk.facts;
import static huice.functional.Desk.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.casework.Imports;
import huice.casework.SnapshotCheck;
import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class ImportsTest {
  private static final String HEAD =
      "身份证件号码,姓名,本人提出日期,提出方式,同意日期,birth_date,retirement_group,seeking_work";

  @Inject AgroalDataSource database;
  @Inject SnapshotCheck snapshots;
  @Inject Imports imports;

  private static Actor caseworker() {
    return Accounts.actor(Role.CASEWORKER, "A");
  }

  private static JsonPath imported(String kind, String... lines) {
    return Sent.ended(caseworker(), Sent.csv(caseworker(), kind, lines));
  }

  private static String found(String number) {
    return Accounts.as(caseworker())
        .contentType("application/json")
        .body(Given.text(Map.of("number", number)))
        .post("/api/persons/find")
        .then()
        .extract()
        .path("id");
  }

  private static String row(String number, String facts) {
    return number + ",古丽,2024-01-08,窗口,2024-01-08," + facts;
  }

  private long count(String query, String about) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      if (!about.isEmpty()) {
        select.setObject(1, UUID.fromString(about));
      }
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long persons() {
    return count("select count(*) from person", "");
  }

  @Test
  void personsAreRegisteredWithTheirFacts() {
    String first = Desk.number();
    String second = Desk.number();

    JsonPath job = imported("worker", HEAD, row(first, "1980-02-03,五十周岁,是"), row(second, "无,,否"));

    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
    assertThat(job.getInt("total")).isEqualTo(2);
    assertThat(job.getInt("added")).isEqualTo(2);
    assertThat(job.getInt("known")).isZero();
    facts("A", found(first), "")
        .body("known.facts.worker.birth_date.value", equalTo("1980-02-03"))
        .body("known.facts.worker.seeking_work.value", equalTo(true));
    assertThat(snapshots.run().broken()).isEmpty();
    String entries = "select count(*) from log_entry where kind = \'import\' and about = ?";
    assertThat(count(entries, found(first))).isEqualTo(1);
  }

  @Test
  void whoIsRegisteredAlreadyGetsTheFactsOnly() {
    String number = Desk.number();
    String id = post("A", "/api/persons", Desk.registration(number)).path("id");

    JsonPath job = imported("worker", HEAD, row(number, "1980-02-03,,"));

    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
    assertThat(job.getInt("added")).isZero();
    assertThat(job.getInt("known")).isEqualTo(1);
    Desk.get(Role.CASEWORKER, "A", "/api/persons/" + id).body("name", equalTo("阿依古丽"));
    facts("A", id, "").body("known.facts.worker.birth_date.value", equalTo("1980-02-03"));
  }

  @Test
  void nobodyIsRegisteredUnasked() {
    long before = persons();

    JsonPath job = imported("worker", HEAD, Desk.number() + ",古丽,,窗口,,1980-02-03,,");

    assertThat(job.getString("state")).isEqualTo("refused");
    assertThat(job.getString("problems[0].column")).isEqualTo("本人提出日期");
    assertThat(persons()).isEqualTo(before);
  }

  @Test
  void everyBadRowIsToldWithoutItsValuesAndNothingIsKept() {
    long before = persons();
    String good = Desk.number();

    JsonPath job =
        imported(
            "worker",
            HEAD,
            row(good, "1980-02-03,,"),
            row("653125199003071239", "1980-02-03,,"),
            Desk.number() + ",古丽,2024-01-08,烽火,,1980-02-03,,",
            row(Desk.number(), "一九八零,不存在的选项,"));

    assertThat(job.getString("state")).isEqualTo("refused");
    assertThat(job.getInt("faults")).isEqualTo(4);
    assertThat(job.getList("problems.row")).containsExactly(3, 4, 5, 5);
    assertThat(job.getList("problems.column")).startsWith("身份证件号码", "提出方式").doesNotContain("");
    assertThat(job.prettify()).doesNotContain("653125199003071239", "烽火", "一九八零", "不存在的选项", "古丽");
    assertThat(persons()).isEqualTo(before);
  }

  @Test
  void aTableWithoutItsHeadOrWithMangledNumbersRepeatsNoValue() {
    JsonPath headless = imported("worker", row("653125199003071232", "1980-02-03,,"));
    JsonPath mangled = imported("worker", HEAD, row("6.53125E+17", "1980-02-03,,"));

    assertThat(headless.getString("state")).isEqualTo("refused");
    assertThat(headless.prettify()).doesNotContain("653125199003071232", "古丽");
    assertThat(mangled.getString("state")).isEqualTo("refused");
    assertThat(mangled.prettify()).contains("第 A 列").doesNotContain("6.53125E+17");
  }

  @Test
  void aWorkbookIsReadAndOneWithAFormulaIsNot() throws IOException {
    String number = Desk.number();

    JsonPath good = workbook(number, false);
    JsonPath formula = workbook(Desk.number(), true);

    assertThat(good.getString("state")).as(good.prettify()).isEqualTo("done");
    facts("A", found(number), "")
        .body("known.facts.worker.birth_date.value", equalTo("1980-02-03"));
    assertThat(formula.getString("state")).isEqualTo("refused");
    assertThat(formula.getString("problems[0].what")).contains("公式");
  }

  private static JsonPath workbook(String number, boolean formula) throws IOException {
    byte[] template =
        Accounts.as(caseworker()).get("/api/imports/template/worker?form=xlsx").asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      Map<String, String> cells =
          Map.of(
              "身份证件号码", number,
              "姓名", "古丽",
              "本人提出日期", "2024-01-08",
              "提出方式", "电话",
              "出生日期", "1980-02-03");
      sheet.createRow(1);
      sheet
          .getRow(0)
          .forEach(
              head -> {
                String cell = cells.get(head.getStringCellValue());
                if (cell != null) {
                  sheet.getRow(1).createCell(head.getColumnIndex()).setCellValue(cell);
                }
              });
      if (formula) {
        sheet.getRow(1).getCell(1).setCellFormula("1+1");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return Sent.ended(
          caseworker(), Sent.table(caseworker(), "worker", Sent.XLSX, out.toByteArray()));
    }
  }

  @Test
  void everyFactOfTheDictionaryIsAColumnOfTheTemplate() {
    List<String> labels =
        Accounts.as(caseworker())
            .get("/api/facts")
            .jsonPath()
            .getList("entities.find { it.id == 'worker' }.facts.label");
    String csv = Accounts.as(caseworker()).get("/api/imports/template/worker?form=csv").asString();

    assertThat(labels).hasSizeGreaterThan(5);
    assertThat(List.of(csv.split("\r\n")[0].split(","))).containsAll(labels);
    assertThat(csv.split("\r\n")[1]).contains("# 必填");
    assertThat(csv).contains("窗口、电话、网上、代办人");
  }

  @Test
  void aGb18030TableIsReadAsWell() {
    String number = Desk.number();
    byte[] bytes =
        (HEAD + "\r\n" + row(number, "1980-02-03,,")).getBytes(Charset.forName("GB18030"));

    JsonPath job = Sent.ended(caseworker(), Sent.table(caseworker(), "worker", "text/csv", bytes));

    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
  }

  @Test
  void rowsOfAListFindTheirOwnersAndLaterTheirRows() {
    String number = Desk.number();
    String id = post("A", "/api/persons", Desk.registration(number)).path("id");

    JsonPath first =
        imported(
            "worker.employments",
            "number,start,hours,source",
            number + ",2023-01-01,全日制,person",
            number + ",2024-01-01,,person");
    JsonPath later =
        imported("worker.employments", "number,行号,end,source", number + ",r1,2023-12-31,person");
    JsonPath absent = imported("worker.employments", "number,行号,end", number + ",r9,2023-12-31");
    JsonPath nobody = imported("worker.employments", "number,start", Desk.number() + ",2023-01-01");

    assertThat(first.getString("state")).as(first.prettify()).isEqualTo("done");
    assertThat(later.getString("state")).as(later.prettify()).isEqualTo("done");
    facts("A", id, "")
        .body("known.facts.worker.employments", hasSize(2))
        .body("known.facts.worker.employments[0].end.value", equalTo("2023-12-31"))
        .body("known.facts.worker.employments[1].end", nullValue());
    assertThat(absent.getString("state")).isEqualTo("refused");
    assertThat(absent.getInt("problems[0].row")).isEqualTo(2);
    assertThat(nobody.getString("state")).isEqualTo("refused");
    assertThat(nobody.getString("problems[0].what")).contains("没有登记");
  }

  @Test
  void anotherOfficesPersonIsRefused() {
    String number = Desk.number();
    post("B", "/api/persons", Desk.registration(number)).then().statusCode(201);

    JsonPath job = imported("worker", HEAD, row(number, "1980-02-03,,"));

    assertThat(job.getString("state")).isEqualTo("refused");
    assertThat(job.getString("problems[0].what")).contains("另一经办机构");
  }

  @Test
  void r31RowsOfAClaimAreSeenInThatClaimOnly() {
    String code = "C" + UUID.randomUUID();
    JsonPath employers = imported("employer", "名称,代码", "合成单位," + code);
    assertThat(employers.getString("state")).as(employers.prettify()).isEqualTo("done");
    String employer =
        Accounts.as(caseworker())
            .get("/api/organisations?entity=employer&letters=" + code)
            .path("[0].id");
    String claim = post("A", "/api/claims", Map.of("employer", employer)).path("id");
    String[] table = {"hired_on,source", "2024-03-01,document"};

    JsonPath job =
        Sent.ended(caseworker(), Sent.csv(caseworker(), "employer.hires?claim=" + claim, table));

    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
    facts("A", claim, "")
        .body("known.facts.employer.hires[0].hired_on.value", equalTo("2024-03-01"));
    facts("A", employer, "").body("known.facts.employer.hires", nullValue());
    Desk.get(Role.CASEWORKER, "B", "/api/records/" + claim + "/facts").statusCode(403);
    Desk.get(Role.CASEWORKER, "B", "/api/claims/" + claim).statusCode(403);
    assertThat(Sent.csv(caseworker(), "employer.hires", table).statusCode()).isEqualTo(422);
    assertThat(
            Sent.csv(Accounts.actor(Role.CASEWORKER, "B"), "employer.hires?claim=" + claim, table)
                .statusCode())
        .isEqualTo(403);
    Accounts.as(caseworker())
        .get("/api/organisations?entity=employer&letters=" + code)
        .then()
        .body("", hasSize(1))
        .body("[0].id", notNullValue());
  }

  @Test
  void thoughSentTwiceATableIsImportedOnce() {
    byte[] bytes = (HEAD + "\n" + row(Desk.number(), ",,")).getBytes(StandardCharsets.UTF_8);
    String key = UUID.randomUUID().toString();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          Accounts.as(caseworker())
              .contentType("text/csv")
              .header("Idempotency-Key", key)
              .body(bytes)
              .post("/api/imports/worker")
              .path("id"));
    }

    assertThat(ids.get(0)).isEqualTo(ids.get(1));
  }

  @Test
  void anImportIsToldToWhoBeganItOnly() {
    String id = Sent.csv(caseworker(), "worker", HEAD, row(Desk.number(), ",,")).path("id");

    Accounts.asSecond(Role.CASEWORKER, "A").get("/api/imports/" + id).then().statusCode(404);
    Accounts.as(Role.AUDITOR, "A").get("/api/imports/" + id).then().statusCode(200);
  }

  /** Whoever records waits for a running import, with the connection that it has. */
  @Test
  void anImportNeedsOneConnectionWhateverTheOthersHold() throws SQLException {
    String number = Desk.number();
    JsonPath job;
    try (Taken others = Taken.allBut(database, 1)) {
      job = imported("worker", HEAD, row(number, "1980-02-03,,"));
    }

    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
    assertThat(found(number)).isNotNull();
  }

  @Test
  void anImportThatCannotEndWellHasRecordedNothing() throws SQLException {
    String number = Desk.number();
    JsonPath job;
    try (Owner owner = new Owner()) {
      owner.run(
          "create function not_done() returns trigger language plpgsql as $$ begin"
              + " if new.state = 'done' then raise exception 'not done'; end if;"
              + " return new; end $$");
      owner.run(
          "create trigger not_done before update on import_job"
              + " for each row execute function not_done()");
      try {
        job = imported("worker", HEAD, row(number, "1980-02-03,,"));
      } finally {
        owner.run("drop function not_done() cascade");
      }
    }

    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("stopped");
    assertThat(found(number)).isNull();
  }

  @Test
  void anImportThatTheServiceLeftUnfinishedIsStopped() throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into import_job (id, kind, begun_at, begun_by, state, total, done, problems)"
                    + " values (?, 'worker', now(), ?, 'running', 10, 5, '[]')")) {
      insert.setObject(1, id);
      insert.setObject(2, caseworker().id());
      insert.executeUpdate();
    }

    imports.stopCutOff(Instant.now());

    assertThat(Accounts.as(caseworker()).get("/api/imports/" + id).jsonPath().getString("state"))
        .isEqualTo("stopped");
  }

  @Test
  void aTableOverTheLimitIsRefused() {
    byte[] bytes = new byte[21 * 1024 * 1024];

    assertThat(Sent.table(caseworker(), "worker", "text/csv", bytes).statusCode()).isEqualTo(413);
  }

  @Test
  void fiveThousandPersonsTakeSeconds() {
    List<String> lines = new ArrayList<>();
    lines.add(
        HEAD
            + ",pension_start,graduation_year,not_seeking,job_changes,graduated_on,"
            + "home_lease_signed_on,home_lease_ends_on");
    for (int i = 0; i < 5_000; i++) {
      lines.add(
          row(Desk.number(), "1980-02-03,五十周岁,是,无,2010,无,2,2010-07-01,2023-01-01,2024-01-01"));
    }
    long begun = System.nanoTime();

    JsonPath job = imported("worker", lines.toArray(String[]::new));

    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.out.println("5,000 persons with 10 facts each: " + millis + " ms");
    assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
    assertThat(job.getInt("added")).isEqualTo(5_000);
    assertThat(millis).isLessThan(60_000);
  }
}
