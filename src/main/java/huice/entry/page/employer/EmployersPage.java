package huice.entry.page.employer;

import huice.casework.Organisations.Organisation;
import huice.casework.employer.Duty;
import huice.casework.employer.Employers;
import huice.casework.employer.Findings;
import huice.entry.page.Form;
import huice.entry.page.OutcomeView;
import huice.entry.page.Pages;
import huice.explain.Worded;
import huice.model.Missing;
import huice.model.Outcome;
import huice.model.Result;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Finds an employer, and shows what it keeps of what it owes, as far as the record tells. */
@Path("/desk/employers")
@Blocking
@RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
@Produces("text/html; charset=UTF-8")
public class EmployersPage {
  /** What is named of what is missing; the reasons tell all. */
  private static final int NAMED = 3;

  private final Employers employers;
  private final Findings findings;
  private final Pages pages;

  EmployersPage(Employers employers, Findings findings, Pages pages) {
    this.employers = employers;
    this.findings = findings;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "employer")
  static class Templates {
    private Templates() {}

    static native TemplateInstance employers(
        Form form, @Nullable List<Organisation> found, long waiting);

    static native TemplateInstance employer(View view);

    static native TemplateInstance duty(DutyView view, Form form);
  }

  /** An employer with all its duties; {@code versions}: where sources differ. */
  record View(
      UUID id,
      String title,
      @Nullable String code,
      LocalDate on,
      YearMonth from,
      List<Part> parts,
      List<Versions> versions,
      Employers.LeftOut leftOut) {}

  /** The duties of one result; {@code open} when it is shown unfolded. */
  record Part(Standing standing, List<Line> lines) {}

  /** A duty; {@code more}: how many things are missing in all, 0 when all are named. */
  record Line(
      String address,
      String title,
      @Nullable Text whose,
      @Nullable String worker,
      boolean disputed,
      List<Text> lacks,
      int more) {}

  /** One duty in one case, with its reasons. */
  record DutyView(
      UUID id,
      String employer,
      String address,
      String title,
      @Nullable String worker,
      LocalDate on,
      String release,
      List<Reasoned> found) {}

  /** {@code handOn}: whether the caller may hand it on to an inspector. */
  record Reasoned(OutcomeView outcome, List<Versions> versions, boolean handOn) {}

  /** How a duty stands, the worst first; never a verdict. */
  enum Standing {
    NOT_KEPT("可能没有做到：请核实，这不是结论", "Perhaps not kept: to be looked into, no verdict", "open", true),
    MISSING("缺记录，不能下结论，也不算做到", "Records are missing: neither kept nor not", "open", true),
    KEPT("已经做到", "Kept", "good", false),
    UNSETTLED("政策未定", "Not settled by the policy", "quiet", false),
    NOT_DUE("不适用", "Does not apply", "quiet", false);

    private final Text title;
    private final String mark;
    private final boolean open;

    Standing(String zh, String en, String mark, boolean open) {
      this.title = Text.of(zh, en);
      this.mark = mark;
      this.open = open;
    }

    public Text title() {
      return title;
    }

    public String mark() {
      return mark;
    }

    public boolean open() {
      return open;
    }

    static Standing of(Result result) {
      return switch (result) {
        case NOT_KEPT -> NOT_KEPT;
        case NEEDS_INFO -> MISSING;
        case KEPT -> KEPT;
        case NOT_DUE -> NOT_DUE;
        default -> UNSETTLED;
      };
    }
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance employers() {
    return asked(Form.blank(), null);
  }

