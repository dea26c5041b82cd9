package huice.entry.api;

import huice.casework.task.Forecast;
import huice.casework.task.TaskKind;
import huice.casework.task.TaskMaking;
import huice.casework.task.TaskView;
import huice.casework.task.Tasks;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What offices owe to people who asked for it, and by when. */
@Path("/api/tasks")
@Tag(name = "tasks", description = "任务 Tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final Tasks tasks;
  private final TaskMaking making;
  private final Forecast forecast;
  private final Desk desk;
  private final JsonBody bodies;

  TasksResource(Tasks tasks, TaskMaking making, Forecast forecast, Desk desk, JsonBody bodies) {
    this.tasks = tasks;
    this.making = making;
    this.forecast = forecast;
    this.desk = desk;
    this.bodies = bodies;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(
      operationId = "listTasks",
      summary = "未办的任务，不列姓名 Open tasks, without the person",
      description =
          "overdue 是机构的逾期。 overdue is a mark on the office. mine=true 只列自己的 only one's own.")
  public List<TaskView> listTasks(
      @QueryParam("mine") @Nullable String mine,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("until") @Nullable String until) {
    return tasks.open(
        new Tasks.Wanted(
            "true".equals(mine) ? desk.actor().id() : null,
            kind == null ? null : Words.choice(TaskKind.class, "kind", kind),
            until == null ? null : Words.day("until", until, LAST)),
        desk.actor(),
        desk.now());
  }

  @GET
  @Path("forecast")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(
      operationId = "forecastTasks",
      summary = "一个月的工作量预计，只有件数 A month's workload, counts only")
  public Forecast.Month forecastTasks(
      @QueryParam("month") @Nullable String month, @QueryParam("office") @Nullable String office) {
    YearMonth wanted =
        month == null ? YearMonth.from(desk.now().today()) : Words.month("month", month);
    return forecast.of(wanted, office, desk.actor(), desk.now());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(operationId = "task", summary = "一项任务及其依据 A task with what its day rests on")
  public TaskView task(@PathParam("id") String id) {
    return tasks.view(Ids.of(id), desk.actor(), desk.now());
  }

  @GET
  @Path("{id}/outcome")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(
      operationId = "taskOutcome",
      summary = "生成这项任务的测算，原样 The outcome that made it, as it was kept")
  @APIResponse(
      responseCode = "200",
      description = "测算 The assessment",
      content = @Content(schema = @Schema(implementation = Object.class)))
  public String taskOutcome(@PathParam("id") String id) {
    return tasks.outcome(Ids.of(id), desk.actor(), desk.now());
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "closeTask",
      summary = "办结：从固定的结果中选一个，没有备注 Closes it with one of the outcomes, no note")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Close.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = TaskView.class)))
  public Response closeTask(
      @PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        TaskBodies.Close.class,
        sent -> tasks.close(Ids.of(id), sent.closing(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/assignment")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "assignTask", summary = "交给一位同事 Gives it to a colleague")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Assign.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = TaskView.class)))
  public Response assignTask(
      @PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        TaskBodies.Assign.class,
        sent -> tasks.assign(Ids.of(id), sent.account(), desk.actor(), desk.now()));
  }

  @POST
  @Path("runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "runTasks",
      summary = "生成本机构今天的任务，可重复 Makes the own office's tasks of today, as often as one likes")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Nothing.class)))
  @APIResponse(
      responseCode = "201",
      description = "生成了多少 What it came to",
      content = @Content(schema = @Schema(implementation = TaskMaking.Run.class)))
  public Response runTasks(@Context HttpHeaders headers, SentBody body) {
    bodies.read(body, MoneyBodies.Nothing.class);
    // In transactions of its own, batch by batch; made again, it makes nothing twice.
    TaskMaking.Run run = making.run(desk.actor(), desk.now());
    return desk.made(headers, body, MoneyBodies.Nothing.class, sent -> run);
  }
}
