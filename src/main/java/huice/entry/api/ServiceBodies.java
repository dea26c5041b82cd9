package huice.entry.api;

import huice.casework.complaint.ComplaintView;
import huice.casework.complaint.WageChecks;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent about vacancies and complaints. */
final class ServiceBodies {
  private ServiceBodies() {}

  @Schema(name = "ServiceNothing")
  public record Nothing() {}

  @Schema(name = "ServiceVersion")
  public record Version(@Schema(required = true) Integer version) {}

  @Schema(name = "ServiceText")
  public record VersionText(
      @Schema(required = true) Integer version, @Schema(required = true) String text) {}

  @Schema(name = "ComplaintFirm")
  public record Firm(
      @Schema(required = true) Integer version, @Schema(required = true) UUID firm) {}

  @Schema(name = "VacancyOffer")
  public record Offer(@Schema(required = true) UUID person) {}

  @Schema(name = "WageCheckResult")
  public record Result(@Schema(required = true) WageChecks.Outcome outcome) {}

  /** How a complaint stands after an act, without any of its words. */
  @Schema(name = "ComplaintStanding")
  public record Standing(
      UUID id, ComplaintView.State state, @Nullable LocalDate dueOn, boolean overdue, int version) {
    static Standing of(ComplaintView view) {
      return new Standing(view.id(), view.state(), view.dueOn(), view.overdue(), view.version());
    }
  }
}
