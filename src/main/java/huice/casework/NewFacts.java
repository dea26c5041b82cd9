package huice.casework;

import huice.model.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * Something was recorded about a record, in a transaction that still runs and in which nobody else
 * records.
 */
public record NewFacts(UUID record, Actor by, Instant at) {}
