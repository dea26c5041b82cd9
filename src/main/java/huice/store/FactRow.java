package huice.store;

import huice.model.Statement;
import java.time.Instant;
import java.util.UUID;

/** A statement as it was recorded: {@code seq} orders all of them, of all records. Immutable. */
public record FactRow(long seq, UUID record, Statement said, Instant recordedAt, UUID recordedBy) {
  public String path() {
    return said.path();
  }
}
