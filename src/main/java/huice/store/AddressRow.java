package huice.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a person wants to be reached in a way, as confirmed on a day. {@code content} lies under
 * the person's key where the record is a person's. The byte array is not copied: read it only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AddressRow(
    UUID record,
    String way,
    byte[] content,
    LocalDate confirmedOn,
    Instant recordedAt,
    UUID recordedBy) {}
