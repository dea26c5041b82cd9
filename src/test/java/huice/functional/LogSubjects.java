package huice.functional;

import huice.model.Actor;
import huice.model.Role;
import huice.store.Journal;
import huice.store.Keys;
import huice.store.LogKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Accounts, persons and entries for tests of the log. */
@ApplicationScoped
public class LogSubjects {
  private final DataSource database;
  private final Keys keys;
  private final Journal journal;

  LogSubjects(DataSource database, Keys keys, Journal journal) {
    this.database = database;
    this.keys = keys;
    this.journal = journal;
  }

  /** The role's account in office A. */
  public Actor account(Role role) {
    return Accounts.actor(role, "A");
  }

  /** A person who has just been registered, with a key. */
  public UUID person(Actor by) {
    UUID person = UUID.randomUUID();
    UUID record = person;
    run(
        "insert into record (id, entity, office, created_at, created_by)"
            + " values (?, 'worker', 'A', now(), ?)",
        record,
        by.id());
    run(
        "insert into person (id, record, registered_on, channel)"
            + " values (?, ?, '2024-03-01', 'counter')",
        person,
        record);
    keys.create(person);
    return person;
  }

  /** Destroys a person's key as erasing does. */
  public void erase(UUID person) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              run("update person set erased_at = now() where id = ?", person);
              keys.destroy(person);
            });
  }

  /** One entry in a transaction of its own. */
  public long write(Actor actor, LogKind kind, UUID about, String content) {
    return QuarkusTransaction.requiringNew()
        .call(() -> journal.write(new Journal.Entry(Instant.now(), kind, actor, about, content)));
  }

  /** A statement of the application's own user. */
  public void run(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
