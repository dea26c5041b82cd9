package huice.entry.api;

import huice.casework.Accounts;
import huice.casework.Counties;
import huice.casework.Counties.County;
import huice.entry.InventedCounty;
import huice.model.Actor;
import huice.model.Role;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Invented counties, for trying out and for measuring; never where somebody real is registered. */
@Path("/api/populations")
@Tag(name = "populations", description = "虚构的县 Invented counties")
@Produces(MediaType.APPLICATION_JSON)
public class PopulationsResource {
  private final Counties counties;
  private final InventedCounty county;
  private final Accounts accounts;
  private final Desk desk;
  private final JsonBody bodies;
  private final Writes writes;
  private final Clock clock;

  PopulationsResource(
      Counties counties,
      InventedCounty county,
      Accounts accounts,
      Desk desk,
      JsonBody bodies,
      Writes writes,
      Clock clock) {
    this.counties = counties;
    this.county = county;
    this.accounts = accounts;
    this.desk = desk;
    this.bodies = bodies;
    this.writes = writes;
    this.clock = clock;
  }

  /** How many people from which seed; for today when {@code on} is left out. */
  @Schema(name = "NewPopulation")
  public record NewPopulation(
      @Schema(required = true) Integer people,
      @Schema(required = true) Long seed,
      @Nullable LocalDate on) {}

  /** How far a county is. {@code state} is running, cut or done. */
  @Schema(name = "Population")
  public record Made(UUID id, long seed, LocalDate on, int people, int done, String state) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("administrator")
  @Operation(
      operationId = "makePopulation",
      summary = "装入虚构的一个县 Registers an invented county",
      description =
          "有真实登记的数据库一律拒绝。同一种子同样大小、被中断的会接着装。"
              + " Refused wherever somebody real is registered. One of the same seed and size that"
              + " was cut off is gone on with.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewPopulation.class)))
  @APIResponse(
      responseCode = "202",
      description = "已开始 Begun",
      content = @Content(schema = @Schema(implementation = Made.class)))
  public Response makePopulation(@Context HttpHeaders headers, SentBody body) {
    NewPopulation sent = Whole.of(bodies.read(body, NewPopulation.class));
    Actor actor = desk.actor();
    List<Actor> offices = offices(actor);
    County[] begun = new County[1];
    Response response =
        writes.once(
            headers,
            body,
            () -> {
              LocalDate on = sent.on();
              begun[0] =
                  counties.begin(
                      actor,
                      sent.seed(),
                      sent.people(),
                      on == null ? desk.now().today() : on,
                      clock.instant());
              return new Writes.Answer(202, made(begun[0], "running"));
            });
    // once it is certain; a call that is sent again begins nothing
    if (begun[0] != null) {
      county.begin(begun[0], offices, clock);
    }
    return response;
  }

  /** By turns to the offices that have a caseworker. */
  private List<Actor> offices(Actor actor) {
    List<Actor> offices = accounts.ofEachOffice(Role.CASEWORKER);
    return offices.isEmpty() ? List.of(actor) : offices;
  }

  @GET
  @Path("{id}")
  @RolesAllowed("administrator")
  @Operation(operationId = "population", summary = "装入的进度 How far an invented county is")
  @APIResponse(
      responseCode = "200",
      description = "进度 How it stands",
      content = @Content(schema = @Schema(implementation = Made.class)))
  public Made population(@PathParam("id") String id) {
    County found = counties.find(Ids.of(id));
    return made(found, found.state());
  }

  private Made made(County found, String state) {
    return new Made(
        found.id(), found.seed(), found.day(), found.people(), county.done(found), state);
  }
}
