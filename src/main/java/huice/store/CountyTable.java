package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented counties, and whether anything is real. In the caller's transaction; thread-safe. */
@ApplicationScoped
public class CountyTable {
  private static final long ORDER = 0x6875_6963_6543_6F75L;
  private static final String COUNTIES =
      "select id, seed, day, first, people, state, begun_at, begun_by, ended_at from county";

  private final Sql sql;

  CountyTable(Sql sql) {
    this.sql = sql;
  }

  private record Yes(boolean yes) {}

  /** Nobody else begins one until the transaction ends. */
  public void lock() {
    sql.lock(ORDER);
  }

  /** Whether something of some kinds is registered that was not made up. */
  public boolean real(List<String> entities) {
    return yes(
        "select exists (select 1 from record where not invented and entity = any (?)) as yes",
        entities);
  }

  /** Whether one of some records is there. */
  public boolean there(List<UUID> records) {
    return yes("select exists (select 1 from record where id = any (?)) as yes", records);
  }

  private boolean yes(String query, Object value) {
    return sql.one(Yes.class, query, value).orElseThrow().yes();
  }

  public List<CountyRow> all() {
    return sql.all(CountyRow.class, COUNTIES + " order by seq");
  }

  public Optional<CountyRow> find(UUID id) {
    return sql.one(CountyRow.class, COUNTIES + " where id = ?", id);
  }

  public void add(CountyRow row) {
    sql.insert("county", row);
  }

  public void state(UUID id, String state, @Nullable Instant endedAt) {
    sql.run("update county set state = ?, ended_at = ? where id = ?", state, endedAt, id);
  }

  /** Marks what was being made when the service ended. For the start only. */
  public int cutRunning() {
    return sql.run("update county set state = 'cut' where state = 'running'");
  }
}
