package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Decisions drawn by lot for an auditor. Safe to use from all threads. */
@ApplicationScoped
public class DecisionSample {
  private static final String DRAWN =
      """
      select d.id, a.id as application, a.record, a.scheme, d.no, d.kind, d.result, d.adverse,
             d.automatic, d.on_day, d.facts_version, d.release, d.code, d.made_at, d.made_by
      from decision d join application a on a.id = d.application
      where d.id in (select id from decision
                     order by sha256(convert_to(? || ' ' || id, 'UTF8')) limit ?)
      order by d.made_at, d.id
      """;

  private final DataSource database;

  DecisionSample(DataSource database) {
    this.database = database;
  }

  /**
   * A decision without the facts it was made from.
   *
   * @param conditions every condition it saw, with its result
   */
  public record Drawn(
      UUID id,
      UUID application,
      UUID record,
      String scheme,
      int no,
      String kind,
      String result,
      boolean adverse,
      boolean automatic,
      LocalDate on,
      long factsVersion,
      String release,
      @Nullable String code,
      Instant madeAt,
      UUID madeBy,
      Map<String, String> conditions) {}

  /** So many decisions by lot; the same seed draws the same from the same decisions. */
  public List<Drawn> draw(long seed, int size) {
    List<Drawn> drawn = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(DRAWN);
        PreparedStatement rules =
            connection.prepareStatement(
                "select condition, result from decision_rule where decision = ?")) {
      query.setString(1, Long.toString(seed));
      query.setInt(2, size);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          drawn.add(of(row, conditions(rules, row.getObject("id", UUID.class))));
        }
      }
      return drawn;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private static Map<String, String> conditions(PreparedStatement rules, UUID decision)
      throws SQLException {
    rules.setObject(1, decision);
    Map<String, String> conditions = new TreeMap<>();
    try (ResultSet row = rules.executeQuery()) {
      while (row.next()) {
        conditions.put(row.getString(1), row.getString(2));
      }
    }
    return conditions;
  }

  private static Drawn of(ResultSet row, Map<String, String> conditions) throws SQLException {
    return new Drawn(
        row.getObject("id", UUID.class),
        row.getObject("application", UUID.class),
        row.getObject("record", UUID.class),
        row.getString("scheme"),
        row.getInt("no"),
        row.getString("kind"),
        row.getString("result"),
        row.getBoolean("adverse"),
        row.getBoolean("automatic"),
        row.getObject("on_day", LocalDate.class),
        row.getLong("facts_version"),
        row.getString("release"),
        row.getString("code"),
        Moments.read(row, "made_at"),
        row.getObject("made_by", UUID.class),
        conditions);
  }
}
