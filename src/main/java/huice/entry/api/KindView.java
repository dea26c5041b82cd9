package huice.entry.api;

import huice.casework.ImportKind;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of table that can be imported. */
@Schema(name = "ImportKind")
public record KindView(
    String id,
    String label,
    String labelEn,
    @Schema(enumeration = {"persons", "organisations", "claim"}) String of) {
  static KindView of(ImportKind kind) {
    return new KindView(
        kind.id(), kind.label().zh(), kind.label().en(), kind.of().name().toLowerCase(Locale.ROOT));
  }
}
