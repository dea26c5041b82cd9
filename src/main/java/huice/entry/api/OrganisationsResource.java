package huice.entry.api;

import huice.casework.Organisations;
import huice.casework.Organisations.Organisation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Employers, agencies, schools, projects, offices and households as records. */
@Path("/api/organisations")
@Tag(name = "organisations", description = "单位和其他记录 Organisations and other records")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {
  private final Organisations organisations;
  private final Caller caller;
  private final Writes writes;
  private final Clock clock;

  OrganisationsResource(Organisations organisations, Caller caller, Writes writes, Clock clock) {
    this.organisations = organisations;
    this.caller = caller;
    this.writes = writes;
    this.clock = clock;
  }

  /** The form of a new record; for the description only. */
  @Schema(name = "NewOrganisation")
  record NewOrganisation(
      @Schema(required = true, description = "事实词典里的一类 An entity of the dictionary") String entity,
      @Schema(description = "公开的名称；户、夫妻没有 A public name; households have none")
          @Nullable String title,
      @Nullable String code) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "service"})
  @Operation(
      operationId = "addOrganisation",
      summary = "登记一个单位或一户 Add an organisation or household")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NewOrganisation.class)))
  @APIResponse(
      responseCode = "201",
      description = "新的记录 The new record",
      content = @Content(schema = @Schema(implementation = Organisation.class)))
  public Response add(@Context HttpHeaders headers, SentBody body) {
    Fields fields = Fields.of(body, "entity", "title", "code");
    String entity = fields.oneOf("entity", List.copyOf(organisations.kinds()));
    String title = fields.optional("title");
    String code = fields.optional("code");
    fields.check();
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.created(
                organisations.add(caller.actor(), entity, title, code, clock.instant())));
  }

  @GET
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor", "policy-officer", "service"})
  @Operation(
      operationId = "findOrganisations",
      summary = "按名称或代码查找单位 Find organisations by title or code")
  public List<Organisation> find(
      @QueryParam("entity") @Nullable String entity,
      @QueryParam("letters") @Nullable String letters) {
    return organisations.find(entity == null ? "" : entity, letters == null ? "" : letters);
  }
}
