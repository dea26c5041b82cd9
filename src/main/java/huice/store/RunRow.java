package huice.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run over everybody. {@code scheme} null for all; {@code state} running, cut, done or stopped;
 * {@code people} how many it set out to assess, {@code done} and {@code batchesDone} how far it is.
 */
public record RunRow(
    UUID id,
    LocalDate onDay,
    @Nullable String scheme,
    boolean whole,
    String state,
    String release,
    int basis,
    String program,
    String drools,
    int people,
    int batches,
    Instant begunAt,
    UUID begunBy,
    @Nullable Instant endedAt,
    int done,
    int batchesDone) {}
