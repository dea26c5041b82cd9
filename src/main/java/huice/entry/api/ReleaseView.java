package huice.entry.api;

import huice.casework.ReleaseHistory;
import huice.model.ReleaseStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which release is live, which are to come or await approval, and every step that led there. */
@Schema(name = "Releases")
public record ReleaseView(
    @Schema(description = "现行发布的摘要 The digest of the live release") String live,
    @Schema(
            enumeration = {"folder", "approved"},
            description = "现行发布来自文件夹，还是经批准 Whether the live release is the folder's or approved")
        String source,
    @Schema(description = "已批准、尚未开始 Approved, not yet begun") List<Step> toCome,
    @Schema(description = "待批准 Awaiting approval") List<Step> proposed,
    @Schema(description = "全部步骤，按先后 Every step in order") List<Step> steps) {

  /** One step of a release. */
  @Schema(name = "ReleaseStep")
  public record Step(
      @Schema(description = "发布的摘要 The release's digest") String release,
      @Schema(enumeration = {"proposed", "approved", "rejected", "rolled-back"}) String step,
      @Schema(description = "影响评估的文号 The impact assessment's reference") @Nullable String impact,
      @Schema(description = "开始日期 The first day") @Nullable LocalDate from,
      @Schema(
              enumeration = {"keep", "change"},
              description = "在发待遇沿用原条件，或改用新条件 Running awards keep or change their terms")
          @Nullable String terms,
      @Nullable String reason,
      Instant at,
      @Schema(description = "何人；随安装而来的发布没有 By whom; nobody for what came with the installation")
          @Nullable String by) {

    static Step of(ReleaseStep step) {
      return new Step(
          step.release(),
          step.kind().id(),
          step.impact(),
          step.startOn(),
          step.terms() == null ? null : step.terms().id(),
          step.reason(),
          step.at(),
          step.name());
    }
  }

  /** Why something is rejected or rolled back. */
  @Schema(name = "Reason")
  public record Reason(@Schema(required = true, description = "理由 The reason") String reason) {}

  static ReleaseView of(String live, boolean folder, ReleaseHistory history, LocalDate today) {
    return new ReleaseView(
        live,
        folder ? "folder" : "approved",
        steps(history.after(today)),
        steps(history.open()),
        steps(history.steps()));
  }

  private static List<Step> steps(List<ReleaseStep> steps) {
    return steps.stream().map(Step::of).toList();
  }
}
