package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What runs made of persons. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class AssessedTable {
  private static final String COLUMNS =
      "person, version, release, on_day, basis, recheck_on, favourable, outcomes";

  private final DataSource database;
  private final Sql sql;

  AssessedTable(DataSource database, Sql sql) {
    this.database = database;
    this.sql = sql;
  }

  /** Writes rows in the place of those of the same persons. */
  public void replace(List<AssessedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from assessed where person = any (?)")) {
      delete.setArray(
          1, connection.createArrayOf("uuid", rows.stream().map(AssessedRow::person).toArray()));
      delete.executeUpdate();
      CopyRows copy = new CopyRows();
      for (AssessedRow row : rows) {
        copy.row(8)
            .id(row.person())
            .number(row.version())
            .text(row.release())
            .day(row.onDay())
            .small(row.basis())
            .day(row.recheckOn())
            .yes(row.favourable())
            .raw(row.outcomes());
      }
      copy.send(connection, "assessed (" + COLUMNS + ")");
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public Optional<AssessedRow> find(UUID person) {
    return sql.one(
        AssessedRow.class, "select " + COLUMNS + " from assessed where person = ?", person);
  }

  public List<AssessedRow> of(Collection<UUID> persons) {
    return sql.all(
        AssessedRow.class, "select " + COLUMNS + " from assessed where person = any (?)", persons);
  }

  /**
   * Persons of an office with something to tell, in the order of their ids, which means nothing.
   */
  public List<AssessedRow> favourable(String office, @Nullable UUID after, int most) {
    return sql.all(
        AssessedRow.class,
        "select "
            + COLUMNS
            + " from assessed a join record r on r.id = a.person where r.office = ? and favourable"
            + " and person > ? order by person limit ?",
        office,
        after == null ? new UUID(0, 0) : after,
        most);
  }
}
