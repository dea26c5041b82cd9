package huice.functional;

import static huice.functional.Desk.entry;
import static huice.functional.Desk.record;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class ExportsTest {
  @Inject AgroalDataSource database;

  private static Response exported(Actor by, Map<String, Object> body, String query) {
    return Accounts.as(by)
        .contentType("application/json")
        .body(Given.text(body))
        .post("/api/exports/persons" + query);
  }

  private void applied(String person, Actor by, String state) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into application (id, record, scheme, office, channel, applied_on, due_on,"
                    + " state, version, created_at, created_by)"
                    + " values (?, ?, 'x', ?, 'counter', '2024-01-08', '2024-02-08', ?, 0, now(), ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, UUID.fromString(person));
      insert.setString(3, by.office());
      insert.setString(4, state);
      insert.setObject(5, by.id());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long exportsOf(String person) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from log_entry where kind = \'export\' and about = ?")) {
      select.setObject(1, UUID.fromString(person));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyPersonsOfOnesOwnOpenCasesAreExportedMaskedAndLogged() throws IOException {
    Actor mine = Accounts.made(Role.CASEWORKER, "A", "-export");
    Actor other = Accounts.second(Role.CASEWORKER, "A");
    String open = Desk.person("A");
    String closed = Desk.person("A");
    String others = Desk.person("A");
    String without = Desk.person("A");
    record("A", open, entry("graduated_on", "value", "2001-07-04"));
    applied(open, mine, "applied");
    applied(closed, mine, "granted_told");
    applied(others, other, "applied");

    String csv = exported(mine, Map.of("purpose", "own-cases", "form", "csv"), "").asString();
    byte[] xlsx = exported(mine, Map.of("purpose", "hand-over", "form", "xlsx"), "").asByteArray();

    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .contains("***************", "阿**", "2001-07-04")
        .doesNotContain("阿依古丽");
    assertThat(exportsOf(open)).isEqualTo(2);
    assertThat(exportsOf(closed)).isZero();
    assertThat(exportsOf(others)).isZero();
    assertThat(exportsOf(without)).isZero();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
    }
  }

  @Test
  void nobodyIsChosenByWhatIsRecordedAboutThem() {
    Actor mine = Accounts.actor(Role.CASEWORKER, "A");
    Map<String, Object> body = Map.of("purpose", "own-cases", "form", "csv");

    for (String query : List.of("?age=30", "?village=1", "?employed=false", "?employer=1")) {
      assertThat(exported(mine, body, query).statusCode()).as(query).isEqualTo(400);
    }
    assertThat(
            exported(mine, Map.of("purpose", "own-cases", "form", "csv", "village", "1"), "")
                .statusCode())
        .isEqualTo(422);
    assertThat(exported(mine, Map.of("purpose", "ranking", "form", "csv"), "").statusCode())
        .isEqualTo(422);
    assertThat(exported(Accounts.actor(Role.AUDITOR, "A"), body, "").statusCode()).isEqualTo(403);
  }

  @Test
  void whatASpreadsheetWouldRunIsDefused() {
    Desk.post(
            "A",
            "/api/organisations",
            Map.of("entity", "school", "title", "=HYPERLINK(1)", "code", "@X" + UUID.randomUUID()))
        .then()
        .statusCode(201);

    String csv =
        Accounts.as(Role.REVIEWER, "B")
            .get("/api/exports/organisations/school?form=csv")
            .asString();

    assertThat(csv).contains("'=HYPERLINK(1),'@X");
    Accounts.as(Role.REVIEWER, "B")
        .get("/api/exports/organisations/worker?form=csv")
        .then()
        .statusCode(404);
    Accounts.as(Role.REVIEWER, "B")
        .get("/api/exports/organisations/school?form=csv&age=3")
        .then()
        .statusCode(400);
  }
}
