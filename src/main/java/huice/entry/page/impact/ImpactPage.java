package huice.entry.page.impact;

import huice.casework.Conflict;
import huice.casework.impact.ImpactView;
import huice.casework.impact.Impacts;
import huice.entry.ImpactDoor;
import huice.entry.ImpactForm;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Role;
import huice.model.Text;
import huice.simulation.impact.Change;
import huice.simulation.impact.Impact;
import huice.simulation.impact.ImpactHtml;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One impact assessment: its progress, its result, and who answers for what differs. */
@Path("/desk/impacts/{id}")
@Blocking
@Produces("text/html; charset=UTF-8")
@RolesAllowed({"policy-officer", "certifier", "auditor"})
public class ImpactPage {
  private final ImpactDoor door;
  private final Impacts impacts;
  private final Pages pages;

  ImpactPage(ImpactDoor door, Impacts impacts, Pages pages) {
    this.door = door;
    this.impacts = impacts;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "impacts")
  static class Templates {
    private Templates() {}

    static native TemplateInstance impact(View view, Form form);
  }

  /** The page; {@code html} is the result, empty until it is done. */
  record View(
      UUID id,
      boolean running,
      boolean done,
      int people,
      int ready,
      int percent,
      Text state,
      Text who,
      String begun,
      String by,
      boolean shadow,
      boolean answers,
      List<Difference> differences,
      long open,
      String html) {}

  /** What differs. */
  record Difference(
      String value,
      String title,
      Text change,
      long count,
      @Nullable String reason,
      @Nullable String by,
      @Nullable String at) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance impact(@PathParam("id") UUID id) {
    return page(id, Form.blank());
  }

  private TemplateInstance page(UUID id, Form form) {
    ImpactView view = impacts.view(id);
    Impact impact = door.impact(id).orElse(null);
    Role role = pages.actor().role();
    int people = Math.max(1, view.people());
    return Templates.impact(
        new View(
            id,
            view.running(),
            view.finished(),
            view.people(),
            view.done(),
            (int) (100L * Math.min(view.done(), people) / people),
            ImpactsPage.state(view),
            ImpactsPage.people(view),
            ImpactsPage.TIME.format(view.begunAt()),
            view.begunBy(),
            view.shadow(),
            role == Role.POLICY_OFFICER || role == Role.CERTIFIER,
            differences(view, impact),
            view.open(),
            impact == null ? "" : ImpactHtml.part(impact)),
        form);
  }

  private static List<Difference> differences(ImpactView view, @Nullable Impact impact) {
    Map<String, String> titles = new HashMap<>();
    if (impact != null) {
      impact.schemes().forEach(scheme -> titles.put(scheme.id(), scheme.title()));
    }
    return view.differences().stream()
        .map(
            d -> {
              ImpactView.Answer answer = d.answer();
              return new Difference(
                  d.scheme() + " " + d.change(),
                  titles.getOrDefault(d.scheme(), d.scheme()),
                  Change.valueOf(d.change()).label(),
                  d.count(),
                  answer == null ? null : answer.reason(),
                  answer == null ? null : answer.by(),
                  answer == null ? null : ImpactsPage.TIME.format(answer.at()));
            })
        .toList();
  }

  @POST
  @Path("answers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"policy-officer", "certifier"})
  @Operation(hidden = true)
  public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    List<String> chosen = form.values("difference");
    if (chosen.isEmpty()) {
      form.fault("difference", Text.of("请勾选要说明的差异", "tick what you answer for"));
    }
    String reason = form.text("reason");
    return pages.post(
        form,
        () -> {
          for (String one : chosen) {
            String[] parts = one.split(" ", 2);
            String change = parts.length < 2 ? "" : parts[1];
            impacts.answer(pages.actor(), id, parts[0], change, reason, pages.now().at());
          }
          return "/desk/impacts/" + id + "#answers";
        },
        () -> page(id, form));
  }

  /** To be kept or handed on. */
  @GET
  @Path("report.html")
  @Operation(hidden = true)
  public Response html(@PathParam("id") UUID id) {
    return file(id, ImpactForm.HTML);
  }

  /** For a spreadsheet program. */
  @GET
  @Path("report.csv")
  @Produces("text/csv; charset=UTF-8")
  @Operation(hidden = true)
  public Response csv(@PathParam("id") UUID id) {
    return file(id, ImpactForm.CSV);
  }

  private Response file(UUID id, ImpactForm form) {
    impacts.view(id);
    Impact impact =
        door.impact(id).orElseThrow(() -> new Conflict(Text.of("还没有算完。", "It is not done yet.")));
    return Response.ok(form.bytes(impact))
        .type(form.type())
        .header(
            "Content-Disposition", "attachment; filename=\"impact-" + id + "." + form.id() + "\"")
        .build();
  }
}
