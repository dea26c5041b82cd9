package huice.entry.api;

import huice.casework.Looks;
import huice.casework.Recorded;
import huice.casework.Records;
import huice.casework.Visit;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import huice.policy.Tree;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is recorded about persons and organisations, by the words of the dictionary. */
@Path("/api/records/{id}")
@Tag(name = "records", description = "记录 Records")
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
  private final Records records;
  private final Looks looks;
  private final Caller caller;
  private final Writes writes;
  private final Clock clock;

  RecordsResource(Records records, Looks looks, Caller caller, Writes writes, Clock clock) {
    this.records = records;
    this.looks = looks;
    this.caller = caller;
    this.writes = writes;
    this.clock = clock;
  }

  @POST
  @Path("/facts")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "service"})
  @Operation(
      operationId = "recordFacts",
      summary = "记录事实，只增不改 Record facts; nothing is overwritten",
      description =
          "全部记录或全部不记录。更正写 corrects 和 reason。 All or none. A correction names what it"
              + " corrects and why.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EntriesForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "每一条的编号 The number of each statement",
      content = @Content(schema = @Schema(implementation = Recorded.class)))
  public Response record(
      @PathParam("id") String id,
      @Parameter(description = "本人在场 The person is present") @QueryParam("present")
          @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    Tree sent = Fields.object(body);
    return writes.once(
        headers,
        body,
        () ->
            Writes.Answer.created(
                records.record(caller.actor(), Ids.of(id), sent, visit, clock.instant())));
  }

  @GET
  @Path("/facts")
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor", "service"})
  @Operation(
      operationId = "factsOfRecord",
      summary = "某日、某一编号时所知的事实 The facts of a day as known at a number")
  @APIResponse(
      responseCode = "200",
      description = "个案和每一条记录 The case and every statement",
      content = @Content(schema = @Schema(implementation = LookView.class)))
  public LookView facts(
      @PathParam("id") String id,
      @Parameter(description = "哪天，不写为今天 The day; today when left out") @QueryParam("on")
          @Nullable String on,
      @Parameter(description = "编号，不写为现在 As known at this number; now when left out")
          @QueryParam("version")
          @Nullable String version,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return LookView.of(
        looks.look(
            caller.actor(),
            Ids.of(id),
            day(on),
            version == null ? null : number("version", version),
            Visits.of(present, purpose),
            clock.instant()));
  }

  @GET
  @Path("/changes")
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor", "service"})
  @Operation(
      operationId = "changesOfRecord",
      summary = "自某一编号以来记录的内容 What was recorded since a number",
      description = "包括个案所关联的记录。 Records linked with the case are included.")
  public List<StatementView> changes(
      @PathParam("id") String id,
      @QueryParam("since") @Nullable String since,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    long from = since == null ? 0 : number("since", since);
    Visit visit = Visits.of(present, purpose);
    return looks.changes(caller.actor(), Ids.of(id), from, visit, clock.instant()).stream()
        .map(change -> StatementView.of(change, true))
        .toList();
  }

  private LocalDate day(@Nullable String on) {
    return Words.day("on", on, LocalDate.now(clock));
  }

  private static long number(String name, String text) {
    if (text.matches("[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    throw Query.refused(
        List.of(
            Fault.inQuery(
                name,
                Text.of("不是编号", "this is no number"),
                Text.of("写记录的编号", "write a statement's number"))));
  }
}
