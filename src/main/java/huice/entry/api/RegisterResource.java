package huice.entry.api;

import huice.casework.LiveRelease;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The public register of the rules in force on a day (R13). */
@Path("/api/register")
@Tag(name = "register", description = "规则公示 The public register of rules")
@PermitAll
public class RegisterResource {
  private static final List<String> NAMES = List.of("on", "release");

  private static final int AT_ONCE = 4;

  private final LiveRelease live;
  private final Releases releases;
  private final Clock clock;
  private final Semaphore others = new Semaphore(AT_ONCE);

  RegisterResource(LiveRelease live, Releases releases, Clock clock) {
    this.live = live;
    this.releases = releases;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "register",
      summary = "某日施行的规则 The rules in force on a day",
      description =
          "每个项目的条款原文、条件、当日参数及其依据、规则全文和测试数量。"
              + " Every scheme's clauses, conditions, parameters of that day with their references,"
              + " rule text and number of test cases.")
  @APIResponse(
      responseCode = "200",
      description = "登记册 The register",
      content = @Content(schema = @Schema(implementation = Register.class)))
  public Register register(
      @Parameter(
              description = "日期，不写为今天。 The day; today when left out.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("on")
          @Nullable String on,
      @Parameter(
              description =
                  "发布的摘要，不写为现行发布。 The digest of any release that ever decided or was proposed; the live one when left out.")
          @QueryParam("release")
          @Nullable String release,
      @Context UriInfo address) {
    LocalDate day = day(on, Query.unknown(address, NAMES));
    return Register.of(release == null ? live.get() : stored(release), day);
  }

  /** One that has to be compiled takes seconds, so that only some may wait for theirs. */
  private CompiledRelease stored(String release) {
    if (release.equals(live.get().digest())) {
      return live.get();
    }
    if (!others.tryAcquire()) {
      throw new Refused(ProblemKind.BUSY, ProblemKind.BUSY.remedy(), List.of());
    }
    try {
      return releases.compiled(release);
    } finally {
      others.release();
    }
  }

  /** The day asked about; refuses it together with the other faults of the query. */
  private LocalDate day(@Nullable String on, List<Fault> unknown) {
    List<Fault> faults = new ArrayList<>(unknown);
    LocalDate today = LocalDate.now(clock);
    Optional<LocalDate> day = on == null ? Optional.of(today) : Words.day(on);
    if (day.isEmpty()) {
      faults.add(
          Fault.inQuery(
              "on",
              Text.of("不是日期", "this is no date"),
              Text.of("按 年-月-日 写，如 2024-09-01", "write year-month-day: 2024-09-01")));
    }
    if (!faults.isEmpty()) {
      throw Query.refused(faults);
    }
    return day.orElse(today);
  }
}
