package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The imports. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class ImportTable {
  public void add(ImportRow row) {
    StoredImport.of(row).persistAndFlush();
  }

  public Optional<ImportRow> find(UUID id) {
    return StoredImport.<StoredImport>findByIdOptional(id).map(StoredImport::row);
  }

  /** How far a running import has got. */
  /** How many rows a running import has. */
  public void total(UUID id, int rows) {
    StoredImport.update("total = ?2 where id = ?1", id, rows);
  }

  /** Writes all that may change. */
  public void change(ImportRow row) {
    StoredImport stored = StoredImport.findById(row.id());
    stored.take(row);
    stored.persistAndFlush();
  }

  /** Whatever still runs was cut off: nothing of it was kept. */
  public int stopRunning(Instant at) {
    return StoredImport.update("state = 'stopped', endedAt = ?1 where state = 'running'", at);
  }
}
