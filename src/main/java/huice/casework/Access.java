package huice.casework;

import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.RecordRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose data an account may see: of its own office, of a visitor who is present, and of everybody
 * where the task is to look at what offices did. Organisations are no secret. Thread-safe.
 */
@ApplicationScoped
public class Access {
  private static final Set<Role> EVERYWHERE = Set.of(Role.AUDITOR, Role.REVIEWER);
  private static final Set<Role> OWN_OFFICE = Set.of(Role.CASEWORKER, Role.CERTIFIER, Role.SERVICE);

  /** As programs are told; pages have their own words for it. */
  public static final Text OTHER_OFFICE =
      Text.of(
          "这份记录属于另一经办机构。本人在场时请写明 present=true 和 purpose。",
          "This record belongs to another office. With the person present, say present=true"
              + " and purpose.");

  private final String personEntity;
  private final Set<String> closed;

  Access(
      @ConfigProperty(name = "huice.records.person") String personEntity,
      @ConfigProperty(name = "huice.records.closed") List<String> closed) {
    this.personEntity = personEntity;
    this.closed = Set.copyOf(closed);
  }

  /** The entity of the dictionary that persons are. */
  public String personEntity() {
    return personEntity;
  }

  /** Whether records of an entity tell about persons; the others are public bodies and firms. */
  public boolean closed(String entity) {
    return entity.equals(personEntity) || closed.contains(entity);
  }

  /** The same of a record: a claim of an organisation has no title and is its office's affair. */
  boolean closed(RecordRow record) {
    return closed(record.entity()) || record.title() == null;
  }

  /**
   * Lets an account see a record, or not.
   *
   * @throws NotAllowed when it belongs to another office and nobody is present
   */
  public void read(Actor actor, RecordRow record, Visit visit) {
    if (!opens(actor, record, visit)) {
      throw new NotAllowed(OTHER_OFFICE);
    }
  }

  /** Whether an account may see a record. */
  public boolean opens(Actor actor, RecordRow record, Visit visit) {
    return !closed(record) || EVERYWHERE.contains(actor.role()) || serving(actor, record, visit);
  }

  /** Lets an account record, or not. */
  public void write(Actor actor, RecordRow record, Visit visit) {
    if (closed(record) && !serving(actor, record, visit)) {
      throw new NotAllowed(OTHER_OFFICE);
    }
  }

  private static boolean serving(Actor actor, RecordRow record, Visit visit) {
    return OWN_OFFICE.contains(actor.role())
        && (actor.office().equals(record.office()) || visit.present());
  }
}
