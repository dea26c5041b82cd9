package huice.entry.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of what is sent to be recorded; for the description only. */
@Schema(name = "Entries")
record EntriesForm(@Schema(required = true) List<EntryForm> entries) {

  /** One entry: exactly one of value, none, row, gone, completeTo and link. */
  @Schema(name = "Entry")
  record EntryForm(
      @Schema(
              required = true,
              description =
                  "birth_date、employments[new].start、employments[r3].start；同一个 [new…] 是同一行新的。"
                      + " The same [new…] is the same new row.")
          String path,
      @Nullable String value,
      @Nullable Boolean none,
      @Nullable Boolean row,
      @Nullable Boolean gone,
      @Schema(format = "date") @Nullable String completeTo,
      @Schema(format = "uuid") @Nullable String link,
      @Schema(required = true) String source,
      @Schema(enumeration = {"verified", "declared", "matched", "estimated"})
          @Nullable String quality,
      @Schema(format = "date") @Nullable String obtained,
      @Schema(format = "date") @Nullable String validFrom,
      @Schema(format = "date") @Nullable String validTo,
      @Schema(format = "date") @Nullable String until,
      @Nullable Boolean withdrawn,
      @Nullable Long corrects,
      @Nullable String reason) {}
}
