package huice.entry.page.desk;

import huice.casework.LiveRelease;
import huice.casework.counter.Day;
import huice.casework.counter.Drafts;
import huice.casework.decision.ApplicationView;
import huice.casework.task.TaskView;
import huice.casework.task.Tasks;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.entry.page.counter.DraftsPage;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What waits today for whoever is signed in. */
@Path("/desk")
@Blocking
@Produces("text/html; charset=UTF-8")
public class DeskPage {
  private static final int WEEK = 7;

  private final Day day;
  private final Drafts drafts;
  private final Tasks tasks;
  private final LiveRelease live;
  private final Pages pages;

  DeskPage(Day day, Drafts drafts, Tasks tasks, LiveRelease live, Pages pages) {
    this.day = day;
    this.drafts = drafts;
    this.tasks = tasks;
    this.live = live;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    private Templates() {}

    static native TemplateInstance desk(View view, Form form);
  }

  /** The page. */
  record View(
      LocalDate today,
      boolean counter,
      @Nullable Owed owed,
      List<Group> groups,
      List<Draft> drafts) {}

  /** How much the office owes this week, and how much it is late with. */
  record Owed(int soon, int late) {}

  /** A form that was begun, without the person. */
  record Draft(String address, Text title, String savedAt) {}

  /** Applications that wait for the same act. */
  record Group(String id, Text title, List<Row> rows) {}

  /** An application, without the person. */
  record Row(
      UUID id,
      String receipt,
      String scheme,
      Text state,
      LocalDate appliedOn,
      LocalDate dueOn,
      boolean late) {}

  @GET
  @RolesAllowed({
    "caseworker",
    "reviewer",
    "certifier",
    "policy-officer",
    "auditor",
    "administrator"
  })
  @Operation(hidden = true)
  public TemplateInstance today() {
    Actor actor = pages.actor();
    Map<String, String> titles =
        live.get().schemes().stream()
            .collect(Collectors.toMap(SchemeInfo::id, SchemeInfo::title, (a, b) -> a));
    List<Group> groups =
        day.of(actor, pages.now()).stream()
            .map(
                waiting ->
                    new Group(
                        waiting.state().name(),
                        title(waiting),
                        waiting.applications().stream().map(a -> row(a, titles)).toList()))
            .toList();
    return Templates.desk(
        new View(
            pages.today(),
            actor.role() == Role.CASEWORKER,
            actor.role() == Role.CASEWORKER ? owed(actor) : null,
            groups,
            drafts(actor, titles)),
        Form.blank());
  }

  private Owed owed(Actor actor) {
    Tasks.Wanted wanted = new Tasks.Wanted(null, null, pages.today().plusDays(WEEK));
    List<TaskView> soon = tasks.open(wanted, actor, pages.now());
    return new Owed(soon.size(), (int) soon.stream().filter(TaskView::overdue).count());
  }

  private List<Draft> drafts(Actor actor, Map<String, String> titles) {
    return drafts.of(actor).stream()
        .map(
            draft ->
                new Draft(
                    DraftsPage.address(draft.person(), draft.form()),
                    DraftsPage.title(draft.form(), titles),
                    DraftsPage.time(draft.savedAt())))
        .toList();
  }

  private static Row row(ApplicationView.Brief application, Map<String, String> titles) {
    return new Row(
        application.id(),
        application.receipt(),
        titles.getOrDefault(application.scheme(), application.scheme()),
        application.stateText(),
        application.appliedOn(),
        application.dueOn(),
        application.late());
  }

  private static Text title(Day.Waiting waiting) {
    return switch (waiting.state()) {
      case APPLIED -> Text.of("待提出处理意见", "To be assessed");
      case WAITS_FOR_FACTS -> Text.of("缺材料，待一次性告知", "Facts missing, to be told once");
      case PROPOSED -> Text.of("待确认", "To be confirmed");
      case ADVERSE_PROPOSED -> Text.of("不利意见待送达", "Adverse proposals to be delivered");
      case COMMENT_PERIOD -> Text.of("听取意见，期满后确认", "Time to comment, then to be confirmed");
      case GRANTED, ADVERSE -> Text.of("决定待送达", "Decisions to be delivered");
      case OBJECTED, OBJECTED_GRANTED -> Text.of("异议待复核", "Objections to be reviewed");
      case OBJECTED_SILENCE -> Text.of("对逾期不办有异议", "Objections to the office's silence");
      default -> waiting.state().label();
    };
  }
}
