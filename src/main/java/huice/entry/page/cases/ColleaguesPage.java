package huice.entry.page.cases;

import huice.casework.decision.Colleagues;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An office's caseworkers: who is away, and whose work goes to whom. */
@Path("/desk/colleagues")
@Blocking
@RolesAllowed({"caseworker", "certifier"})
@Produces("text/html; charset=UTF-8")
public class ColleaguesPage {
  private static final int YEARS = 2;

  private final Colleagues colleagues;
  private final Pages pages;

  ColleaguesPage(Colleagues colleagues, Pages pages) {
    this.colleagues = colleagues;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance colleagues(View view, Form form, Form hand);
  }

  record View(List<Colleagues.Colleague> colleagues, List<Option> names) {}

  private TemplateInstance shown(Form form, Form hand) {
    List<Colleagues.Colleague> all = colleagues.of(pages.actor(), pages.now());
    List<Option> names =
        all.stream().map(c -> new Option(c.id().toString(), Text.of(c.name(), ""))).toList();
    return Templates.colleagues(new View(all, names), form, hand);
  }

  private List<String> ids() {
    return colleagues.of(pages.actor(), pages.now()).stream().map(c -> c.id().toString()).toList();
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance page() {
    return shown(Form.blank(), Form.blank());
  }

  @POST
  @Path("away")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response away(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String account = form.choice("account", ids());
    LocalDate last = pages.today().plusYears(YEARS);
    LocalDate from = form.day("from", last);
    LocalDate to = form.day("to", last);
    return pages.post(
        form,
        () -> {
          colleagues.away(UUID.fromString(account), from, to, pages.actor(), pages.now());
          return "/desk/colleagues";
        },
        () -> shown(form, Form.blank()));
  }

  @POST
  @Path("hand-over")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response handOver(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    List<String> ids = ids();
    String from = form.choice("whose", ids);
    String to = form.choice("whom", ids);
    String why = form.text("why");
    return pages.post(
        form,
        () -> {
          colleagues.handOver(
              UUID.fromString(from), UUID.fromString(to), why, pages.actor(), pages.now());
          return "/desk/colleagues";
        },
        pointer -> pointer.equals("/to") ? "whom" : pointer.replaceFirst("^/", ""),
        () -> shown(Form.blank(), form));
  }
}
