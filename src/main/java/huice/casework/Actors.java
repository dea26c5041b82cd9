package huice.casework;

import huice.model.Actor;
import huice.store.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Who stands behind a name that signed in. Safe to use from all threads. */
@ApplicationScoped
public class Actors {
  private final Accounts accounts;

  Actors(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The account of that name; empty when there is none or it is disabled. */
  @Transactional
  public Optional<Actor> named(String name) {
    return accounts.actor(name);
  }
}
