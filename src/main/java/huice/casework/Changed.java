package huice.casework;

import huice.store.PersonRow;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's row with one thing changed. */
final class Changed {
  private Changed() {}

  static PersonRow automatic(PersonRow row, boolean automatic) {
    return row(row, row.consentOn(), row.consentEndedOn(), automatic, row.mergedInto());
  }

  static PersonRow consent(PersonRow row, @Nullable LocalDate on, @Nullable LocalDate ended) {
    return row(row, on, ended, row.automatic(), row.mergedInto());
  }

  static PersonRow merged(PersonRow row, @Nullable UUID into) {
    return row(row, row.consentOn(), row.consentEndedOn(), row.automatic(), into);
  }

  private static PersonRow row(
      PersonRow row,
      @Nullable LocalDate consentOn,
      @Nullable LocalDate consentEndedOn,
      boolean automatic,
      @Nullable UUID mergedInto) {
    return new PersonRow(
        row.id(),
        row.numberHash(),
        row.number(),
        row.name(),
        row.language(),
        row.registeredOn(),
        row.channel(),
        consentOn,
        consentEndedOn,
        automatic,
        mergedInto,
        row.erasedAt(),
        row.version());
  }
}
