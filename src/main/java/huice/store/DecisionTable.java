package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Proposals and decisions, and the rules that took part in them. Works in the caller's transaction;
 * thread-safe.
 */
@ApplicationScoped
public class DecisionTable {
  private final EntityManager entities;
  private final DataSource database;

  DecisionTable(EntityManager entities, DataSource database) {
    this.entities = entities;
    this.database = database;
  }

  public void add(DecisionRow row, Collection<RuleSeen> rules) {
    entities.persist(StoredDecision.of(row));
    entities.flush();
    String insert =
        "insert into decision_rule (decision, scheme, condition, result) values (?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement rows = connection.prepareStatement(insert)) {
      for (RuleSeen rule : rules) {
        rows.setObject(1, row.id());
        rows.setString(2, rule.scheme());
        rows.setString(3, rule.condition());
        rows.setString(4, rule.result());
        rows.addBatch();
      }
      rows.executeBatch();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  public Optional<DecisionRow> find(UUID id) {
    return Optional.ofNullable(entities.find(StoredDecision.class, id)).map(StoredDecision::row);
  }

  /** Those of an application, in order. */
  public List<DecisionRow> of(UUID application) {
    return entities
        .createQuery(
            "from StoredDecision d where d.application = ?1 order by d.no", StoredDecision.class)
        .setParameter(1, application)
        .getResultStream()
        .map(StoredDecision::row)
        .toList();
  }

  /** Those made about days in a period; the next ones after an id, in the order of ids. */
  public List<DecisionRow> page(LocalDate from, LocalDate to, UUID after, int most) {
    // What was read before is not needed again, and all of it would fill the memory.
    entities.clear();
    return entities
        .createQuery(
            "from StoredDecision d where d.onDay between ?1 and ?2 and d.id > ?3 order by d.id",
            StoredDecision.class)
        .setParameter(1, from)
        .setParameter(2, to)
        .setParameter(3, after)
        .setMaxResults(most)
        .getResultStream()
        .map(StoredDecision::row)
        .toList();
  }

  /** The scheme and condition of every rule that took part in a decision. */
  public List<RuleSeen> rules(UUID decision) {
    return entities
        .createNativeQuery(
            "select scheme, condition, result from decision_rule where decision = ?1"
                + " order by scheme, condition",
            Object[].class)
        .setParameter(1, decision)
        .getResultStream()
        .map(DecisionTable::rule)
        .toList();
  }

  private static RuleSeen rule(Object row) {
    Object[] columns = (Object[]) row;
    return new RuleSeen((String) columns[0], (String) columns[1], (String) columns[2]);
  }

  /** The decisions about days in a period that a rule took part in, in the order of ids. */
  public List<UUID> withRule(String rule, LocalDate from, LocalDate to) {
    return ids(
        "select d.id from decision d where d.on_day between ?2 and ?3 and exists (select 1 from"
            + " decision_rule r where r.decision = d.id and r.condition = ?1) order by d.id",
        rule,
        from,
        to);
  }

  /** The applications with a decision that a switch of this kind on this target touches. */
  public List<UUID> touched(String kind, String target) {
    String which =
        switch (kind) {
          case "rule" -> "r.condition = ?1";
          case "scheme" -> "r.scheme = ?1";
          default -> "d.release = ?1";
        };
    return ids(
        "select distinct d.application from decision d left join decision_rule r on r.decision ="
            + " d.id where "
            + which,
        target);
  }

  private List<UUID> ids(String query, Object... values) {
    var select = entities.createNativeQuery(query, UUID.class);
    for (int i = 0; i < values.length; i++) {
      select.setParameter(i + 1, values[i]);
    }
    @SuppressWarnings("unchecked")
    List<UUID> ids = select.getResultList();
    return ids;
  }
}
