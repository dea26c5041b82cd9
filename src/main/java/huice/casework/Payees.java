package huice.casework;

import huice.model.Actor;
import huice.store.ClaimTable;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid for what a record was granted: the person, or the organisation whose record or claim
 * it is. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class Payees {
  private final Records records;
  private final PersonTable table;
  private final ClaimTable claims;
  private final Persons persons;
  private final Access access;
  private final Reads reads;

  Payees(
      Records records,
      PersonTable table,
      ClaimTable claims,
      Persons persons,
      Access access,
      Reads reads) {
    this.records = records;
    this.table = table;
    this.claims = claims;
    this.persons = persons;
    this.access = access;
    this.reads = reads;
  }

  /** A payee as public notices show one: a person's name and number masked. */
  public record Payee(UUID record, boolean person, String name, String number, String office) {}

  /** The record that is paid. */
  public UUID of(UUID record) {
    return claims.organisation(record).orElseGet(() -> table.standing(record));
  }

  /**
   * How a payee is shown.
   *
   * @throws Absent when there is none, or the person was erased
   */
  public Payee shown(UUID payee) {
    RecordRow row = records.row(payee);
    Optional<PersonRow> person = table.find(payee);
    if (person.isEmpty()) {
      return new Payee(payee, false, text(row.title()), text(row.code()), row.office());
    }
    Person view = persons.view(persons.person(payee), row, false);
    return new Payee(payee, true, text(view.name()), text(view.number()), row.office());
  }

  /** The records of a payee: its own, and those that were made one with it. */
  public List<UUID> group(UUID payee) {
    return records.reading(Long.MAX_VALUE).group(payee);
  }

  private static String text(@Nullable String word) {
    return word == null ? "" : word;
  }

  /** Whether it is a person, under whose key the log is kept; null for organisations. */
  public @Nullable UUID about(UUID payee) {
    return reads.about(payee);
  }

  /** Lets an account act for a payee of its own office, or of any where the payee is present. */
  public void serve(Actor actor, UUID payee, Visit visit) {
    access.write(actor, records.row(payee), visit);
  }

  /** Lets an account see a payee. */
  public void see(Actor actor, UUID payee, Visit visit) {
    access.read(actor, records.row(payee), visit);
  }
}
