package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The records that facts are recorded about. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class RecordTable {
  /** A new record, at once in the database: facts are added to it by plain JDBC. */
  public void add(RecordRow row) {
    StoredRecord.of(row).persistAndFlush();
  }

  public Optional<RecordRow> find(UUID id) {
    return StoredRecord.<StoredRecord>findByIdOptional(id).map(StoredRecord::row);
  }

  public List<RecordRow> of(Collection<UUID> ids) {
    return rows("id in ?1", ids);
  }

  /** Whether anything of a kind is registered. */
  public boolean any(String entity) {
    return StoredRecord.count("entity", entity) > 0;
  }

  public Optional<RecordRow> coded(String entity, String code) {
    return rows("entity = ?1 and code = ?2", entity, code).stream().findFirst();
  }

  /** Records of a kind whose title or code holds some letters, at most so many, by title. */
  public List<RecordRow> titled(String entity, String letters, int most) {
    return StoredRecord.<StoredRecord>find(
            "entity = ?1 and title is not null and (locate(?2, title) > 0 or locate(?2, code) > 0 or ?2 = '')"
                + " order by title, id",
            entity,
            letters)
        .page(0, most)
        .list()
        .stream()
        .map(StoredRecord::row)
        .toList();
  }

  /** All records of a kind that have a public title, by title. */
  public List<RecordRow> named(String entity) {
    return rows("entity = ?1 and title is not null order by title, id", entity);
  }

  /** All ids, in order, for checks of everything. */
  public List<UUID> all() {
    return StoredRecord.<StoredRecord>listAll().stream().map(r -> r.id).sorted().toList();
  }

  private static List<RecordRow> rows(String query, Object... arguments) {
    return StoredRecord.<StoredRecord>list(query, arguments).stream()
        .map(StoredRecord::row)
        .toList();
  }
}
