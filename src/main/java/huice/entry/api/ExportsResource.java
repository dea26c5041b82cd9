package huice.entry.api;

import huice.casework.ExportPurpose;
import huice.casework.Exports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Tables to take away. Persons are not chosen here: they are those of one's own open cases, and
 * there is no parameter that could choose others.
 */
@Path("/api/exports")
@Tag(name = "exports", description = "导出 Exports")
public class ExportsResource {
  private final Exports exports;
  private final Caller caller;
  private final Clock clock;

  ExportsResource(Exports exports, Caller caller, Clock clock) {
    this.exports = exports;
    this.caller = caller;
    this.clock = clock;
  }

  /** The form of the body; for the description only. */
  @Schema(name = "PersonsExport")
  record Asked(
      @Schema(
              required = true,
              enumeration = {"own-cases", "hand-over", "missing-documents"})
          String purpose,
      @Schema(
              required = true,
              enumeration = {"xlsx", "csv"})
          String form) {}

  @POST
  @KeepsNothing
  @Path("/persons")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "exportPersons",
      summary = "本人经办的未结案件中的人，姓名和号码遮盖 The persons of one's own open cases, masked",
      description =
          "没有挑选人员的参数；每个人的导出都记入日志。"
              + " Persons cannot be chosen; the log gets an entry for each of them.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
  public Response persons(@Context UriInfo address, SentBody body) {
    ImportsResource.known(address, List.of());
    Fields fields = Fields.of(body, "purpose", "form");
    String purpose = fields.oneOf("purpose", ExportPurpose.ids());
    String form = fields.oneOf("form", Tables.FORMS);
    fields.check();
    ExportPurpose known = ExportPurpose.valueOf(purpose.toUpperCase(Locale.ROOT).replace('-', '_'));
    return Tables.answer(
        form, "persons", exports.persons(caller.actor(), known, form, clock.instant()));
  }

  @GET
  @Path("/organisations/{kind}")
  @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
  @RolesAllowed({"caseworker", "reviewer", "certifier", "policy-officer", "auditor", "service"})
  @Operation(
      operationId = "exportOrganisations",
      summary = "一类单位的名称和代码 Titles and codes of organisations of a kind")
  public Response organisations(
      @PathParam("kind") String kind,
      @QueryParam("form") @Nullable String form,
      @Context UriInfo address) {
    ImportsResource.known(address, List.of("form"));
    String written = ImportsResource.form(form);
    return Tables.answer(written, "organisations", exports.organisations(kind));
  }
}
