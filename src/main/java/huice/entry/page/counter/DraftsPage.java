package huice.entry.page.counter;

import huice.casework.Visit;
import huice.casework.counter.Drafts;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is being typed, so that a line that drops loses nothing: by itself where scripts run,
 * with a button where not.
 */
@Path("/desk/persons/{id}/drafts")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class DraftsPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
  private static final int LONGEST_NAME = 200;
  private static final Set<String> NOT_TYPED = Set.of("csrf-token", Form.KEY, "version", "form");

  private final Drafts drafts;
  private final Pages pages;

  DraftsPage(Drafts drafts, Pages pages) {
    this.drafts = drafts;
    this.pages = pages;
  }

  /** When a draft was saved, by the office's clock. */
  public static String time(Instant at) {
    return TIME.format(at.atZone(ZoneId.systemDefault()));
  }

  /** Where a form with a draft is filled in. */
  public static String address(UUID person, String form) {
    int space = form.indexOf(' ');
    String kind = form.substring(0, space);
    String what = form.substring(space + 1);
    String start = "/desk/persons/" + person + "/" + kind;
    if (kind.equals(FactsPage.FORM)) {
      return what.isEmpty()
          ? start
          : start + "?at=" + URLEncoder.encode(what, StandardCharsets.UTF_8);
    }
    return start + "/" + what;
  }

  /** What a form with a draft is called, given the schemes' titles. */
  public static Text title(String form, Map<String, String> titles) {
    String what = form.substring(form.indexOf(' ') + 1);
    return form.startsWith(FactsPage.FORM)
        ? Text.of("登记情况", "recording facts")
        : Text.of("申请：" + titles.getOrDefault(what, what), "applying: " + what);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response save(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      @HeaderParam("HX-Request") @Nullable String part,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    String name = form.value("form");
    if (name.length() > LONGEST_NAME || !name.matches("(facts|apply) [\\w.\\[\\]-]*")) {
      return Response.status(Response.Status.BAD_REQUEST).build();
    }
    Map<String, List<String>> typed = new LinkedHashMap<>(sent);
    typed.keySet().removeAll(NOT_TYPED);
    typed.values().removeIf(values -> values.isEmpty() || values.get(0).isEmpty());
    drafts.save(pages.actor(), id, name, typed, visit, pages.now());
    if (part != null) {
      return Response.ok(saved(pages.now().at()), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .build();
    }
    String back = address(id, name);
    String query = Visitor.query(visit);
    return Response.seeOther(
            URI.create(back + (back.indexOf('?') < 0 ? query : query.replace('?', '&'))))
        .build();
  }

  private static String saved(Instant at) {
    return "草稿已存 <span lang=\"en\">Draft saved</span> " + time(at);
  }
}
