package huice.functional;

import static huice.functional.Desk.entry;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import huice.functional.Matters.Matter;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a change of facts reaches. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReassessmentsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

  @Test
  void r33AChangeOfALinkedRecordReachesTheApplicationsThatRestOnIt() {
    String worker = Desk.person("A");
    String spouse = Desk.person("A");
    Desk.record("A", worker, entry("spouse", "link", spouse, "source", "document"));
    Matter open =
        Matter.apply(UUID.fromString(worker), "jobseeking-subsidy", DAY, Map.of()).propose();

    reassess(spouse).body("reassessed", hasSize(0));
    Desk.record("A", spouse, entry("seeking_work", "value", true));
    reassess(spouse)
        .body("reassessed", hasSize(1))
        .body("reassessed[0].application", equalTo(open.id))
        .body("reassessed[0].proposeAgain", is(true))
        .body("reassessed[0].proposal", nullValue());
    open.propose();
    reassess(spouse).body("reassessed", hasSize(0));
  }

  private static ValidatableResponse reassess(String record) {
    return Desk.post("A", "/api/reassessments", Map.of("record", record)).then().statusCode(201);
  }
}
