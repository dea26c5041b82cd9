package huice.entry.page.cases;

import huice.casework.counter.Day;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Colleagues;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hearing;
import huice.casework.decision.State;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The applications of one's office, and the page of each. */
@Path("/desk/applications")
@Blocking
@RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
@Produces("text/html; charset=UTF-8")
public class CasePage {
  private static final List<Option> SHOWN =
      List.of(
          Option.of("waiting", "等我办理", "waiting for me"),
          Option.of("mine", "我承办的", "mine"),
          Option.of("late", "已过期限", "overdue"),
          Option.of("all", "全部", "all"));

  private final Applications applications;
  private final Day day;
  private final Hearing hearing;
  private final Colleagues colleagues;
  private final Cases cases;
  private final Reasoning reasoning;
  private final Pages pages;

  CasePage(
      Applications applications,
      Day day,
      Hearing hearing,
      Colleagues colleagues,
      Cases cases,
      Reasoning reasoning,
      Pages pages) {
    this.applications = applications;
    this.day = day;
    this.hearing = hearing;
    this.colleagues = colleagues;
    this.cases = cases;
    this.reasoning = reasoning;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(ListView list, Form form);

    static native TemplateInstance application(CaseView view, Form form);

    static native TemplateInstance reasons(ReasonsView reasons);
  }

  record ListView(List<Option> shown, List<Option> states, List<Row> rows) {}

  /** An application, without the person. */
  record Row(
      UUID id,
      String receipt,
      String scheme,
      Text state,
      String office,
      LocalDate appliedOn,
      LocalDate dueOn,
      boolean late) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("show") @Nullable String show, @QueryParam("state") @Nullable String state) {
    String shown = show != null && List.of("mine", "late", "all").contains(show) ? show : "waiting";
    State wanted =
        Arrays.stream(State.values()).filter(s -> s.name().equals(state)).findFirst().orElse(null);
    Map<String, String> titles = cases.titles();
    List<Row> rows =
        found(shown, wanted).stream()
            .map(
                a ->
                    new Row(
                        a.id(),
                        a.receipt(),
                        titles.getOrDefault(a.scheme(), a.scheme()),
                        a.stateText(),
                        a.office(),
                        a.appliedOn(),
                        a.dueOn(),
                        a.late()))
            .toList();
    List<Option> states = new ArrayList<>(List.of(Option.of("", "任何状态", "any state")));
    Arrays.stream(State.values()).forEach(s -> states.add(new Option(s.name(), s.label())));
    Form form = Form.blank().with("show", shown).with("state", wanted == null ? "" : wanted.name());
    return Templates.list(new ListView(SHOWN, states, rows), form);
  }

  private List<ApplicationView.Brief> found(String shown, @Nullable State state) {
    if (shown.equals("waiting")) {
      return day.of(pages.actor(), pages.now()).stream()
          .filter(waiting -> state == null || waiting.state() == state)
          .flatMap(waiting -> waiting.applications().stream())
          .toList();
    }
    List<ApplicationView.Brief> found =
        applications.list(
            new Applications.Wanted(null, null, state, shown.equals("late")),
            pages.actor(),
            pages.now());
    Set<UUID> own = shown.equals("mine") ? colleagues.own(pages.actor()) : Set.of();
    return found.stream().filter(a -> !shown.equals("mine") || own.contains(a.id())).toList();
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance application(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return Templates.application(cases.view(id, Here.of(purpose)), Form.blank());
  }

  /** The reasons of the latest version; whoever is to confirm has opened them by a button. */
  @GET
  @Path("{id}/reasons")
  @Operation(hidden = true)
  public TemplateInstance reasons(@PathParam("id") UUID id) {
    ApplicationView view = cases.read(id);
    DecisionView.Brief latest = Cases.latest(view);
    DecisionView whole =
        latest == null ? null : hearing.view(latest.id(), false, pages.actor(), pages.now());
    return Templates.reasons(reasoning.of(view, whole, pages.actor().role()));
  }
}
