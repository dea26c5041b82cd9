package huice.casework.decision;

import java.time.Instant;
import java.time.LocalDate;

/** The moment of a request, as its door saw it: for the record, and the day it counts as. */
public record Now(Instant at, LocalDate today) {}
