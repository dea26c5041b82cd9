package huice.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A record's current facts as one text, for reading many at once. {@code dictionary} is the digest
 * of the words it is written by, {@code version} the greatest number it rests on.
 */
public record SnapshotRow(
    UUID record,
    String entity,
    String dictionary,
    long version,
    String content,
    Instant changedAt) {}
