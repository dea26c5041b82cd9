package huice.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kill switch on a rule (by condition), a scheme or a release; standing until lifted. */
public record SwitchRow(
    UUID id,
    String kind,
    String target,
    String reason,
    Instant setAt,
    UUID setBy,
    @Nullable Instant liftedAt,
    @Nullable UUID liftedBy,
    @Nullable String liftedWhy) {}
