package huice.casework.decision;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposal or decision as far as the state machine looks at it. {@code settled}: its outcome
 * rests on known facts and rules, so that a refusal is possible at all; {@code payable} is false
 * for a draft policy's scheme; {@code choice}: a person must choose between schemes; {@code
 * byPerson}: an override or a review, which no run undoes.
 */
public record Draft(
    UUID id,
    Bearing bearing,
    UUID madeBy,
    LocalDate madeOn,
    boolean settled,
    boolean payable,
    boolean choice,
    boolean byPerson) {}
