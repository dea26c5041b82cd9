package huice.casework.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: a candidate release and the one before, by digest, on a day. {@code scheme} is
 * one scheme only, {@code invented} the number of invented people; both null for the whole of it.
 */
public record Question(
    String release,
    String base,
    LocalDate on,
    @Nullable String scheme,
    @Nullable Integer invented) {}
