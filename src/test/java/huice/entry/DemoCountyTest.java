package huice.entry;

import static org.assertj.core.api.Assertions.assertThat;

import huice.casework.Counties.County;
import huice.casework.SnapshotCheck;
import huice.functional.Accounts;
import huice.functional.TestDatabase;
import huice.functional.TestProject;
import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class DemoCountyTest {
  @Inject DemoCounty demo;
  @Inject InventedCounty county;
  @Inject SnapshotCheck snapshots;
  @Inject AgroalDataSource database;

  @Test
  void theCountyIsRegisteredInBothOfficesWithItsCouples() throws SQLException {
    Actor a = Accounts.made(Role.CASEWORKER, "DEMO-1", "");
    Actor b = Accounts.made(Role.CASEWORKER, "DEMO-2", "");

    long begun = System.nanoTime();
    County made = new County(UUID.randomUUID(), 11, LocalDate.now(), 4_000_000, 2_000, "running");
    county.make(made, List.of(a, b), Clock.systemDefaultZone());
    System.out.println("the county: " + (System.nanoTime() - begun) / 1_000_000 + " ms");

    assertThat(count("select count(*) from record where office = 'DEMO-1' and entity = 'worker'"))
        .isEqualTo(1_000L);
    assertThat(count("select count(*) from record where office = 'DEMO-2' and entity = 'worker'"))
        .isEqualTo(1_000L);
    assertThat(
            count("select count(*) from record where office like 'DEMO-%' and entity = 'employer'"))
        .isEqualTo(100);
    String couple =
        text(
            "select record::text from fact where path = 'spouse' and kind = 'link' and record in (select id from record where entity = 'worker' and office like 'DEMO-%') limit 1");
    JsonPath of =
        Accounts.as(
                text("select office from record where id = '" + couple + "'").equals("DEMO-1")
                    ? a
                    : b)
            .get("/api/records/" + couple + "/facts")
            .jsonPath();
    assertThat(of.getMap("known.facts")).containsKeys("worker", "spouse", "couple");
    assertThat(snapshots.run().broken()).isEmpty();
  }

  @Test
  void testsAndServersStartWithNobody() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    demo.load(new PrintStream(out, true));

    assertThat(out.toString()).isEmpty();
  }

  private long count(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  private String text(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
