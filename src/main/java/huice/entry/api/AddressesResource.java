package huice.entry.api;

import huice.casework.Visit;
import huice.casework.letter.Addresses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where people want to be reached, as they confirmed it. */
@Path("/api/records/{id}")
@Tag(name = "letters", description = "文书 Letters")
@Produces(MediaType.APPLICATION_JSON)
public class AddressesResource {
  private final Addresses addresses;
  private final Desk desk;

  AddressesResource(Addresses addresses, Desk desk) {
    this.addresses = addresses;
    this.desk = desk;
  }

  @GET
  @Path("/addresses")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "listAddresses", summary = "本人确认的地址和号码 Confirmed addresses and numbers")
  public List<Addresses.Confirmed> list(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return addresses.of(Ids.of(id), Visits.of(present, purpose), desk.actor(), desk.now());
  }

  @POST
  @Path("/addresses")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "confirmAddress",
      summary = "记录本人确认的地址或者号码 Records where the person wants to be reached")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = LetterBodies.Address.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在有效的 Those that count now",
      content = @Content(schema = @Schema(implementation = Addresses.Confirmed[].class)))
  public Response confirm(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(
        headers,
        body,
        LetterBodies.Address.class,
        sent ->
            addresses.confirm(
                Ids.of(id),
                new Addresses.Confirmed(sent.way(), sent.address(), sent.confirmedOn()),
                visit,
                desk.actor(),
                desk.now()));
  }
}
