package huice.entry.page.cases;

import huice.casework.Visit;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Delivery;
import huice.casework.letter.LetterView;
import huice.casework.letter.Letters;
import huice.casework.letter.Mailing;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A kept letter as it was made: read, printed, delivered, come back. */
@Path("/desk/letters")
@Blocking
@RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
@Produces("text/html; charset=UTF-8")
public class LetterPage {
  private static final String BEGIN = "<div class=\"letter\"";
  private static final String END = "</body>";

  private final Letters letters;
  private final Mailing mailing;
  private final Cases cases;
  private final Pages pages;

  LetterPage(Letters letters, Mailing mailing, Cases cases, Pages pages) {
    this.letters = letters;
    this.mailing = mailing;
    this.cases = cases;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance letter(View letter, Form form, Form back);
  }

  /** {@code body} is cut out of the kept bytes; it was escaped when it was written. */
  record View(
      UUID id,
      UUID application,
      Text kind,
      String sha256,
      List<String> lacking,
      @Nullable String delivered,
      boolean mayDeliver,
      boolean mayComeBack,
      List<Option> ways,
      RawString body,
      int version,
      String query) {}

  private TemplateInstance shown(UUID id, Visit visit, Form form, Form back) {
    Letters.Copy copy = letters.read(id, Letters.Form.HTML, visit, pages.actor(), pages.now());
    LetterView letter = copy.letter();
    ApplicationView view = cases.read(letter.application(), visit);
    String html = new String(copy.bytes(), StandardCharsets.UTF_8);
    String body = html.substring(html.indexOf(BEGIN), html.lastIndexOf(END));
    String delivered = Cases.delivered(view, id);
    boolean writes = pages.actor().role() != Role.AUDITOR;
    return Templates.letter(
        new View(
            id,
            letter.application(),
            letter.kindText(),
            letter.htmlSha256(),
            letter.lacking(),
            delivered,
            writes,
            pages.actor().role() == Role.CASEWORKER && delivered != null && !visit.present(),
            visit.present() ? CaseWords.ways().subList(0, 1) : CaseWords.ways(),
            new RawString(body),
            view.application().version(),
            Here.query(visit)),
        form,
        back);
  }

  private Form today() {
    return Form.blank()
        .with("on", pages.today().toString())
        .with("way", Delivery.Way.HANDED.name())
        .with("by", cases.name(pages.actor().id()))
        .with("to", "本人");
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance letter(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, Here.of(purpose), today(), today());
  }

  /** To be printed. */
  @GET
  @Path("{id}.pdf")
  @Produces("application/pdf")
  @Operation(hidden = true)
  public Response pdf(@PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    Letters.Copy copy =
        letters.read(id, Letters.Form.PDF, Here.of(purpose), pages.actor(), pages.now());
    return Response.ok(copy.bytes())
        .header("Content-Disposition", "inline; filename=\"letter-" + id + ".pdf\"")
        .build();
  }

  @POST
  @Path("{id}/deliveries")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(hidden = true)
  public Response deliver(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Here.of(purpose);
    Form form = Form.of(sent);
    int version = form.version("version");
    String way = form.choice("way", CaseWords.values(CaseWords.ways()));
    LocalDate on = form.day("on", pages.today());
    String by = form.text("by");
    String to = form.text("to");
    return pages.post(
        form,
        () -> {
          ApplicationView after =
              mailing.delivered(
                  id,
                  version,
                  new Mailing.How(Delivery.Way.valueOf(way), on, by, to),
                  visit,
                  pages.actor(),
                  pages.now());
          return "/desk/applications/" + after.application().id() + Here.query(visit);
        },
        () -> shown(id, visit, form, today()));
  }

  @POST
  @Path("{id}/returns")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response cameBack(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    LocalDate on = form.day("backOn", pages.today());
    String why = form.text("why");
    return pages.post(
        form,
        () -> {
          ApplicationView after =
              mailing.cameBack(id, version, on, why, pages.actor(), pages.now());
          return "/desk/applications/" + after.application().id();
        },
        () -> shown(id, Visit.NONE, today(), form));
  }
}
