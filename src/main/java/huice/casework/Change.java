package huice.casework;

import huice.model.Statement;
import huice.model.Text;
import java.time.Instant;
import java.util.UUID;

/** Something recorded since a number, in the dictionary's words. */
public record Change(
    long seq, UUID record, Text label, Statement said, Instant recordedAt, UUID recordedBy) {}
