package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Letters; they are added and read, never changed. In the caller's transaction; thread-safe. */
@ApplicationScoped
public class LetterTable {
  private static final String COLUMNS =
      "id, application, decision, kind, about, html, pdf, html_hash, pdf_hash, lacking, version,"
          + " made_at, made_by";

  private final DataSource database;

  LetterTable(DataSource database) {
    this.database = database;
  }

  public void add(LetterRow row) {
    String insert =
        "insert into letter (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement put = connection.prepareStatement(insert)) {
      put.setObject(1, row.id());
      put.setObject(2, row.application());
      put.setObject(3, row.decision());
      put.setString(4, row.kind());
      put.setObject(5, row.about());
      put.setBytes(6, row.html());
      put.setBytes(7, row.pdf());
      put.setBytes(8, row.htmlHash());
      put.setBytes(9, row.pdfHash());
      put.setString(10, row.lacking());
      put.setInt(11, row.version());
      put.setObject(12, Moments.column(row.madeAt()));
      put.setObject(13, row.madeBy());
      put.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public Optional<LetterRow> find(UUID id) {
    return rows("select " + COLUMNS + " from letter where id = ?", id).stream().findFirst();
  }

  /** Those of an application without their bytes, the oldest first. */
  public List<LetterRow> of(UUID application) {
    String columns = COLUMNS.replace("html, pdf,", "''::bytea as html, ''::bytea as pdf,");
    return rows(
        "select " + columns + " from letter where application = ? order by made_at, id",
        application);
  }

  private List<LetterRow> rows(String query, UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, id);
      try (ResultSet rows = select.executeQuery()) {
        List<LetterRow> found = new ArrayList<>();
        while (rows.next()) {
          found.add(row(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private static LetterRow row(ResultSet row) throws SQLException {
    return new LetterRow(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getObject(5, UUID.class),
        row.getBytes(6),
        row.getBytes(7),
        row.getBytes(8),
        row.getBytes(9),
        row.getString(10),
        row.getInt(11),
        Moments.read(row, "made_at"),
        row.getObject(13, UUID.class));
  }
}
