package huice.casework;

import huice.model.IdentityNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's own request to be registered: when, through which channel, and the day of consent,
 * null when the person gives none. {@code channel} is one of {@link Persons#CHANNELS}.
 */
public record Registration(
    IdentityNumber number,
    String name,
    String language,
    LocalDate on,
    String channel,
    @Nullable LocalDate consentOn) {}
