package huice.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered person; {@code id} is also the id of the person's record. Number and name are sealed
 * under the person's key, null when they are not known or were erased. The byte arrays are not
 * copied: read them only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PersonRow(
    UUID id,
    byte @Nullable [] numberHash,
    byte @Nullable [] number,
    byte @Nullable [] name,
    String language,
    LocalDate registeredOn,
    String channel,
    @Nullable LocalDate consentOn,
    @Nullable LocalDate consentEndedOn,
    boolean automatic,
    @Nullable UUID mergedInto,
    @Nullable Instant erasedAt,
    int version) {

  /** Whether the person lets others of the same case see what is recorded about them. */
  public boolean consents() {
    return consentOn != null && consentEndedOn == null && erasedAt == null;
  }
}
