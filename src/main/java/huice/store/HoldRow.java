package huice.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A legal hold on a person's data; it stands while it is not lifted. */
public record HoldRow(
    UUID id,
    UUID person,
    String reason,
    Instant setAt,
    UUID setBy,
    @Nullable Instant liftedAt,
    @Nullable UUID liftedBy) {}
