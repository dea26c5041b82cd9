package huice.entry.page.counter;

import huice.casework.Absent;
import huice.casework.Visit;
import huice.casework.counter.Counter;
import huice.casework.counter.Originals;
import huice.casework.run.Telling;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.OutcomeView;
import huice.entry.page.Pages;
import huice.explain.Worded;
import huice.model.Outcome;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A visitor with every scheme at a glance, and the reasons of one. */
@Path("/desk/persons/{id}")
@Blocking
@Produces("text/html; charset=UTF-8")
public class PersonPage {
  private final Counter counter;
  private final Originals originals;
  private final Telling telling;
  private final Pages pages;

  PersonPage(Counter counter, Originals originals, Telling telling, Pages pages) {
    this.counter = counter;
    this.originals = originals;
    this.telling = telling;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance person(
        Head head, LocalDate on, List<Glance.Part> parts, Tidings told, Form form);

    static native TemplateInstance later(Head head, List<Glance.Line> lines);

    static native TemplateInstance laterpart(Head head, List<Glance.Line> lines);

    static native TemplateInstance scheme(Head head, View view, Form form);
  }

  /** One scheme in full. */
  record View(
      String scheme,
      String title,
      boolean indicative,
      LocalDate on,
      String release,
      List<Paper> papers,
      List<OutcomeView> outcomes,
      boolean filing) {}

  /** A document of the scheme's list, what it shows, and who saw the original. */
  record Paper(String proof, List<Text> shows, @Nullable LocalDate seenOn, @Nullable String by) {}

  @GET
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance person(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    Visit visit = Visitor.of(purpose);
    Counter.Look look = counter.schemes(pages.actor(), id, visit, pages.now());
    return Templates.person(
        Head.of(look.person(), visit),
        look.given().on(),
        Glance.of(look),
        Tidings.of(telling.of(look.person().id())),
        Form.blank());
  }

  /** The dearest part of a check comes by itself; htmx takes the table alone. */
  @GET
  @Path("later")
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance later(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      @HeaderParam("HX-Request") @Nullable String part) {
    Visit visit = Visitor.of(purpose);
    Counter.Look look = counter.later(pages.actor(), id, visit, pages.now());
    Head head = Head.of(look.person(), visit);
    List<Glance.Line> lines = Glance.later(look);
    return part == null ? Templates.later(head, lines) : Templates.laterpart(head, lines);
  }

  @GET
  @Path("schemes/{scheme}")
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance scheme(
      @PathParam("id") UUID id,
      @PathParam("scheme") String scheme,
      @QueryParam("purpose") @Nullable String purpose) {
    return scheme(id, scheme, Visitor.of(purpose), Form.blank());
  }

  private TemplateInstance scheme(UUID id, String scheme, Visit visit, Form form) {
    Counter.Look look = counter.scheme(pages.actor(), id, Set.of(scheme), visit, pages.now());
    SchemeInfo info = info(look, scheme);
    Worded words = Glance.words(look);
    List<Outcome> own =
        look.assessment().outcomes().stream().filter(o -> o.scheme().equals(scheme)).toList();
    Head head = Head.of(look.person(), visit);
    return Templates.scheme(
        head,
        new View(
            scheme,
            info.title(),
            info.draft(),
            look.given().on(),
            look.release().digest(),
            papers(words, info, look.person().id()),
            own.stream().map(o -> full(look, head, words, o, own.size() > 1)).toList(),
            !info.draft()),
        form.with("on", pages.today().toString()));
  }

  private static SchemeInfo info(Counter.Look look, String scheme) {
    return look.release().schemes().stream()
        .filter(s -> s.id().equals(scheme))
        .findFirst()
        .orElseThrow(() -> new Absent(Text.of("没有这个项目", "there is no such scheme")));
  }

  private OutcomeView full(
      Counter.Look look, Head head, Worded words, Outcome outcome, boolean several) {
    return OutcomeView.of(
        words,
        outcome,
        several ? words.subject(outcome) : null,
        Glance.group(outcome).mark(),
        asked -> sheet(look, head, asked));
  }

  /** The sheet is that of the row in which the fact lies. */
  private @Nullable String sheet(Counter.Look look, Head head, Worded.Asked asked) {
    String path = counter.inRecord(look, asked.fact());
    return path == null ? null : head.facts(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
  }

  private List<Paper> papers(Worded words, SchemeInfo info, UUID person) {
    List<Originals.Seen> seen = originals.of(person);
    List<Paper> papers = new ArrayList<>();
    for (Map.Entry<String, List<Text>> proof : words.proofs(info.facts()).entrySet()) {
      Originals.Seen last =
          seen.stream()
              .filter(s -> s.proof().equals(proof.getKey()))
              .reduce((a, b) -> b)
              .orElse(null);
      papers.add(
          new Paper(
              proof.getKey(),
              proof.getValue(),
              last == null ? null : last.on(),
              last == null ? null : last.by()));
    }
    return papers;
  }

  /** Instead of a copy: that the original was seen, by whom and when. */
  @POST
  @Path("schemes/{scheme}/originals")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response seen(
      @PathParam("id") UUID id,
      @PathParam("scheme") String scheme,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    List<String> proofs = form.values("proof");
    if (proofs.isEmpty()) {
      form.fault("proof", Text.of("请选择看过的原件", "choose the originals that you saw"));
    }
    LocalDate on = form.day("on", pages.today());
    return pages.post(
        form,
        () -> {
          proofs.forEach(
              proof -> originals.see(pages.actor(), id, scheme, proof, on, visit, pages.now()));
          return "/desk/persons/" + id + "/schemes/" + scheme + Visitor.query(visit) + "#papers";
        },
        () -> scheme(id, scheme, visit, form));
  }
}
