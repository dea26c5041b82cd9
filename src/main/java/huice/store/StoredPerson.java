package huice.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of persons. */
@Entity
@Table(name = "person")
class StoredPerson extends PanacheEntityBase {
  @Id UUID id;

  @Column(nullable = false, updatable = false)
  UUID record;

  @Column(name = "number_hash")
  byte @Nullable [] numberHash;

  @Column byte @Nullable [] number;

  @Column byte @Nullable [] name;

  @Column(nullable = false)
  String language;

  @Column(name = "registered_on", nullable = false, updatable = false)
  LocalDate registeredOn;

  @Column(nullable = false, updatable = false)
  String channel;

  @Column(name = "consent_on")
  @Nullable LocalDate consentOn;

  @Column(name = "consent_ended_on")
  @Nullable LocalDate consentEndedOn;

  @Column(nullable = false)
  boolean automatic;

  @Column(nullable = false)
  boolean told = true;

  @Column(name = "merged_into")
  @Nullable UUID mergedInto;

  @Column(name = "erased_at")
  @Nullable Instant erasedAt;

  @Version
  @Column(nullable = false)
  int version;

  static StoredPerson of(PersonRow row) {
    StoredPerson stored = new StoredPerson();
    stored.id = row.id();
    stored.record = row.id();
    stored.numberHash = row.numberHash();
    stored.number = row.number();
    stored.registeredOn = row.registeredOn();
    stored.channel = row.channel();
    stored.take(row);
    return stored;
  }

  /** Takes over what may change of a person; the identity only at the registration. */
  void take(PersonRow row) {
    name = row.name();
    language = row.language();
    consentOn = row.consentOn();
    consentEndedOn = row.consentEndedOn();
    automatic = row.automatic();
    mergedInto = row.mergedInto();
  }

  PersonRow row() {
    return new PersonRow(
        id,
        numberHash,
        number,
        name,
        language,
        registeredOn,
        channel,
        consentOn,
        consentEndedOn,
        automatic,
        mergedInto,
        erasedAt,
        version);
  }
}
