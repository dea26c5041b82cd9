package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which applications and decisions are held about somebody, for the print of all that is held. */
@ApplicationScoped
public class HeldElsewhere {
  private final DataSource database;

  HeldElsewhere(DataSource database) {
    this.database = database;
  }

  /** An application with the number and result of its last decision, null before the first. */
  public record Application(
      UUID id,
      String scheme,
      LocalDate appliedOn,
      String state,
      @Nullable Integer no,
      @Nullable String result) {}

  public List<Application> applications(Collection<UUID> records) {
    String query =
        "select a.id, a.scheme, a.applied_on, a.state, d.no, d.result from application a"
            + " left join decision d on d.application = a.id and d.no ="
            + " (select max(no) from decision where application = a.id)"
            + " where a.record = any (?) order by a.applied_on, a.id";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setArray(1, connection.createArrayOf("uuid", records.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        List<Application> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Application(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getObject(3, LocalDate.class),
                  rows.getString(4),
                  rows.getObject(5, Integer.class),
                  rows.getString(6)));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
