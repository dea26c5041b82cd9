package huice.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal or decision as it was made, with all that it was made from; never rewritten. {@code
 * outcome} and {@code given} are JSON, {@code measures} the versions of the measures it read by.
 */
public record DecisionRow(
    UUID id,
    UUID application,
    int no,
    String kind,
    String result,
    String bearing,
    boolean adverse,
    boolean automatic,
    boolean settled,
    boolean payable,
    boolean choice,
    @Nullable BigDecimal amount,
    String outcome,
    String given,
    LocalDate on,
    @Nullable YearMonth from,
    @Nullable YearMonth to,
    long factsVersion,
    String release,
    String program,
    String drools,
    String measures,
    @Nullable UUID replaces,
    @Nullable String code,
    @Nullable String reason,
    Instant madeAt,
    UUID madeBy) {}
