package huice.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as people read it.
 *
 * @param actor the account's id
 * @param actorName how the account is shown; null when there is no such account
 * @param about whose data it was; null for nobody's
 * @param content a JSON text; null when the person was erased
 */
public record LogRow(
    long seq,
    Instant at,
    String kind,
    String actor,
    @Nullable String actorName,
    @Nullable UUID about,
    @Nullable String content) {}
