package huice.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application for a scheme. {@code subject} as outcomes name it, null for the only one; {@code
 * state} and {@code version} are where its acts led.
 */
public record ApplicationRow(
    UUID id,
    UUID record,
    String scheme,
    @Nullable String subject,
    String office,
    String channel,
    LocalDate appliedOn,
    LocalDate dueOn,
    @Nullable YearMonth from,
    @Nullable YearMonth to,
    @Nullable BigDecimal claimed,
    String state,
    int version,
    Instant createdAt,
    UUID createdBy) {

  /** The same after an act. */
  public ApplicationRow at(String after, int next) {
    return new ApplicationRow(
        id, record, scheme, subject, office, channel, appliedOn, dueOn, from, to, claimed, after,
        next, createdAt, createdBy);
  }
}
