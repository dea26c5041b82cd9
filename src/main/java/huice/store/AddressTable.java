package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where people want to be reached. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class AddressTable {
  private final DataSource database;

  AddressTable(DataSource database) {
    this.database = database;
  }

  public void add(AddressRow row) {
    String insert =
        "insert into service_address (record, way, content, confirmed_on, recorded_at, recorded_by)"
            + " values (?, ?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement put = connection.prepareStatement(insert)) {
      put.setObject(1, row.record());
      put.setString(2, row.way());
      put.setBytes(3, row.content());
      put.setObject(4, row.confirmedOn());
      put.setObject(5, Moments.column(row.recordedAt()));
      put.setObject(6, row.recordedBy());
      put.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Those that count now: the latest of each way. */
  public List<AddressRow> of(UUID record) {
    String query =
        "select distinct on (way) record, way, content, confirmed_on, recorded_at, recorded_by"
            + " from service_address where record = ? order by way, seq desc";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, record);
      try (ResultSet rows = select.executeQuery()) {
        List<AddressRow> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new AddressRow(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getBytes(3),
                  rows.getObject(4, LocalDate.class),
                  Moments.read(rows, "recorded_at"),
                  rows.getObject(6, UUID.class)));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Whether somebody confirmed, on or before a day, where to be reached in a way. */
  public boolean confirmed(UUID record, String way, LocalDate on) {
    return of(record).stream()
        .anyMatch(row -> row.way().equals(way) && !row.confirmedOn().isAfter(on));
  }
}
