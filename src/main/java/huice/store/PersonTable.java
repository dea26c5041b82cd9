package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The registered persons. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class PersonTable {
  public void add(PersonRow row) {
    StoredPerson.of(row).persistAndFlush();
  }

  public Optional<PersonRow> find(UUID id) {
    return StoredPerson.<StoredPerson>findByIdOptional(id).map(StoredPerson::row);
  }

  /** The same, kept from changing until the transaction ends. */
  public Optional<PersonRow> locked(UUID id) {
    return Optional.ofNullable(
            StoredPerson.<StoredPerson>findById(id, LockModeType.PESSIMISTIC_WRITE))
        .map(StoredPerson::row);
  }

  /**
   * Those with a number, also merged ones, erased ones never: the one that stands for them last.
   */
  public List<PersonRow> numbered(byte[] hash) {
    return StoredPerson.<StoredPerson>list("numberHash = ?1 and erasedAt is null order by id", hash)
        .stream()
        .map(StoredPerson::row)
        .toList();
  }

  /** Those that were merged into a person. */
  public List<PersonRow> mergedInto(UUID id) {
    return StoredPerson.<StoredPerson>list("mergedInto = ?1 order by id", id).stream()
        .map(StoredPerson::row)
        .toList();
  }

  /** The record that stands for a record: another one once a person's records were merged. */
  public UUID standing(UUID record) {
    UUID standing = record;
    for (StoredPerson at = StoredPerson.findById(standing);
        at != null && at.mergedInto != null;
        at = StoredPerson.findById(standing)) {
      standing = at.mergedInto;
    }
    return standing;
  }

  /** Persons of an office that stand for themselves, at most so many. */
  public List<PersonRow> ofOffice(String office, int page, int most) {
    return StoredPerson.<StoredPerson>find(
            "mergedInto is null and erasedAt is null"
                + " and record in (select r.id from StoredRecord r where r.office = ?1)"
                + " order by registeredOn desc, id",
            office)
        .page(page, most)
        .list()
        .stream()
        .map(StoredPerson::row)
        .toList();
  }

  /** Whether a person wants to be told what may be applied for. */
  public boolean told(UUID id) {
    return StoredPerson.<StoredPerson>findByIdOptional(id).map(row -> row.told).orElse(false);
  }

  public void tell(UUID id, boolean told) {
    StoredPerson stored = StoredPerson.findById(id);
    stored.told = told;
    stored.persistAndFlush();
  }

  /** Writes what may change of a person and returns it with its new version. */
  public PersonRow change(PersonRow row) {
    StoredPerson stored = StoredPerson.findById(row.id());
    stored.take(row);
    stored.persistAndFlush();
    return stored.row();
  }
}
