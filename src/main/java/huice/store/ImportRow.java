package huice.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands. {@code state} is running, done, refused or stopped; {@code total} and
 * {@code done} count rows, {@code added} and {@code known} the things they are about; {@code
 * faults} counts all faults, {@code problems} is a JSON text with the first of them.
 */
public record ImportRow(
    UUID id,
    String kind,
    Instant begunAt,
    UUID begunBy,
    String state,
    int total,
    int done,
    int added,
    int known,
    int faults,
    String problems,
    @Nullable Instant endedAt) {}
