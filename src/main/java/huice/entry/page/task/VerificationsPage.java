package huice.entry.page.task;

import huice.casework.Absent;
import huice.casework.LiveRelease;
import huice.casework.task.Rounds;
import huice.casework.task.Stage;
import huice.casework.task.Verifications;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Entries that a second and perhaps a third person look over, and closed rounds. */
@Path("/desk/verifications")
@Blocking
@RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
@Produces("text/html; charset=UTF-8")
public class VerificationsPage {
  private final Verifications verifications;
  private final Rounds rounds;
  private final LiveRelease live;
  private final Pages pages;

  VerificationsPage(Verifications verifications, Rounds rounds, LiveRelease live, Pages pages) {
    this.verifications = verifications;
    this.rounds = rounds;
    this.live = live;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "tasks")
  static class Templates {
    private Templates() {}

    static native TemplateInstance verifications(View view, Form form);

    static native TemplateInstance verification(Whole view, Form form);
  }

  /** The lists; {@code share}: the published share of a sample, null while it is not set. */
  record View(
      List<Row> rows,
      List<Rounds.View> rounds,
      boolean closes,
      int waiting,
      @Nullable String share) {}

  record Row(UUID id, String scheme, String office, LocalDate enteredOn, Text stage) {}

  /** One entry; {@code stage} null when the caller has nothing to do there. */
  record Whole(
      Verifications.View entry,
      String scheme,
      List<Line> facts,
      @Nullable String address,
      @Nullable Text stage) {}

  /** A fact to compare with the papers. */
  record Line(String seq, Text label, String value) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    return list(Form.blank());
  }

  private TemplateInstance list(Form form) {
    Actor actor = pages.actor();
    boolean closes = actor.role() == Role.CERTIFIER;
    return Templates.verifications(
        new View(
            verifications.waiting(actor).stream()
                .map(
                    line ->
                        new Row(
                            line.id(),
                            title(line.scheme()),
                            line.office(),
                            line.enteredOn(),
                            line.stage().label()))
                .toList(),
            rounds.list(actor),
            closes,
            closes ? rounds.waiting(actor) : 0,
            rounds.share(pages.now())),
        form);
  }

  private String title(String scheme) {
    return live.get().schemes().stream()
        .filter(info -> info.id().equals(scheme))
        .map(SchemeInfo::title)
        .findFirst()
        .orElse(scheme);
  }

  @POST
  @Path("rounds")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"certifier"})
  @Operation(hidden = true)
  public Response close(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String size = form.optional("size");
    String why = form.optional("why");
    if (size != null && !size.matches("[0-9]{1,6}")) {
      form.fault("size", Text.of("请写整数", "write a whole number"));
    }
    return pages.post(
        form,
        () -> {
          Integer wanted = size == null ? null : Integer.valueOf(size);
          rounds.close(wanted, why, pages.actor(), pages.now());
          return "/desk/verifications";
        },
        () -> list(form));
  }

  /** From an application, or a task about one, to its entry. */
  @GET
  @Path("of/{application}")
  @Operation(hidden = true)
  public Response ofApplication(@PathParam("application") UUID application) {
    UUID id = verifications.of(application);
    if (id == null) {
      throw new Absent(Text.of("这份申请还没有列入核对", "this application is not among the entries"));
    }
    return Response.seeOther(URI.create("/desk/verifications/" + id)).build();
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance entry(@PathParam("id") UUID id) {
    return entry(id, Form.blank());
  }

  private TemplateInstance entry(UUID id, Form form) {
    Actor actor = pages.actor();
    Verifications.View entry = verifications.view(id, actor, pages.now());
    Stage stage = entry.stage();
    boolean may = stage != null && may(actor.role(), stage);
    return Templates.verification(
        new Whole(
            entry,
            title(entry.scheme()),
            entry.facts().stream()
                .map(fact -> new Line(Long.toString(fact.seq()), fact.label(), fact.value()))
                .toList(),
            actor.role() == Role.CASEWORKER ? "/desk/persons/" + entry.record() + "/facts" : null,
            may && stage != null ? stage.label() : null),
        form);
  }

  private static boolean may(Role role, Stage stage) {
    return stage == Stage.CHECK
        ? role == Role.CASEWORKER || role == Role.CERTIFIER
        : role == Role.CERTIFIER || role == Role.REVIEWER;
  }

  @POST
  @Path("{id}/done")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(hidden = true)
  public Response done(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Actor actor = pages.actor();
    Stage stage = verifications.view(id, actor, pages.now()).stage();
    if (!form.ticked("seen")) {
      form.fault("seen", Text.of("请先对照材料", "compare it with the papers first"));
    }
    List<Long> found =
        form.values("mismatch").stream()
            .filter(word -> word.matches("[0-9]{1,18}"))
            .map(Long::valueOf)
            .toList();
    return pages.post(
        form,
        () -> {
          if (stage == Stage.SAMPLE) {
            verifications.sample(id, found, actor, pages.now());
          } else {
            verifications.check(id, found, actor, pages.now());
          }
          return "/desk/verifications";
        },
        () -> entry(id, form));
  }
}
