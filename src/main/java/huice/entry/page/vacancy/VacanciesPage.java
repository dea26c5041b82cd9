package huice.entry.page.vacancy;

import huice.casework.OfficeFile;
import huice.casework.vacancy.Draft;
import huice.casework.vacancy.Reach;
import huice.casework.vacancy.Vacancies;
import huice.casework.vacancy.VacancyView;
import huice.casework.vacancy.Wording;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Role;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Vacancies at the desk: entered by one, checked by another. */
@Path("/desk/vacancies")
@Blocking
@Produces("text/html; charset=UTF-8")
public class VacanciesPage {
  private static final String LIST = "/desk/vacancies";
  private static final String YES = "yes";
  private static final List<Option> REACHES =
      Arrays.stream(Reach.values())
          .filter(r -> r != Reach.TOWNSHIP)
          .map(r -> new Option(r.name(), r.label()))
          .toList();
  private static final List<Option> PER =
      List.of(
          Option.of(Draft.PayPer.MONTH.name(), "每月", "a month"),
          Option.of(Draft.PayPer.DAY.name(), "每日", "a day"),
          Option.of(Draft.PayPer.HOUR.name(), "每小时", "an hour"),
          Option.of(Draft.PayPer.PIECE.name(), "每件", "a piece"));
  private static final List<Option> RESULTS =
      List.of(Option.of(YES, "属实", "confirmed"), Option.of("no", "不属实", "not confirmed"));

  private final Vacancies vacancies;
  private final Wording wording;
  private final OfficeFile office;
  private final Pages pages;

  VacanciesPage(Vacancies vacancies, Wording wording, OfficeFile office, Pages pages) {
    this.vacancies = vacancies;
    this.wording = wording;
    this.office = office;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "vacancies")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(List<VacancyView> all, boolean enters, LocalDate today);

    static native TemplateInstance enter(Form form, Choices choices);

    static native TemplateInstance one(
        VacancyView job, Form form, boolean checks, boolean enters, List<Option> results);

    static native TemplateInstance words(List<Wording.Ground> grounds);
  }

  /** What there is to choose from. */
  record Choices(
      List<Option> sources, List<Option> skills, List<Option> reaches, List<Option> per) {}

  @GET
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance list() {
    return Templates.list(vacancies.all(pages.today()), enters(), pages.today());
  }

  private boolean enters() {
    return pages.actor().role() == Role.CASEWORKER;
  }

  @GET
  @Path("words")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance words() {
    return Templates.words(wording.grounds());
  }

  @GET
  @Path("new")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance blank() {
    return entering(Form.blank().with("receivedOn", pages.today().toString()));
  }

  private TemplateInstance entering(Form form) {
    form.with("reach", Reach.COUNTY.name()).with("payPer", Draft.PayPer.MONTH.name());
    return Templates.enter(
        form, new Choices(options(office.sources()), options(office.skills()), REACHES, PER));
  }

  private static List<Option> options(Map<String, huice.model.Text> words) {
    return words.entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response enter(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Draft draft = draft(form);
    return pages.post(
        form,
        () -> LIST + "/" + vacancies.enter(draft, pages.actor(), pages.now()).id(),
        () -> entering(form));
  }

  private Draft draft(Form form) {
    LocalDate today = pages.today();
    String reach = form.choice("reach", REACHES.stream().map(Option::value).toList());
    String per = form.choice("payPer", PER.stream().map(Option::value).toList());
    return new Draft(
        form.choice("source", List.copyOf(office.sources().keySet())),
        form.text("firm"),
        form.text("title"),
        form.choice("skill", List.copyOf(office.skills().keySet())),
        form.text("duties"),
        form.optional("needs"),
        reach.isEmpty() ? Reach.COUNTY : Reach.valueOf(reach),
        form.text("place"),
        form.optional("township"),
        form.version("positions"),
        Objects.requireNonNullElse(sum(form, "payLow"), BigDecimal.ONE),
        form.optionalSum("payHigh"),
        per.isEmpty() ? Draft.PayPer.MONTH : Draft.PayPer.valueOf(per),
        form.text("workingTime"),
        form.text("contract"),
        form.text("insurance"),
        form.text("apply"),
        form.day("receivedOn", today),
        form.day("expiresOn", today.plusYears(1)));
  }

  private static @Nullable BigDecimal sum(Form form, String field) {
    form.text(field);
    return form.error(field) == null ? form.optionalSum(field) : null;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance one(@PathParam("id") UUID id) {
    return shown(id, Form.blank());
  }

  private TemplateInstance shown(UUID id, Form form) {
    VacancyView view = vacancies.view(id, pages.today());
    form.with("version", Integer.toString(view.version()));
    boolean checks = pages.actor().role() != Role.AUDITOR;
    return Templates.one(view, form, checks, enters(), RESULTS);
  }

  @POST
  @Path("{id}/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response check(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String result = form.choice("result", RESULTS.stream().map(Option::value).toList());
    Vacancies.Checked checked =
        new Vacancies.Checked(
            form.version("version"),
            result.equals(YES),
            form.ticked("licence"),
            form.ticked("permit"));
    return pages.post(
        form,
        () -> LIST + "/" + vacancies.check(id, checked, pages.actor(), pages.now()).id(),
        () -> shown(id, form));
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    return pages.post(
        form,
        () -> LIST + "/" + vacancies.withdraw(id, version, pages.actor(), pages.now()).id(),
        () -> shown(id, form));
  }
}
