package huice.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done on an application. {@code code} says which way it went, {@code content}
 * is a JSON text, {@code version} that of the application afterwards.
 */
public record ActRow(
    UUID application,
    @Nullable UUID decision,
    String kind,
    LocalDate day,
    Instant at,
    UUID by,
    String code,
    String content,
    int version) {}
