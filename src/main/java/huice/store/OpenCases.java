package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Whose applications somebody has in hand. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class OpenCases {
  private final DataSource database;

  OpenCases(DataSource database) {
    this.database = database;
  }

  /** The persons with an application in one of these states that an account took in. */
  public List<UUID> persons(UUID account, String office, Collection<String> states) {
    String query =
        "select distinct p.id from application a join person p on p.id = a.record"
            + " where a.created_by = ? and a.office = ? and upper(replace(a.state, '-', '_')) = any (?)"
            + " and p.erased_at is null and p.merged_into is null order by p.id";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, account);
      select.setString(2, office);
      select.setArray(3, connection.createArrayOf("text", states.toArray()));
      List<UUID> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
