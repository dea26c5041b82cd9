package huice.entry.page.employer;

import com.fasterxml.jackson.databind.JsonNode;
import huice.casework.Releases;
import huice.casework.employer.FindingView;
import huice.casework.employer.FindingView.Answer;
import huice.casework.employer.Findings;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.OutcomeView;
import huice.entry.page.Pages;
import huice.explain.KeptOutcome;
import huice.explain.Worded;
import huice.model.Outcome;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A duty found not kept on its way to an inspector: the page that stops, the reasons of that very
 * finding, and the answer.
 */
@Path("/desk/employers/findings")
@Blocking
@RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
@Produces("text/html; charset=UTF-8")
public class FindingsPage {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final List<Option> ANSWERS =
      Arrays.stream(Answer.values()).map(a -> new Option(a.id(), a.label())).toList();

  private final Findings findings;
  private final Releases releases;
  private final Pages pages;

  FindingsPage(Findings findings, Releases releases, Pages pages) {
    this.findings = findings;
    this.releases = releases;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "employer")
  static class Templates {
    private Templates() {}

    static native TemplateInstance findings(List<Line> lines);

    static native TemplateInstance finding(
        View view, Form form, Form reading, List<Option> answers);

    static native TemplateInstance reasons(View view, OutcomeView outcome);
  }

  /** A proposal in the list. */
  record Line(
      String address,
      String employer,
      Text title,
      @Nullable String worker,
      LocalDate on,
      String by,
      @Nullable Text answer) {}

  /** A finding with what the caller may do about it now. */
  record View(
      String address,
      String duty,
      String employer,
      String employerAddress,
      Text title,
      @Nullable String worker,
      LocalDate on,
      String release,
      boolean opened,
      boolean handOn,
      boolean answers,
      @Nullable Said proposed,
      @Nullable Said answered) {}

  record Said(LocalDate on, String by, @Nullable Text answer, @Nullable String why) {}

  static String address(UUID id) {
    return "/desk/employers/findings/" + id;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, HERE);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    return Templates.findings(
        findings.proposed(pages.actor()).stream().map(FindingsPage::line).toList());
  }

  private static Line line(FindingView one) {
    FindingView.Said proposed = Objects.requireNonNull(one.proposed());
    FindingView.Said answered = one.answered();
    Answer answer = answered == null ? null : answered.answer();
    return new Line(
        address(one.id()),
        one.employerTitle(),
        one.title(),
        one.worker(),
        day(proposed.at()),
        proposed.name(),
        answer == null ? null : answer.label());
  }

  @GET
  @Path("{finding}")
  @Operation(hidden = true)
  public TemplateInstance finding(@PathParam("finding") UUID id) {
    return shown(id, Form.blank());
  }

  private TemplateInstance shown(UUID id, Form form) {
    FindingView one = findings.view(id, pages.actor(), pages.now());
    return Templates.finding(view(one), form, Form.blank(), ANSWERS);
  }

  private View view(FindingView one) {
    Role role = pages.actor().role();
    boolean waits = one.proposed() != null && one.answered() == null;
    return new View(
        address(one.id()),
        EmployersPage.address(one.employer(), one.scheme(), one.record()),
        one.employerTitle(),
        "/desk/employers/" + one.employer(),
        one.title(),
        one.worker(),
        one.on(),
        one.release(),
        one.opened(),
        role == Role.CASEWORKER && one.proposed() == null,
        role == Role.REVIEWER && waits,
        said(one.proposed()),
        said(one.answered()));
  }

  private static @Nullable Said said(FindingView.@Nullable Said said) {
    if (said == null) {
      return null;
    }
    Answer answer = said.answer();
    return new Said(
        day(said.at()), said.name(), answer == null ? null : answer.label(), said.why());
  }

  /** That somebody read on is written down: without it nothing is handed on. */
  @POST
  @Path("{finding}/reasons")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(hidden = true)
  public Response open(@PathParam("finding") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    return pages.post(
        form,
        () -> {
          findings.open(id, pages.actor(), pages.now());
          return address(id) + "/reasons";
        },
        () -> shown(id, form));
  }

  @GET
  @Path("{finding}/reasons")
  @Operation(hidden = true)
  public TemplateInstance reasons(@PathParam("finding") UUID id) {
    FindingView one = findings.view(id, pages.actor(), pages.now());
    JsonNode kept = Objects.requireNonNull(one.outcome());
    Worded words = OutcomeView.words(releases.compiled(one.release()));
    Outcome outcome = KeptOutcome.of(kept);
    return Templates.reasons(
        view(one),
        OutcomeView.of(
            words,
            outcome,
            outcome.subject().endsWith("]") ? words.subject(outcome) : null,
            EmployersPage.Standing.NOT_KEPT.mark(),
            asked -> null));
  }

  @POST
  @Path("{finding}/proposal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response propose(@PathParam("finding") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    if (!form.ticked("knowing")) {
      form.fault("knowing", Text.of("请先看清全部理由和双方的说法", "read all reasons and both versions first"));
    }
    return pages.post(
        form,
        () -> address(findings.propose(id, pages.actor(), pages.now()).id()),
        () -> shown(id, form));
  }

  @POST
  @Path("{finding}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("reviewer")
  @Operation(hidden = true)
  public Response answer(@PathParam("finding") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String word = form.choice("answer", ANSWERS.stream().map(Option::value).toList());
    String why = form.optional("why");
    return pages.post(
        form,
        () -> {
          Answer answer =
              Arrays.stream(Answer.values())
                  .filter(a -> a.id().equals(word))
                  .findFirst()
                  .orElseThrow();
          return address(findings.answer(id, answer, why, pages.actor(), pages.now()).id());
        },
        () -> shown(id, form));
  }
}
