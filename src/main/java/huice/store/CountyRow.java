package huice.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invented county: so many people from the number {@code first} on. */
public record CountyRow(
    UUID id,
    long seed,
    LocalDate day,
    int first,
    int people,
    String state,
    Instant begunAt,
    UUID begunBy,
    @Nullable Instant endedAt) {}
