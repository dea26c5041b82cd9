package huice.entry.page.cases;

import huice.casework.Absent;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hindrances;
import huice.casework.decision.Proposals;
import huice.casework.decision.Verdicts;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Result;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What people in charge decide; before anything adverse there is a page that stops them. */
@Path("/desk/applications")
@Blocking
@Produces("text/html; charset=UTF-8")
public class VerdictPage {
  /** The box that says one knows what it means. */
  private static final String KNOWING = "knowing";

  private static final String STOPPED = "stopped";
  private static final int OK = 200;

  private final Applications applications;
  private final Proposals proposals;
  private final Verdicts verdicts;
  private final Hindrances hindrances;
  private final Cases cases;
  private final Pages pages;

  VerdictPage(
      Applications applications,
      Proposals proposals,
      Verdicts verdicts,
      Hindrances hindrances,
      Cases cases,
      Pages pages) {
    this.applications = applications;
    this.proposals = proposals;
    this.verdicts = verdicts;
    this.hindrances = hindrances;
    this.cases = cases;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance stop(StopView stop, Form form, Form reading);
  }

  private static String page(UUID id) {
    return "/desk/applications/" + id;
  }

  // Confirming ---------------------------------------------------------------------------------

  private TemplateInstance confirm(UUID id, Form form) {
    CaseView view = cases.view(id);
    CaseView.Proposal proposal = view.proposal();
    if (proposal == null) {
      throw new Absent(Text.of("还没有处理意见", "nothing has been proposed yet"));
    }
    List<Text> means =
        proposal.adverse() ? Meaning.ofAdverse(view, proposal) : Meaning.ofGrant(view, proposal);
    return Templates.stop(
        new StopView(
            page(id) + "/confirm",
            page(id),
            proposal.adverse()
                ? Text.of("先停一下：这个决定对本人不利", "Stop here first: this is against the person")
                : Text.of("确认这个决定", "Confirm this decision"),
            proposal.adverse(),
            means,
            hindrances.confirming(id, pages.actor(), pages.now()).stream()
                .map(c -> new StopView.Need(CaseWords.needs(c.guard()), c.holds()))
                .toList(),
            view.said(),
            page(id) + "/reasons",
            List.of(),
            proposal.adverse()
                ? Text.of("确认，不利决定生效", "Confirm; the adverse decision takes effect")
                : Text.of("确认，决定生效", "Confirm; the decision takes effect"),
            view.version()),
        form,
        Form.blank());
  }

  @GET
  @Path("{id}/confirm")
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(hidden = true)
  public TemplateInstance confirm(@PathParam("id") UUID id) {
    return confirm(id, Form.blank());
  }

