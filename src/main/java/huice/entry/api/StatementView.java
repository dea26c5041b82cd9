package huice.entry.api;

import huice.casework.Change;
import huice.casework.Prints;
import huice.model.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One statement as it is kept, with where it comes from and when (R19). */
@Schema(name = "Statement")
public record StatementView(
    long seq,
    UUID record,
    String path,
    String label,
    String labelEn,
    @Schema(enumeration = {"value", "none", "row", "gone", "complete", "link"}) String kind,
    @Nullable String value,
    String source,
    @Schema(enumeration = {"verified", "declared", "matched", "estimated"}) String quality,
    LocalDate obtained,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable LocalDate until,
    boolean withdrawn,
    @Schema(description = "取代的那一条的编号。 The statement that it takes the place of.")
        @Nullable Long corrects,
    @Nullable String reason,
    Instant recordedAt,
    UUID recordedBy,
    @Schema(description = "没有被更正。 Whether it stands uncorrected.") boolean stands) {

  static StatementView of(Prints.Line line) {
    return of(line.change(), line.stands());
  }

  static StatementView of(Change change, boolean stands) {
    Statement said = change.said();
    return new StatementView(
        change.seq(),
        change.record(),
        said.path(),
        change.label().zh(),
        change.label().en(),
        said.kind().name().toLowerCase(Locale.ROOT),
        said.value(),
        said.source(),
        said.quality().name().toLowerCase(Locale.ROOT),
        said.obtained(),
        said.validFrom(),
        said.validTo(),
        said.until(),
        said.withdrawn(),
        said.corrects(),
        said.reason(),
        change.recordedAt(),
        change.recordedBy(),
        stands);
  }
}
