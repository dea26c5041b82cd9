package huice.casework.letter;

import huice.model.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A kept letter without its bytes. The hashes are SHA-256 in hexadecimal; {@code lacking} are
 * numbers of characters that the print font does not have, to be written by hand. {@code version}
 * is that of the application which the letter tells of.
 */
@Schema(name = "Letter")
public record LetterView(
    UUID id,
    UUID application,
    @Nullable UUID decision,
    LetterKind kind,
    Text kindText,
    String htmlSha256,
    String pdfSha256,
    List<String> lacking,
    int version,
    Instant madeAt,
    UUID madeBy) {
  public LetterView {
    lacking = List.copyOf(lacking);
  }
}
