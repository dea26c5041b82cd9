package huice.functional;

import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.elytron.security.common.BcryptUtil;
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

/**
 * Accounts to test with, made when first asked for: {@code caseworker-a} is the caseworker of
 * office {@code A}, {@code caseworker-a2} that office's second one. The password is the name.
 */
public final class Accounts {
  /** As little work as BCrypt allows: these secrets guard nothing. */
  private static final int COST = 4;

  private Accounts() {}

  /** A request of the role's account in that office, signed in with HTTP Basic. */
  public static RequestSpecification as(Role role, String office) {
    return as(actor(role, office));
  }

  /** A request of the role's second account in that office. */
  public static RequestSpecification asSecond(Role role, String office) {
    return as(second(role, office));
  }

  public static RequestSpecification as(Actor actor) {
    return RestAssured.given().auth().preemptive().basic(actor.name(), actor.name());
  }

  /** The role's account in that office, for tests below the doors. */
  public static Actor actor(Role role, String office) {
    return made(role, office, "");
  }

  /** The role's second account in that office. */
  public static Actor second(Role role, String office) {
    return made(role, office, "2");
  }

  /** An account of its own, for a test that changes it. */
  public static Actor made(Role role, String office, String suffix) {
    String name = role.id() + "-" + office.toLowerCase(Locale.ROOT) + suffix;
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    Actor actor = new Actor(id, name, role, office);
    AgroalDataSource database = Arc.container().instance(AgroalDataSource.class).get();
    try (Connection connection = database.getConnection()) {
      add(connection, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return actor;
  }

  private static void add(Connection connection, Actor actor) throws SQLException {
    String insert =
        "insert into account (id, name, shown, role, office, secret, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setObject(1, actor.id());
      statement.setString(2, actor.name());
      statement.setString(3, actor.name());
      statement.setString(4, actor.role().id());
      statement.setString(5, actor.office());
      statement.setString(6, BcryptUtil.bcryptHash(actor.name(), COST));
      statement.setTimestamp(7, Timestamp.from(Instant.now()));
      statement.executeUpdate();
    }
  }
}
