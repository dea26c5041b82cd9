package huice.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that facts are recorded about: a person, an organisation, a household. A person has the
 * id of the person's record; {@code title} and {@code code} are public names of organisations and
 * null for persons.
 */
public record RecordRow(
    UUID id,
    String entity,
    String office,
    @Nullable String title,
    @Nullable String code,
    Instant createdAt,
    UUID createdBy) {}