  @POST
  @Path("{id}/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(hidden = true)
  public Response confirmed(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    DecisionView.Brief latest = latest(id);
    if (latest.adverse()) {
      knowing(form);
    }
    return pages.post(
        form,
        () -> {
          verdicts.confirm(latest.id(), version, pages.actor(), pages.now());
          return page(id);
        },
        () -> confirm(id, form));
  }

  private static void knowing(Form form) {
    if (!form.ticked(KNOWING)) {
      form.fault(KNOWING, Text.of("请先看清对本人意味着什么", "read what it means for the person first"));
    }
  }

  private DecisionView.Brief latest(UUID id) {
    DecisionView.Brief latest = Cases.latest(cases.read(id));
    if (latest == null) {
      throw new Absent(Text.of("还没有处理意见", "nothing has been proposed yet"));
    }
    return latest;
  }

  // Deciding otherwise -------------------------------------------------------------------------

  private static final List<Option> RESULTS =
      CaseWords.options(
              new Result[] {
                Result.ELIGIBLE,
                Result.NOT_ELIGIBLE,
                Result.KEPT,
                Result.NOT_KEPT,
                Result.DUE,
                Result.NOT_DUE
              },
              r -> CaseWords.result(r.name()))
          .stream()
          .toList();

  private static List<ActForm.Field> verdict() {
    return List.of(
        ActForm.Field.among("choices", "result", "结果", "Result", RESULTS),
        ActForm.Field.hinted("text", "amount", "金额（元）", "Sum in yuan", "准予时填写，如 1000.00"),
        ActForm.Field.among("pick", "code", "理由代码", "Code", CaseWords.codes()),
        ActForm.Field.hinted(
            "area", "text", "理由", "Reasons", "会原样写进给本人的决定书 The person will read it in the letter"));
  }

  private TemplateInstance override(UUID id, Form form) {
    return ActPage.Templates.act(
        new ActForm(
            page(id) + "/override",
            page(id),
            Text.of("改判", "Override"),
            List.of(
                Text.of(
                    "由您作出与规则测算不同的决定，以后的测算不会改动它。对本人不利的，只是一个新的意见，须送达、听取意见，并由另一人确认。",
                    "You decide otherwise than the rules. What is against the person is a proposal only: delivered, heard, and confirmed by somebody else.")),
            verdict(),
            Text.of("继续", "Continue"),
            cases.read(id).application().version()),
        form);
  }

  @GET
  @Path("{id}/override")
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(hidden = true)
  public TemplateInstance override(@PathParam("id") UUID id) {
    return override(id, Form.blank());
  }

  @POST
  @Path("{id}/override")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(hidden = true)
  public Response overridden(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    Verdicts.@Nullable Verdict verdict = verdict(form);
    DecisionView.Brief latest = latest(id);
    return decided(
        id,
        form,
        verdict,
        "override",
        List.of("result", "amount", "code", "text"),
        () -> override(id, form),
        () -> {
          verdicts.override(latest.id(), version, whole(verdict), pages.actor(), pages.now());
          return page(id);
        });
  }

  private static Verdicts.Verdict whole(Verdicts.@Nullable Verdict verdict) {
    if (verdict == null) {
      throw new IllegalStateException("a missing field is a fault");
    }
    return verdict;
  }

  /** Null after a fault. */
  private static Verdicts.@Nullable Verdict verdict(Form form) {
    String result = form.choice("result", CaseWords.values(RESULTS));
    String code = form.choice("code", CaseWords.values(CaseWords.codes()));
    String text = form.text("text");
    BigDecimal amount = null;
    String sum = form.optional("amount");
    if (sum != null) {
      if (sum.replace(",", "").matches("\\d{1,10}(\\.\\d{1,2})?")) {
        amount = new BigDecimal(sum.replace(",", "")).setScale(2);
      } else {
        form.fault("amount", Text.of("请写金额，如 1000.00", "write a sum such as 1000.00"));
      }
    }
    return form.faulty()
        ? null
        : new Verdicts.Verdict(Result.valueOf(result), amount, Verdicts.Code.valueOf(code), text);
  }

  /** Stops before what is against the person, with all that was typed; then does it. */
  private Response decided(
      UUID id,
      Form form,
      Verdicts.@Nullable Verdict verdict,
      String act,
      List<String> keep,
      Supplier<TemplateInstance> again,
      Supplier<String> work) {
    boolean adverse = verdict != null && adverse(id, verdict);
    if (adverse && form.ticked(STOPPED)) {
      knowing(form);
    }
    if (adverse && !form.ticked(KNOWING)) {
      return Pages.shown(form.faulty() ? 422 : OK, () -> stop(id, act, verdict, keep, form));
    }
    return pages.post(form, work, again);
  }

  private boolean adverse(UUID id, Verdicts.Verdict verdict) {
    BigDecimal claimed = cases.read(id).application().claimed();
    BigDecimal amount = verdict.amount();
    return verdict.result().adverse()
        || verdict.result() == Result.NOT_DUE
        || (claimed != null && amount != null && amount.compareTo(claimed) < 0);
  }

  private TemplateInstance stop(
      UUID id, String act, Verdicts.@Nullable Verdict verdict, List<String> keep, Form form) {
    CaseView view = cases.view(id);
    return Templates.stop(
        new StopView(
            page(id) + "/" + act,
            page(id),
            Text.of("先停一下：这对本人不利", "Stop here first: this is against the person"),
            true,
            Meaning.ofVerdict(view, verdict),
            List.of(),
            view.said(),
            page(id) + "/reasons",
            keep,
            Text.of("提出这个不利意见", "Make this adverse proposal"),
            view.version()),
        form,
        Form.blank());
  }

  private TemplateInstance refuseOpening(UUID id, Form form) {
    return ActPage.Templates.act(
        new ActForm(
            page(id) + "/refuse-opening",
            page(id),
            Text.of("拟不予受理", "Refuse to open the case"),
            List.of(
                Text.of(
                    "不予受理与拒绝一样是不利决定：有理由、有期限、可以异议，由另一人确认。",
                    "Not opening a case is as adverse as a refusal: with reasons, time to comment, a way to object.")),
            List.of(
                ActForm.Field.among("choices", "code", "理由代码", "Code", CaseWords.refusals()),
                ActForm.Field.of("area", "text", "理由", "Reasons")),
            Text.of("继续", "Continue"),
            cases.read(id).application().version()),
        form);
  }

  @GET
  @Path("{id}/refuse-opening")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance refuseOpening(@PathParam("id") UUID id) {
    return refuseOpening(id, Form.blank());
  }

  @POST
  @Path("{id}/refuse-opening")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response refusedOpening(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String code = form.choice("code", CaseWords.values(CaseWords.refusals()));
    String text = form.text("text");
    boolean whole = !form.faulty();
    if (whole && form.ticked(STOPPED)) {
      knowing(form);
    }
    if (whole && !form.ticked(KNOWING)) {
      return Pages.shown(
          form.faulty() ? 422 : OK,
          () -> stop(id, "refuse-opening", null, List.of("code", "text"), form));
    }
    return pages.post(
        form,
        () -> {
          proposals.refuseOpening(
              id, version, Proposals.RefusalCode.valueOf(code), text, pages.actor(), pages.now());
          return page(id);
        },
        () -> refuseOpening(id, form));
  }

  // Reviewing and closing ----------------------------------------------------------------------

  private static final List<Option> OUTCOMES =
      List.of(
          Option.of("uphold", "维持", "leave it as it is"),
          Option.of("change", "改变", "decide otherwise"));

  private TemplateInstance review(UUID id, Form form) {
    List<ActForm.Field> fields = new ArrayList<>();
    fields.add(ActForm.Field.among("choices", "outcome", "复核结果", "Outcome", OUTCOMES));
    fields.add(
        ActForm.Field.hinted(
            "area",
            "text",
            "复核意见",
            "What the review found",
            "会原样写进给本人的文书 The person will read it"));
    fields.add(ActForm.Field.among("pick", "result", "改变的：结果", "If changed: result", RESULTS));
    fields.add(
        ActForm.Field.hinted("text", "amount", "改变的：金额（元）", "If changed: sum in yuan", "准予时填写"));
    fields.add(
        ActForm.Field.among("pick", "code", "改变的：理由代码", "If changed: code", CaseWords.codes()));
    CaseView view = cases.view(id);
    List<Text> lead = new ArrayList<>();
    view.said()
        .forEach(
            said ->
                lead.add(
                    Text.of(
                        said.day() + " " + said.act().zh() + "：" + said.text(), said.act().en())));
    return ActPage.Templates.act(
        new ActForm(
            page(id) + "/review",
            page(id),
            Text.of("复核", "Review"),
            lead,
            fields,
            Text.of("作出复核决定", "Decide"),
            view.version()),
        form);
  }

  @GET
  @Path("{id}/review")
  @RolesAllowed("reviewer")
  @Operation(hidden = true)
  public TemplateInstance review(@PathParam("id") UUID id) {
    return review(id, Form.blank());
  }

  @POST
  @Path("{id}/review")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("reviewer")
  @Operation(hidden = true)
  public Response reviewed(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String outcome = form.choice("outcome", CaseWords.values(OUTCOMES));
    if (outcome.equals("change")) {
      Verdicts.@Nullable Verdict verdict = verdict(form);
      return decided(
          id,
          form,
          verdict,
          "review",
          List.of("outcome", "result", "amount", "code", "text"),
          () -> review(id, form),
          () -> {
            verdicts.change(id, version, whole(verdict), pages.actor(), pages.now());
            return page(id);
          });
    }
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          verdicts.uphold(id, version, text, pages.actor(), pages.now());
          return page(id);
        },
        () -> review(id, form));
  }

  private TemplateInstance close(UUID id, Form form) {
    ApplicationView view = cases.read(id);
    CaseView shown = cases.view(id);
    return Templates.stop(
        new StopView(
            page(id) + "/close",
            page(id),
            Text.of("先停一下：因材料不全结案", "Stop here first: closing for lack of documents"),
            true,
            Meaning.ofClosing(),
            List.of(),
            shown.said(),
            page(id) + "/reasons",
            List.of(),
            Text.of("结案", "Close"),
            view.application().version()),
        form,
        Form.blank());
  }

  @GET
  @Path("{id}/close")
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public TemplateInstance close(@PathParam("id") UUID id) {
    return close(id, Form.blank());
  }

  @POST
  @Path("{id}/close")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response closed(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    knowing(form);
    return pages.post(
        form,
        () -> {
          applications.close(id, version, pages.actor(), pages.now());
          return page(id);
        },
        () -> close(id, form));
  }
}
