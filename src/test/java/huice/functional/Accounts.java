package huice.functional;

import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Accounts to test with, made when first asked for. */
public final class Accounts {
  private Accounts() {}

  /** A request of the role's account in that office, signed in. */
  public static RequestSpecification as(Role role, String office) {
    return as(actor(role, office));
  }

  public static RequestSpecification as(Actor actor) {
    return RestAssured.given().header(TestSignIn.HEADER, actor.name() + " " + actor.role().id());
  }

  /** The role's account in that office, for tests below the doors. */
  public static Actor actor(Role role, String office) {
    String name = role.id() + "-" + office.toLowerCase(Locale.ROOT);
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    Actor actor = new Actor(id, name, role, office);
    AgroalDataSource database = Arc.container().instance(AgroalDataSource.class).get();
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into account (id, name, shown, role, office, created_at)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
      insert.setObject(1, actor.id());
      insert.setString(2, actor.name());
      insert.setString(3, actor.name());
      insert.setString(4, actor.role().id());
      insert.setString(5, actor.office());
      insert.setTimestamp(6, Timestamp.from(Instant.now()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return actor;
  }
}
