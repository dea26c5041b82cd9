package huice.entry.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import huice.casework.employer.Duty;
import huice.casework.employer.Employers;
import huice.casework.employer.FindingView;
import huice.casework.employer.Findings;
import huice.explain.AssessmentJson;
import huice.model.Assessment;
import huice.model.Known;
import huice.model.Outcome;
import huice.model.Text;
import huice.policy.RecordedValues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an employer owes by law and keeps of it, as far as the record shows: never a verdict. */
@Path("/api/employers/{id}")
@Tag(name = "employers", description = "用人单位的义务 What employers owe")
@Produces(MediaType.APPLICATION_JSON)
public class EmployersResource {
  private final Employers employers;
  private final Findings findings;
  private final Desk desk;

  EmployersResource(Employers employers, Findings findings, Desk desk) {
    this.employers = employers;
    this.findings = findings;
    this.desk = desk;
  }

  /** An employer's duties, with whom the look left out. */
  @Schema(name = "EmployerDuties")
  public record Duties(
      UUID employer,
      @Nullable String title,
      LocalDate on,
      YearMonth from,
      List<DutyView> duties,
      Employers.LeftOut leftOut) {}

  /**
   * One duty. {@code record} is whose case it was found in; {@code worker} the masked name, null
   * for the employer's own case; {@code assessment} the whole outcome.
   */
  @Schema(name = "EmployerDuty")
  public record DutyView(
      UUID record,
      @Nullable String worker,
      String scheme,
      String subject,
      String result,
      List<Disputed> disputes,
      @Schema(implementation = Object.class) @JsonRawValue String assessment) {}

  /** A fact of which sources say different things: all versions, none is picked. */
  @Schema(name = "DisputedFact")
  public record Disputed(String path, Text label, List<Version> versions) {}

  /** What one source says; {@code value} null where it says that there is none. */
  @Schema(name = "FactVersion")
  public record Version(
      @Nullable String value, String source, @Nullable LocalDate obtained, String quality) {}

  @GET
  @Path("duties")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "listDuties",
      summary = "用人单位各项义务的测算，不是结论 What an employer keeps of its duties; no verdict",
      description =
          "逐月的义务看最近十二个月。只含同意出示、由本机构登记的劳动者，姓名已遮盖。"
              + " Monthly duties look at the last twelve months. Only workers who consent and are of"
              + " the own office, with names masked.")
  public Duties duties(@PathParam("id") UUID id) {
    Employers.Look look = employers.look(desk.actor(), id, desk.now());
    return new Duties(
        look.employer().id(),
        look.employer().title(),
        look.on(),
        look.from(),
        look.duties().stream().map(duty -> view(look, duty)).toList(),
        look.leftOut());
  }

  private static DutyView view(Employers.Look look, Duty duty) {
    Outcome outcome = duty.outcome();
    Assessment alone = new Assessment(look.on(), look.release().digest(), List.of(outcome));
    return new DutyView(
        duty.record(),
        duty.worker(),
        outcome.scheme(),
        outcome.subject(),
        outcome.outcome().name(),
        duty.disputes().stream().map(EmployersResource::disputed).toList(),
        new String(AssessmentJson.bytes(alone), StandardCharsets.UTF_8));
  }

  private static Disputed disputed(Duty.Dispute dispute) {
    return new Disputed(
        dispute.path(),
        dispute.fact().label(),
        dispute.versions().stream().map(said -> version(dispute, said)).toList());
  }

  private static Version version(Duty.Dispute dispute, Known.Value said) {
    boolean none = said.raw() == RecordedValues.none(dispute.fact()) && said.raw() != 0;
    return new Version(
        none ? null : RecordedValues.text(dispute.fact(), said.raw()),
        said.evidence().source(),
        said.evidence().obtained(),
        said.evidence().quality().name());
  }

  /** Which duty, in whose case. */
  @Schema(name = "NewFinding")
  public record NewFinding(
      @Schema(required = true) UUID record,
      @Schema(required = true) String scheme,
      @Schema(required = true) String subject) {}

  @POST
  @Path("findings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "keepFinding",
      summary =
          "把现在「没有做到」的测算原样存下，供阅读和移交 Keeps what is found not kept now, to be read and" + " handed on")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewFinding.class)))
  @APIResponse(
      responseCode = "201",
      description = "存下的测算 What was kept",
      content = @Content(schema = @Schema(implementation = FindingView.class)))
  public Response keep(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        NewFinding.class,
        sent ->
            findings.keep(
                id, sent.record(), sent.scheme(), sent.subject(), desk.actor(), desk.now()));
  }
}
