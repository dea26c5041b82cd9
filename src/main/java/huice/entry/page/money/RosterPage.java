package huice.entry.page.money;

import huice.casework.Absent;
import huice.casework.Claims;
import huice.casework.ImportJob;
import huice.casework.ImportKind;
import huice.casework.Imports;
import huice.casework.Organisations;
import huice.casework.money.EmployerClaims;
import huice.casework.money.WorkerLine;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's claim: its roster is taken in, each worker is decided about, and what is
 * granted is claimed.
 */
@Path("/desk/money/claims")
@Blocking
@Produces("text/html; charset=UTF-8")
public class RosterPage {
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long STEP_MILLIS = 100;

  private final EmployerClaims rosters;
  private final Claims claims;
  private final Organisations organisations;
  private final Imports imports;
  private final Pages pages;
  private final Clock clock;

  RosterPage(
      EmployerClaims rosters,
      Claims claims,
      Organisations organisations,
      Imports imports,
      Pages pages,
      Clock clock) {
    this.rosters = rosters;
    this.claims = claims;
    this.organisations = organisations;
    this.imports = imports;
    this.pages = pages;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "money")
  static class Templates {
    private Templates() {}

    static native TemplateInstance rosters(
        Form form, List<Organisations.Organisation> found, boolean asked);

    static native TemplateInstance roster(View view, Form form);
  }

  /** The page of a claim. */
  record View(
      UUID id,
      String organisation,
      @Nullable Text scheme,
      List<Worker> workers,
      int granted,
      BigDecimal sum,
      boolean acts,
      boolean anyGranted,
      List<Option> kinds,
      List<Option> schemes,
      @Nullable ImportJob job,
      int taken) {}

  /** A worker's result. */
  record Worker(WorkerLine line, Text result, String mark) {}

  @GET
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance all() {
    return Templates.rosters(Form.blank(), List.of(), false);
  }

  /** Looks for organisations by letters of the title or the code, which are public. */
  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance search(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String letters = form.text("letters");
    List<Organisations.Organisation> found = new ArrayList<>();
    if (!form.faulty()) {
      for (String kind : rosters.rosters().stream().map(k -> k.root().id()).distinct().toList()) {
        found.addAll(organisations.find(kind, letters));
      }
    }
    return Templates.rosters(form, found, !form.faulty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response open(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    UUID organisation = id(form.value("organisation"));
    return pages.post(
        form,
        () -> address(claims.open(pages.actor(), organisation, pages.now().at()).id()),
        () -> Templates.rosters(form, List.of(), false));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Absent(Text.of("没有登记这个单位", "no such organisation is registered"));
    }
  }

  private static String address(UUID id) {
    return "/desk/money/claims/" + id;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance roster(@PathParam("id") UUID id, @QueryParam("job") @Nullable UUID job) {
    return page(id, job, Form.blank());
  }

  private TemplateInstance page(UUID id, @Nullable UUID job, Form form) {
    Actor actor = pages.actor();
    EmployerClaims.View view = rosters.view(id, actor, pages.now());
    List<WorkerLine> granted =
        view.workers().stream().filter(w -> "ELIGIBLE".equals(w.result())).toList();
    BigDecimal sum =
        granted.stream()
            .map(WorkerLine::amount)
            .filter(a -> a != null)
            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    List<Option> schemes = new ArrayList<>();
    rosters.schemes().forEach((scheme, title) -> schemes.add(new Option(scheme, title)));
    List<Option> kinds =
        rosters.rosters().stream()
            .map((ImportKind kind) -> new Option(kind.id(), kind.label()))
            .toList();
    ImportJob ended = job == null ? null : ended(job);
    return Templates.roster(
        new View(
            id,
            view.organisationTitle(),
            view.title(),
            view.workers().stream().map(RosterPage::worker).toList(),
            granted.size(),
            sum,
            actor.role() == Role.CASEWORKER,
            granted.stream().anyMatch(WorkerLine::inEffect),
            kinds,
            schemes,
            ended,
            ended == null ? 0 : ended.total()),
        form.with("kind", kinds.isEmpty() ? "" : kinds.get(0).value())
            .with("appliedOn", pages.today().toString())
            .with("filedOn", pages.today().toString()));
  }

  private static Worker worker(WorkerLine line) {
    String result = line.result() == null ? "" : line.result();
    return switch (result) {
      case "ELIGIBLE" ->
          new Worker(line, Text.of("准予", "granted"), line.inEffect() ? "good" : "open");
      case "NOT_ELIGIBLE" -> new Worker(line, Text.of("不符合", "not met"), "bad");
      case "NEEDS_INFO" -> new Worker(line, Text.of("缺信息", "facts missing"), "open");
      default -> new Worker(line, Text.of("未定", "not settled"), "quiet");
    };
  }

  /** An import is short work: the page waits a moment for it. */
  private ImportJob ended(UUID id) {
    ImportJob job = imports.job(pages.actor(), id);
    for (long waited = 0;
        job.state().equals("running") && waited < PATIENCE_MILLIS;
        waited += STEP_MILLIS) {
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return job;
      }
      job = imports.job(pages.actor(), id);
    }
    return job;
  }

  @POST
  @Path("{id}/rows")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response rows(
      @PathParam("id") UUID id,
      @RestForm("key") @Nullable String key,
      @RestForm("kind") @Nullable String kind,
      @RestForm("table") @Nullable FileUpload table) {
    Uploaded sent = Uploaded.of(key, table, Map.of("kind", kind == null ? "" : kind));
    String chosen =
        sent.form().choice("kind", rosters.rosters().stream().map(ImportKind::id).toList());
    return pages.post(
        sent.form(),
        () ->
            address(id)
                + "?job="
                + imports.begin(pages.actor(), chosen, sent.xlsx(), sent.bytes(), id, clock).id(),
        () -> page(id, null, sent.form()));
  }

  @POST
  @Path("{id}/applications")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response apply(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String scheme = form.choice("scheme", List.copyOf(rosters.schemes().keySet()));
    LocalDate on = form.day("appliedOn", pages.today());
    YearMonth from = Typed.month(form, "from");
    YearMonth to = Typed.month(form, "to");
    return pages.post(
        form,
        () -> {
          rosters.apply(
              id,
              new EmployerClaims.NewApplications(scheme, on, from, to),
              pages.actor(),
              pages.now());
          return address(id);
        },
        () -> page(id, null, form));
  }

  @POST
  @Path("{id}/payments")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response file(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    LocalDate on = form.day("filedOn", pages.today());
    return pages.post(
        form,
        () -> {
          rosters.file(id, on, pages.actor(), pages.now());
          return address(id);
        },
        () -> page(id, null, form));
  }
}