  private TemplateInstance asked(Form form, @Nullable List<Organisation> found) {
    long waiting =
        findings.proposed(pages.actor()).stream().filter(one -> one.answered() == null).count();
    return Templates.employers(form, found, waiting);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response find(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String letters = form.text("letters");
    List<Organisation> found = form.faulty() ? null : employers.find(letters);
    return Pages.shown(form.faulty() ? 422 : 200, () -> asked(form, found));
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance employer(@PathParam("id") UUID id) {
    Employers.Look look = employers.look(pages.actor(), id, pages.now());
    Worded words = OutcomeView.words(look.release());
    Map<Standing, List<Line>> lines = new EnumMap<>(Standing.class);
    for (Duty duty : look.duties()) {
      lines
          .computeIfAbsent(Standing.of(duty.outcome().outcome()), s -> new ArrayList<>())
          .add(line(words, id, duty));
    }
    return Templates.employer(
        new View(
            id,
            Objects.requireNonNullElse(look.employer().title(), ""),
            look.employer().code(),
            look.on(),
            look.from(),
            Arrays.stream(Standing.values())
                .filter(lines::containsKey)
                .map(s -> new Part(s, lines.getOrDefault(s, List.of())))
                .toList(),
            Versions.of(words, look.duties()),
            look.leftOut()));
  }

  private static Line line(Worded words, UUID employer, Duty duty) {
    Outcome outcome = duty.outcome();
    List<Text> lacks = outcome.missing().stream().map(Missing::label).distinct().toList();
    boolean tells = outcome.outcome() == Result.NEEDS_INFO;
    return new Line(
        address(employer, outcome.scheme(), duty.record()),
        outcome.title().zh(),
        outcome.subject().endsWith("]") ? words.subject(outcome) : null,
        duty.worker(),
        !duty.disputes().isEmpty(),
        tells ? lacks.stream().limit(NAMED).toList() : List.of(),
        tells && lacks.size() > NAMED ? lacks.size() : 0);
  }

  static String address(UUID employer, String scheme, UUID record) {
    return "/desk/employers/" + employer + "/duties/" + scheme + "/" + record;
  }

  @GET
  @Path("{id}/duties/{scheme}/{record}")
  @Operation(hidden = true)
  public TemplateInstance duty(
      @PathParam("id") UUID id,
      @PathParam("scheme") String scheme,
      @PathParam("record") UUID record) {
    return shown(id, scheme, record, Form.blank());
  }

  private TemplateInstance shown(UUID id, String scheme, UUID record, Form form) {
    Employers.Look look = employers.look(pages.actor(), id, scheme, record, pages.now());
    Worded words = OutcomeView.words(look.release());
    boolean caseworker = pages.actor().role() == Role.CASEWORKER;
    String title =
        look.release().schemes().stream()
            .filter(info -> info.id().equals(scheme))
            .map(info -> info.title())
            .findFirst()
            .orElse("");
    return Templates.duty(
        new DutyView(
            id,
            Objects.requireNonNullElse(look.employer().title(), ""),
            address(id, scheme, record),
            title,
            look.duties().isEmpty() ? null : look.duties().get(0).worker(),
            look.on(),
            look.release().digest(),
            look.duties().stream().map(duty -> reasoned(words, duty, caseworker)).toList()),
        form);
  }

  private static Reasoned reasoned(Worded words, Duty duty, boolean caseworker) {
    Outcome outcome = duty.outcome();
    return new Reasoned(
        OutcomeView.of(
            words,
            outcome,
            outcome.subject().endsWith("]") ? words.subject(outcome) : null,
            Standing.of(outcome.outcome()).mark(),
            asked -> null),
        Versions.of(words, List.of(duty)),
        caseworker && outcome.outcome() == Result.NOT_KEPT && !outcome.indicative());
  }

  /** Keeps what is shown, and leads to the page that stops before it is handed on. */
  @POST
  @Path("{id}/duties/{scheme}/{record}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response keep(
      @PathParam("id") UUID id,
      @PathParam("scheme") String scheme,
      @PathParam("record") UUID record,
      MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String subject = form.text("subject");
    return pages.post(
        form,
        () ->
            FindingsPage.address(
                findings.keep(id, record, scheme, subject, pages.actor(), pages.now()).id()),
        () -> shown(id, scheme, record, form));
  }
}
