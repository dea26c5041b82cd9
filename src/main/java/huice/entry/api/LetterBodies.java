package huice.entry.api;

import huice.casework.decision.Delivery;
import huice.casework.letter.Mailing;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent about letters. {@code version} is the application's as it was read. */
final class LetterBodies {
  private LetterBodies() {}

  /** How a letter was delivered, when, by whom and to whom. */
  @Schema(name = "LetterDelivered")
  public record Delivered(
      @Schema(required = true) Integer version,
      @Schema(required = true) Delivery.Way way,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) String by,
      @Schema(required = true) String to) {
    Mailing.How how() {
      return new Mailing.How(way, on, by, to);
    }
  }

  @Schema(name = "LetterCameBack")
  public record CameBack(
      @Schema(required = true) Integer version,
      @Schema(required = true) LocalDate on,
      @Schema(required = true) String why) {}

  /** Where the person wants to be reached, as confirmed on a day. */
  @Schema(name = "ConfirmedAddress")
  public record Address(
      @Schema(required = true) Delivery.Way way,
      @Schema(required = true) String address,
      @Schema(required = true) LocalDate confirmedOn) {}
}
