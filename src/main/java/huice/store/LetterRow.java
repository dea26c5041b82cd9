package huice.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it was made. {@code about} is the person whose key seals {@code html} and {@code
 * pdf}, null where they lie open; the hashes are of the bytes as they are read. {@code lacking}:
 * numbers of characters that no font had. The byte arrays are not copied: read them only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LetterRow(
    UUID id,
    UUID application,
    @Nullable UUID decision,
    String kind,
    @Nullable UUID about,
    byte[] html,
    byte[] pdf,
    byte[] htmlHash,
    byte[] pdfHash,
    String lacking,
    int version,
    Instant madeAt,
    UUID madeBy) {}
