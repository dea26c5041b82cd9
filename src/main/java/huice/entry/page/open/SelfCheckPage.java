package huice.entry.page.open;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.LiveRelease;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.entry.api.PublicChecks;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.entry.page.counter.Glance;
import huice.explain.Worded;
import huice.model.Case;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Text;
import huice.policy.CaseReader;
import huice.policy.Trees;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Anybody may see what a scheme would make of some facts. Nothing is kept, nothing logged, no
 * account and no cookie but the form's own token.
 */
@Path("/self-check")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class SelfCheckPage {
  private static final int UNPROCESSABLE = 422;

  private final LiveRelease live;
  private final Boards boards;
  private final PublicChecks checks;
  private final Pages pages;
  private final ObjectMapper json;

  SelfCheckPage(
      LiveRelease live, Boards boards, PublicChecks checks, Pages pages, ObjectMapper json) {
    this.live = live;
    this.boards = boards;
    this.checks = checks;
    this.pages = pages;
    this.json = json;
  }

  @CheckedTemplate(basePath = "open")
  static class Templates {
    private Templates() {}

    static native TemplateInstance selfchecks(List<Boards.Board> boards);

    static native TemplateInstance selfcheck(Page page, Form form, @Nullable List<Found> results);
  }

  /** The form. */
  record Page(String scheme, String title, boolean draft, List<CheckForm.Sheet> sheets) {}

  /** What the rules would make of it, in the words of the counter. */
  record Found(
      @Nullable Text whose,
      String mark,
      Text result,
      @Nullable Text amount,
      List<Text> missing,
      List<String> unsettled,
      List<Text> remedies,
      List<Worded.Condition> conditions) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance choose() {
    return Templates.selfchecks(boards.all(pages.today()));
  }

  @GET
  @Path("{scheme}")
  @Operation(hidden = true)
  public TemplateInstance blank(@PathParam("scheme") String id) {
    CompiledRelease release = live.get();
    SchemeInfo scheme = scheme(release, id);
    return shown(
        scheme, CheckForm.of(release, scheme, pages.today(), Form.blank()), Form.blank(), null);
  }

  @POST
  @Path("{scheme}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response check(
      @PathParam("scheme") String id,
      @Context HttpServerRequest request,
      MultivaluedMap<String, String> sent) {
    CompiledRelease release = live.get();
    SchemeInfo scheme = scheme(release, id);
    Form form = Form.of(sent);
    LocalDate today = pages.today();
    CheckForm typed = CheckForm.of(release, scheme, today, form);
    if (!form.value("add").isEmpty()) {
      return Pages.shown(
          Response.Status.OK.getStatusCode(), () -> shown(scheme, typed, form, null));
    }
    CaseReader.Read read =
        CaseReader.discreetly(release.source().dictionary(), Trees.json(bytes(typed.given())));
    Case given = read.given();
    if (given == null) {
      read.faults()
          .forEach(
              fault ->
                  form.fault(
                      CheckForm.field(fault.pointer()),
                      Text.of(
                          fault.what().zh() + "：" + fault.instead().zh(),
                          fault.what().en() + ": " + fault.instead().en())));
      return Pages.shown(UNPROCESSABLE, () -> shown(scheme, typed, form, null));
    }
    List<Found> results =
        checks
            .assess(request, release, given, new Ask(Set.of(scheme.id()), true, true))
            .outcomes()
            .stream()
            .filter(o -> o.scheme().equals(scheme.id()))
            .map(o -> found(release, o))
            .toList();
    return Pages.shown(
        Response.Status.OK.getStatusCode(), () -> shown(scheme, typed, form, results));
  }

  private byte[] bytes(Map<String, Object> given) {
    try {
      return json.writeValueAsBytes(given);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemeInfo scheme(CompiledRelease release, String id) {
    return release.schemes().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Absent(Text.of("没有这个项目。", "There is no such scheme.")));
  }

  private static TemplateInstance shown(
      SchemeInfo scheme, CheckForm typed, Form form, @Nullable List<Found> results) {
    return Templates.selfcheck(
        new Page(scheme.id(), scheme.title(), scheme.draft(), typed.sheets()), form, results);
  }

  private static Found found(CompiledRelease release, Outcome outcome) {
    Map<String, Text> titles = new LinkedHashMap<>();
    release.schemes().forEach(s -> titles.put(s.id(), Text.of(s.title(), s.title())));
    Worded words = new Worded(release.source(), titles);
    boolean open = outcome.outcome() == Result.NEEDS_INFO;
    return new Found(
        outcome.subject().endsWith("]") ? words.subject(outcome) : null,
        Glance.group(outcome).mark(),
        words.result(outcome),
        outcome.amount() == null || !outcome.outcome().favourable()
            ? null
            : Worded.amount(outcome.amount()),
        open
            ? words.missing(outcome).stream()
                .map(
                    asked ->
                        Text.of(
                            asked.place().zh() + asked.question().zh(),
                            asked.place().en() + asked.question().en()))
                .distinct()
                .toList()
            : List.of(),
        outcome.unsettled(),
        words.remedies(outcome),
        words.conditions(outcome));
  }
}
