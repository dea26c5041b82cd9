package huice.entry.page.runs;

import huice.casework.LiveRelease;
import huice.casework.run.RunView;
import huice.casework.run.Runs;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The runs over everybody: how they stand, and to begin one. */
@Path("/desk/runs")
@Blocking
@Produces("text/html; charset=UTF-8")
public class RunsPage {
  private static final int SHOWN = 20;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Runs runs;
  private final LiveRelease live;
  private final Pages pages;
  private final Clock clock;

  RunsPage(Runs runs, LiveRelease live, Pages pages, Clock clock) {
    this.runs = runs;
    this.live = live;
    this.pages = pages;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "runs")
  static class Templates {
    private Templates() {}

    static native TemplateInstance runs(View view, Form form);

    static native TemplateInstance runslist(View view);
  }

  /** The page; {@code begins}: whoever looks may begin one. */
  record View(boolean begins, boolean running, List<Option> schemes, List<Row> rows) {}

  /** A run; {@code percent} of the people are done, {@code took} is in seconds. */
  record Row(
      String begunAt,
      LocalDate on,
      @Nullable String scheme,
      boolean whole,
      Text state,
      String mark,
      int people,
      int done,
      int percent,
      @Nullable String took) {}

  @GET
  @RolesAllowed({"administrator", "policy-officer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance runs() {
    return Templates.runs(view(), Form.blank().with("on", pages.today().toString()));
  }

  /** The table alone, for htmx while a run is under way. */
  @GET
  @Path("now")
  @RolesAllowed({"administrator", "policy-officer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance now() {
    return Templates.runslist(view());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"administrator", "policy-officer"})
  @Operation(hidden = true)
  public Response begin(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    LocalDate on = form.day("on", pages.today().plusYears(1));
    String scheme = form.optional("scheme");
    return pages.post(
        form,
        () -> {
          runs.begin(pages.actor(), new Runs.Order(on, scheme, form.ticked("everybody")), clock);
          return "/desk/runs";
        },
        () -> Templates.runs(view(), form));
  }

  private View view() {
    Map<String, String> titles =
        live.get().schemes().stream()
            .collect(Collectors.toMap(SchemeInfo::id, SchemeInfo::title, (a, b) -> a));
    List<RunView> latest = runs.latest(SHOWN);
    List<Option> schemes = new ArrayList<>();
    schemes.add(new Option("", Text.of("全部项目", "all schemes")));
    live.get()
        .schemes()
        .forEach(s -> schemes.add(new Option(s.id(), Text.of(s.title(), s.title()))));
    return new View(
        pages.actor().role() != Role.AUDITOR,
        latest.stream().anyMatch(RunView::running),
        schemes,
        latest.stream().map(run -> row(run, titles)).toList());
  }

  private static Row row(RunView run, Map<String, String> titles) {
    String scheme = run.scheme();
    var ended = run.endedAt();
    return new Row(
        MINUTE.format(run.begunAt()),
        run.on(),
        scheme == null ? null : titles.getOrDefault(scheme, scheme),
        run.whole(),
        state(run.state()),
        run.state().equals("done") ? "good" : run.running() ? "open" : "quiet",
        run.people(),
        run.done(),
        run.people() == 0 ? 100 : (int) Math.min(100, 100L * run.done() / run.people()),
        ended == null || !run.state().equals("done")
            ? null
            : Duration.between(run.begunAt(), ended).toMillis() / 100 / 10.0 + " s");
  }

  private static Text state(String state) {
    return switch (state) {
      case "running" -> Text.of("正在测算", "under way");
      case "cut" -> Text.of("中断，下次接着办", "cut off, to be gone on with");
      case "stopped" -> Text.of("由后一次代替", "replaced by a later one");
      default -> Text.of("已办完", "done");
    };
  }
}
