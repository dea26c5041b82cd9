package huice.store;

import huice.model.Actor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The accounts, for whoever runs a transaction. Safe to use from all threads. */
@ApplicationScoped
public class Accounts {
  private final Rows rows;

  Accounts(Rows rows) {
    this.rows = rows;
  }

  /** The account of that name as an actor; empty when there is none or it is disabled. */
  public Optional<Actor> actor(String name) {
    return rows.find("name = ?1 and disabledAt is null", name)
        .firstResultOptional()
        .map(Account::actor);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<Account, UUID> {}
}
