package huice.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run made of a person. {@code version} is the greatest number of the facts it rests on,
 * {@code basis} tells in which order schemes stand in {@code outcomes}. Do not write to the bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AssessedRow(
    UUID person,
    long version,
    String release,
    LocalDate onDay,
    int basis,
    @Nullable LocalDate recheckOn,
    boolean favourable,
    byte[] outcomes) {}
