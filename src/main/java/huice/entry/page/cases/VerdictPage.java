package huice.entry.page.cases;

import huice.casework.Absent;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Proposals;
import huice.casework.decision.Verdicts;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Result;
import huice.model.Text;
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

/** What people decide otherwise than the rules; adverse verdicts stop at a page of their own. */
@Path("/desk/applications")
@Blocking
@Produces("text/html; charset=UTF-8")
public class VerdictPage {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private final Proposals proposals;
  private final Verdicts verdicts;
  private final Cases cases;
  private final Pages pages;

  VerdictPage(Proposals proposals, Verdicts verdicts, Cases cases, Pages pages) {
    this.proposals = proposals;
    this.verdicts = verdicts;
    this.cases = cases;
    this.pages = pages;
  }

  private DecisionView.Brief latest(UUID id) {
    DecisionView.Brief latest = Cases.latest(cases.read(id));
    if (latest == null) {
      throw new Absent(Text.of("还没有处理意见", "nothing has been proposed yet"));
    }
    return latest;
  }

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
    return ActForms.Templates.act(
        new ActForm(
            ActForms.page(id) + "/override",
            ActForms.page(id),
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
          return ActForms.page(id);
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
    if (adverse && form.ticked(Stopping.STOPPED)) {
      Stopping.knowing(form);
    }
    if (adverse && !form.ticked(Stopping.KNOWING)) {
      return Pages.shown(
          form.faulty() ? UNPROCESSABLE : OK, () -> stop(id, act, verdict, keep, form));
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
    return Stopping.Templates.stop(
        new StopView(
            ActForms.page(id) + "/" + act,
            ActForms.page(id),
            Text.of("先停一下：这对本人不利", "Stop here first: this is against the person"),
            true,
            Meaning.ofVerdict(view, verdict),
            List.of(),
            view.said(),
            ActForms.page(id) + "/reasons",
            keep,
            Text.of("提出这个不利意见", "Make this adverse proposal"),
            view.version()),
        form,
        Form.blank());
  }

  private TemplateInstance refuseOpening(UUID id, Form form) {
    return ActForms.Templates.act(
        new ActForm(
            ActForms.page(id) + "/refuse-opening",
            ActForms.page(id),
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
    if (whole && form.ticked(Stopping.STOPPED)) {
      Stopping.knowing(form);
    }
    if (whole && !form.ticked(Stopping.KNOWING)) {
      return Pages.shown(
          form.faulty() ? UNPROCESSABLE : OK,
          () -> stop(id, "refuse-opening", null, List.of("code", "text"), form));
    }
    return pages.post(
        form,
        () -> {
          proposals.refuseOpening(
              id, version, Proposals.RefusalCode.valueOf(code), text, pages.actor(), pages.now());
          return ActForms.page(id);
        },
        () -> refuseOpening(id, form));
  }

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
    return ActForms.Templates.act(
        new ActForm(
            ActForms.page(id) + "/review",
            ActForms.page(id),
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
            return ActForms.page(id);
          });
    }
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          verdicts.uphold(id, version, text, pages.actor(), pages.now());
          return ActForms.page(id);
        },
        () -> review(id, form));
  }
}
