package huice.entry.api;

import huice.casework.task.Closing;
import huice.casework.task.Ending;
import huice.casework.task.Part;
import huice.casework.task.PersonServices;
import huice.casework.task.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent about tasks, services and verification. */
final class TaskBodies {
  private TaskBodies() {}

  /** How a task ends; there is no field for a note. */
  @Schema(name = "TaskClosing")
  public record Close(
      @Schema(required = true) Ending ending,
      @Nullable Way way,
      @Nullable LocalDate callbackOn,
      @Nullable LocalDate visitAskedOn,
      @Nullable String item) {
    Closing closing() {
      return new Closing(ending, way, callbackOn, visitAskedOn, item);
    }
  }

  /** Without an account: the whole office's again. */
  @Schema(name = "TaskAssignment")
  public record Assign(@Nullable UUID account) {}

  @Schema(name = "ServiceRequest")
  public record Ask(
      @Schema(required = true) String scheme, @Nullable Way way, @Nullable Part part) {
    PersonServices.Wish wish() {
      return TaskBodies.wish(way, part);
    }
  }

  @Schema(name = "ServiceWish")
  public record Choose(
      @Schema(required = true) String request, @Nullable Way way, @Nullable Part part) {
    PersonServices.Wish wish() {
      return TaskBodies.wish(way, part);
    }
  }

  @Schema(name = "ServiceStop")
  public record Stop(@Schema(required = true) String request) {}

  /** The numbers of facts that do not agree with the papers. */
  @Schema(name = "VerificationResult")
  public record Verified(@Schema(required = true) List<Long> mismatches) {
    List<Long> found() {
      return mismatches.stream().filter(number -> number != null).toList();
    }
  }

  /** How many to draw, and why, while the policy's share is not published. */
  @Schema(name = "VerificationRoundClosing")
  public record Round(@Nullable Integer size, @Nullable String why) {}

  private static PersonServices.Wish wish(@Nullable Way way, @Nullable Part part) {
    return new PersonServices.Wish(way == null ? Way.PHONE : way, part == null ? Part.ANY : part);
  }
}
