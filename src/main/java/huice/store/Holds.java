package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Legal holds on persons' data. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class Holds {
  public void add(HoldRow row) {
    StoredHold stored = new StoredHold();
    stored.id = row.id();
    stored.person = row.person();
    stored.reason = row.reason();
    stored.setAt = row.setAt();
    stored.setBy = row.setBy();
    stored.persistAndFlush();
  }

  public Optional<HoldRow> find(UUID id) {
    return StoredHold.<StoredHold>findByIdOptional(id).map(StoredHold::row);
  }

  /** All of a person, lifted ones too, in order. */
  public List<HoldRow> of(UUID person) {
    return StoredHold.<StoredHold>list("person = ?1 order by setAt, id", person).stream()
        .map(StoredHold::row)
        .toList();
  }

  public void lift(UUID id, Instant at, UUID by) {
    StoredHold stored = StoredHold.findById(id);
    stored.liftedAt = at;
    stored.liftedBy = by;
    stored.persistAndFlush();
  }
}
