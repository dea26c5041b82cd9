package huice.entry.page.task;

import huice.casework.decision.Colleagues;
import huice.casework.task.Closing;
import huice.casework.task.Ending;
import huice.casework.task.Forecast;
import huice.casework.task.TaskKind;
import huice.casework.task.TaskMaking;
import huice.casework.task.TaskView;
import huice.casework.task.Tasks;
import huice.casework.task.Way;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The worklist of an office, and one task with what its day rests on. */
@Path("/desk/tasks")
@Blocking
@RolesAllowed({"caseworker", "certifier", "auditor"})
@Produces("text/html; charset=UTF-8")
public class TasksPage {
  private static final int SOON_DAYS = 14;
  private static final int MOST_MONTHS = 3;

  private final Tasks tasks;
  private final TaskMaking making;
  private final Forecast forecast;
  private final Colleagues colleagues;
  private final Pages pages;

  TasksPage(Tasks tasks, TaskMaking making, Forecast forecast, Colleagues colleagues, Pages pages) {
    this.tasks = tasks;
    this.making = making;
    this.forecast = forecast;
    this.colleagues = colleagues;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "tasks")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(View view, Form form);

    static native TemplateInstance task(Whole view, Form form, Form hand);
  }

  /** The list; {@code show}: soon, mine or all. */
  record View(
      LocalDate today,
      String show,
      int late,
      List<Row> rows,
      Forecast.@Nullable Month month,
      List<Forecast.Week> weeks,
      boolean makes,
      TaskMaking.@Nullable Run made) {}

  /** A task without the person. */
  record Row(
      UUID id,
      Text kind,
      String title,
      @Nullable String who,
      @Nullable LocalDate dueOn,
      boolean overdue,
      String why,
      @Nullable String holder,
      boolean away) {}

  /** One task. */
  record Whole(
      TaskView task,
      List<String> parameters,
      List<Option> endings,
      List<Option> ways,
      List<Option> items,
      List<Option> colleagues,
      boolean closes,
      boolean hands,
      @Nullable String address) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@QueryParam("show") @Nullable String show) {
    return list(show == null ? "soon" : show, null, Form.blank());
  }

  private TemplateInstance list(String show, TaskMaking.@Nullable Run made, Form form) {
    Actor actor = pages.actor();
    LocalDate until = show.equals("soon") ? pages.today().plusDays(SOON_DAYS) : null;
    Tasks.Wanted wanted = new Tasks.Wanted(show.equals("mine") ? actor.id() : null, null, until);
    List<Row> rows = tasks.open(wanted, actor, pages.now()).stream().map(TasksPage::row).toList();
    boolean office = actor.role() != Role.AUDITOR;
    Forecast.Month month =
        office ? forecast.of(YearMonth.from(pages.today()), null, actor, pages.now()) : null;
    return Templates.list(
        new View(
            pages.today(),
            show,
            (int) rows.stream().filter(Row::overdue).count(),
            rows,
            month,
            month == null ? List.of() : ahead(month),
            office,
            made),
        form);
  }

  /** The weeks that are not over. */
  private List<Forecast.Week> ahead(Forecast.Month month) {
    return month.weeks().stream().filter(week -> !week.to().isBefore(pages.today())).toList();
  }

  private static Row row(TaskView task) {
    return new Row(
        task.id(),
        task.kindText(),
        task.basis().title(),
        task.who(),
        task.dueOn(),
        task.overdue(),
        Why.brief(task.basis()),
        task.holderName(),
        task.holderAway());
  }

  @POST
  @Path("runs")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response run(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    // In transactions of its own, batch by batch; made again, it makes nothing twice.
    TaskMaking.Run made = making.run(pages.actor(), pages.now());
    return pages.tell(
        form,
        TaskMaking.Run.class,
        () -> made,
        run -> list("soon", run, Form.blank()),
        () -> list("soon", null, form));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance task(@PathParam("id") UUID id) {
    return shown(id, Form.blank(), Form.blank());
  }

  private TemplateInstance shown(UUID id, Form form, Form hand) {
    Actor actor = pages.actor();
    TaskView task = tasks.view(id, actor, pages.now());
    form.with("way", task.wish() == null ? Way.PHONE.name() : task.wish().name());
    hand.with("account", task.holder() == null ? "" : task.holder().toString());
    boolean open = task.ending() == null;
    boolean arranges = actor.role() == Role.CASEWORKER || actor.role() == Role.CERTIFIER;
    return Templates.task(
        new Whole(
            task,
            task.basis().parameters().stream().map(Why::parameter).toList(),
            options(Ending.of(task.kind())),
            ways(task.kind()),
            tasks.items(id).stream().map(item -> new Option(item, Text.of(item, ""))).toList(),
            arranges ? names(actor) : List.of(),
            open && actor.role() == Role.CASEWORKER && !Ending.of(task.kind()).isEmpty(),
            open && arranges,
            address(task, actor)),
        form,
        hand);
  }

  private static List<Option> options(List<Ending> endings) {
    return endings.stream().map(one -> new Option(one.name(), one.label())).toList();
  }

  private static List<Option> ways(TaskKind kind) {
    boolean toPerson = kind != TaskKind.CHECK && kind != TaskKind.CORRECTION;
    return toPerson
        ? Arrays.stream(Way.values()).map(way -> new Option(way.name(), way.label())).toList()
        : List.of();
  }

  private List<Option> names(Actor actor) {
    List<Option> names = new ArrayList<>();
    names.add(Option.of("", "全机构", "the whole office"));
    colleagues
        .of(actor, pages.now())
        .forEach(
            one ->
                names.add(
                    new Option(
                        one.id().toString(),
                        Text.of(one.name() + (one.away() ? "（今天不在）" : ""), ""))));
    return names;
  }

  /** Where one goes on from a task. */
  private static @Nullable String address(TaskView task, Actor actor) {
    if (task.kind() == TaskKind.VERIFICATION || task.kind() == TaskKind.CORRECTION) {
      return "/desk/verifications/of/" + task.application();
    }
    return task.person() && actor.role() == Role.CASEWORKER
        ? "/desk/persons/" + task.record()
        : null;
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker"})
  @Operation(hidden = true)
  public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String ending = form.choice("ending", Arrays.stream(Ending.values()).map(Enum::name).toList());
    String way = form.optional("way");
    LocalDate callback = form.optionalDay("callbackOn", pages.today().plusMonths(MOST_MONTHS));
    LocalDate asked = form.optionalDay("visitAskedOn", pages.today());
    String item = form.optional("item");
    boolean known = way == null || Arrays.stream(Way.values()).anyMatch(w -> w.name().equals(way));
    if (!known) {
      form.fault("way", Text.of("请选择一项", "choose one"));
    }
    return pages.post(
        form,
        () -> {
          Closing closing =
              new Closing(
                  Ending.valueOf(ending),
                  way == null ? null : Way.valueOf(way),
                  callback,
                  asked,
                  item);
          tasks.close(id, closing, pages.actor(), pages.now());
          return "/desk/tasks";
        },
        () -> shown(id, form, Form.blank()));
  }

  @POST
  @Path("{id}/assignment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response assign(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String account =
        form.choice("account", names(pages.actor()).stream().map(Option::value).toList());
    return pages.post(
        form,
        () -> {
          tasks.assign(
              id, account.isEmpty() ? null : UUID.fromString(account), pages.actor(), pages.now());
          return "/desk/tasks/" + id;
        },
        () -> shown(id, Form.blank(), form));
  }
}
