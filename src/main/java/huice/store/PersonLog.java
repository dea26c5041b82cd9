package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the log tells about one person, for that person to read (R54). Thread-safe. */
@ApplicationScoped
public class PersonLog {
  private final DataSource database;
  private final Keys keys;

  PersonLog(DataSource database, Keys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** An entry; {@code name} is that of the account, null when there is no such account. */
  public record Told(long seq, Instant at, String kind, @Nullable String name, String content) {}

  /**
   * All entries about a person, in order.
   *
   * @throws KeyDestroyed when the person was erased
   */
  public List<Told> about(UUID person) {
    SecretKey key = keys.key(person).orElseThrow(KeyDestroyed::new);
    String query =
        "select e.seq, e.at, e.kind, a.shown, c.content from log_content c"
            + " join log_entry e on e.seq = c.seq"
            + " left join account a on a.id::text = e.actor"
            + " where c.about = ? order by c.seq";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, person);
      try (ResultSet rows = select.executeQuery()) {
        List<Told> told = new ArrayList<>();
        while (rows.next()) {
          byte[] content = Sealing.open(key, person, rows.getBytes("content"));
          told.add(
              new Told(
                  rows.getLong("seq"),
                  Moments.read(rows, "at"),
                  rows.getString("kind"),
                  rows.getString("shown"),
                  new String(content, StandardCharsets.UTF_8)));
        }
        return told;
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
