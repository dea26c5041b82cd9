package huice.entry.api;

import huice.casework.Consents;
import huice.casework.Erasure;
import huice.casework.Merges;
import huice.casework.Persons;
import huice.casework.Visit;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What persons may ask for about their own data, and what offices do to registrations. */
@Path("/api/persons/{id}")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonActsResource {
  private final Persons persons;
  private final Consents consents;
  private final Merges merges;
  private final Erasure erasure;
  private final Caller caller;
  private final Writes writes;
  private final Clock clock;

  PersonActsResource(
      Persons persons,
      Consents consents,
      Merges merges,
      Erasure erasure,
      Caller caller,
      Writes writes,
      Clock clock) {
    this.persons = persons;
    this.consents = consents;
    this.merges = merges;
    this.erasure = erasure;
    this.caller = caller;
    this.writes = writes;
    this.clock = clock;
  }

  /** The form of a consent or its end; for the description only. */
  @Schema(name = "ConsentForm")
  record ConsentForm(
      @Schema(required = true) boolean given,
      @Schema(required = true, format = "date") String on,
      @Nullable Integer version) {}

  /** The form of the choice about automatic decisions; for the description only. */
  @Schema(name = "AutomaticForm")
  record AutomaticForm(@Schema(required = true) boolean automatic, @Nullable Integer version) {}

  /** The form of a merge; for the description only. */
  @Schema(name = "MergeForm")
  record MergeForm(
      @Schema(required = true, format = "uuid") String other,
      @Schema(required = true) String reason) {}

  /** The form of an act that says why; for the description only. */
  @Schema(name = "ReasonForm")
  record ReasonForm(@Schema(required = true) String reason) {}

  @POST
  @Path("/consent")
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "consent",
      summary = "同意或撤回同意 Give or withdraw consent",
      description = "撤回时答复哪些已删除、哪些保留及原因。 A withdrawal answers what is deleted, what stays and why.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ConsentForm.class)))
  public Response consent(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    Fields fields = Fields.of(body, "given", "on", "version");
    boolean given = fields.flag("given");
    LocalDate on = fields.day("on", LocalDate.now(clock));
    Integer version = fields.version();
    fields.check();
    UUID person = Ids.of(id);
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.ok(
                given
                    ? consents.give(caller.actor(), person, on, version, visit, clock.instant())
                    : consents.end(caller.actor(), person, on, version, visit, clock.instant())));
  }

  @POST
  @Path("/automatic")
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "chooseAutomatic",
      summary = "是否接受自动决定 Whether decisions may be automatic")
  @RequestBody(content = @Content(schema = @Schema(implementation = AutomaticForm.class)))
  public Response automatic(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    Fields fields = Fields.of(body, "automatic", "version");
    boolean automatic = fields.flag("automatic");
    Integer version = fields.version();
    fields.check();
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.ok(
                persons.choose(
                    caller.actor(), Ids.of(id), automatic, version, visit, clock.instant())));
  }

  @POST
  @Path("/merge")
  @RolesAllowed("caseworker")
  @Operation(operationId = "mergePersons", summary = "合并重复登记 Merge a duplicate registration")
  @RequestBody(content = @Content(schema = @Schema(implementation = MergeForm.class)))
  public Response merge(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    Fields fields = Fields.of(body, "other", "reason");
    UUID other = fields.id("other");
    String reason = fields.text("reason");
    fields.check();
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.ok(
                merges.merge(caller.actor(), Ids.of(id), other, reason, visit, clock.instant())));
  }

  @POST
  @Path("/unmerge")
  @RolesAllowed("caseworker")
  @Operation(operationId = "unmergePersons", summary = "撤销合并 Undo a merge")
  @RequestBody(content = @Content(schema = @Schema(implementation = MergeForm.class)))
  public Response unmerge(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    Fields fields = Fields.of(body, "other", "reason");
    UUID other = fields.id("other");
    String reason = fields.text("reason");
    fields.check();
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.ok(
                merges.unmerge(caller.actor(), Ids.of(id), other, reason, visit, clock.instant())));
  }

  @POST
  @Path("/erase")
  @RolesAllowed("administrator")
  @Operation(operationId = "erasePerson", summary = "应本人要求清除 Erase at the person's request")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
  public Response erase(@PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    String reason = reason(body);
    return writes.once(
        headers,
        body,
        () -> {
          erasure.erase(caller.actor(), Ids.of(id), reason, clock.instant());
          return Writes.Answer.ok(Map.of("erased", true));
        });
  }

  @GET
  @Path("/holds")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({"administrator", "reviewer", "auditor"})
  @Operation(operationId = "holds", summary = "法定保全 Legal holds")
  public List<Erasure.Hold> holds(@PathParam("id") String id) {
    return erasure.holds(Ids.of(id));
  }

  @POST
  @Path("/holds")
  @RolesAllowed({"administrator", "reviewer"})
  @Operation(operationId = "setHold", summary = "设置法定保全 Set a legal hold")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
  public Response hold(@PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    String reason = reason(body);
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.created(
                erasure.hold(caller.actor(), Ids.of(id), reason, clock.instant())));
  }

  @POST
  @Path("/holds/{hold}/lift")
  @RolesAllowed({"administrator", "reviewer"})
  @Operation(operationId = "liftHold", summary = "解除法定保全 Lift a legal hold")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
  public Response lift(
      @PathParam("id") String id,
      @PathParam("hold") String hold,
      @Context HttpHeaders headers,
      SentBody body) {
    String reason = reason(body);
    return writes.once(
        headers,
        body,
        () -> {
          erasure.lift(caller.actor(), Ids.of(id), Ids.of(hold), reason, clock.instant());
          return Writes.Answer.ok(Map.of("lifted", true));
        });
  }

  private static String reason(SentBody body) {
    Fields fields = Fields.of(body, "reason");
    String reason = fields.text("reason");
    fields.check();
    return reason;
  }
}
