package huice.entry.page.cases;

import huice.casework.Visit;
import huice.casework.decision.Applications;
import huice.casework.decision.Delivery;
import huice.casework.decision.Hearing;
import huice.casework.decision.Verdicts;
import huice.casework.letter.Addresses;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Records what the person says and does, and how the office tried to reach the person. */
@Path("/desk/applications")
@Blocking
@RolesAllowed({"caseworker"})
@Produces("text/html; charset=UTF-8")
public class ActPage {
  private final Applications applications;
  private final Hearing hearing;
  private final Verdicts verdicts;
  private final Addresses addresses;
  private final Cases cases;
  private final Pages pages;

  ActPage(
      Applications applications,
      Hearing hearing,
      Verdicts verdicts,
      Addresses addresses,
      Cases cases,
      Pages pages) {
    this.applications = applications;
    this.hearing = hearing;
    this.verdicts = verdicts;
    this.addresses = addresses;
    this.cases = cases;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance act(ActForm act, Form form);
  }

  private static String page(UUID id) {
    return "/desk/applications/" + id;
  }

  private static String page(UUID id, Visit visit) {
    return page(id) + Here.query(visit);
  }

  /** What a visitor of another office came for, as the form carries it. */
  private static Visit visit(Form form) {
    return Here.of(form.value("purpose"));
  }

  /** A form for an act, with the version of now. */
  private TemplateInstance shown(
      UUID id, String act, Text title, List<Text> lead, List<ActForm.Field> fields, Form form) {
    int version = cases.read(id).application().version();
    return Templates.act(
        new ActForm(
            page(id) + "/" + act, page(id), title, lead, fields, Text.of("记下", "Record"), version),
        form);
  }

  private Form dated(String field) {
    return Form.blank().with(field, pages.today().toString());
  }

  // What the person says -----------------------------------------------------------------------

  private TemplateInstance comment(UUID id, Form form) {
    return shown(
        id,
        "comment",
        Text.of("记下本人意见", "Record what the person says"),
        List.of(
            Text.of(
                "照本人的话写，不要概括。作决定的人须重新打开理由，看到这段话。",
                "In the person's own words. Whoever decides has to open the reasons again and see it.")),
        List.of(ActForm.Field.of("area", "text", "本人的话", "In the person's words")),
        form);
  }

  @GET
  @Path("{id}/comment")
  @Operation(hidden = true)
  public TemplateInstance comment(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return comment(id, Form.blank().with("purpose", purpose));
  }

  @POST
  @Path("{id}/comment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response commented(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          hearing.comment(id, version, text, visit(form), pages.actor(), pages.now());
          return page(id, visit(form));
        },
        () -> comment(id, form));
  }

  private TemplateInstance object(UUID id, Form form) {
    return shown(
        id,
        "object",
        Text.of("记下异议", "Record an objection"),
        List.of(
            Text.of(
                "在期限内提出的，不利的决定停止执行，正在享受的待遇照发；由作决定以外的人复核。",
                "In time it holds an adverse decision, and a benefit goes on; another person reviews it.")),
        List.of(
            ActForm.Field.of("day", "on", "提出的日期", "Day of the objection"),
            ActForm.Field.of("area", "text", "本人的话", "In the person's words")),
        form);
  }

  @GET
  @Path("{id}/object")
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(hidden = true)
  public TemplateInstance object(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return object(id, dated("on").with("purpose", purpose));
  }

  @POST
  @Path("{id}/object")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(hidden = true)
  public Response objected(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    LocalDate on = form.day("on", pages.today());
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          verdicts.object(id, version, on, text, visit(form), pages.actor(), pages.now());
          return page(id, visit(form));
        },
        () -> object(id, form));
  }

  private TemplateInstance withdraw(UUID id, Form form) {
    return shown(
        id,
        "withdraw",
        Text.of("本人撤回", "Withdrawal by the person"),
        List.of(
            Text.of(
                "撤回是本人自己的事：须有本人签名的撤回书。不是本人提出的，不要办理。",
                "Withdrawing is the person's own act: a paper signed by the person is needed.")),
        List.of(
            ActForm.Field.of("day", "signedOn", "本人签名的日期", "Day of the signature"),
            ActForm.Field.hinted(
                "text", "document", "撤回书存放处", "Where the signed paper is kept", "如 档案 2024-31 号")),
        form);
  }

  @GET
  @Path("{id}/withdraw")
  @Operation(hidden = true)
  public TemplateInstance withdraw(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return withdraw(id, Form.blank().with("purpose", purpose));
  }

  @POST
  @Path("{id}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response withdrawn(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    LocalDate signed = form.day("signedOn", pages.today());
    String document = form.text("document");
    return pages.post(
        form,
        () -> {
          applications.withdraw(
              id, version, signed, document, visit(form), pages.actor(), pages.now());
          return page(id, visit(form));
        },
        () -> withdraw(id, form));
  }

  // How the person is reached ------------------------------------------------------------------

  private static final List<Option> REACHED =
      List.of(Option.of("yes", "联系上了", "reached"), Option.of("no", "没有联系上", "not reached"));

  private TemplateInstance attempt(UUID id, Form form) {
    return shown(
        id,
        "attempt",
        Text.of("记下再次联系", "Record a further attempt"),
        List.of(
            Text.of(
                "没有联系上只是本机构的一件待办，对本人没有任何影响。",
                "Not reaching somebody is a task for the office and changes nothing for the person.")),
        List.of(
            ActForm.Field.among("choices", "way", "怎样联系", "How", CaseWords.ways()),
            ActForm.Field.of("day", "on", "日期", "Day"),
            ActForm.Field.among("choices", "reached", "结果", "Outcome", REACHED)),
        form);
  }

  @GET
  @Path("{id}/attempt")
  @Operation(hidden = true)
  public TemplateInstance attempt(@PathParam("id") UUID id) {
    return attempt(id, dated("on"));
  }

  @POST
  @Path("{id}/attempt")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response attempted(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String way = form.choice("way", CaseWords.values(CaseWords.ways()));
    LocalDate on = form.day("on", pages.today());
    String reached = form.choice("reached", CaseWords.values(REACHED));
    return pages.post(
        form,
        () -> {
          hearing.attempt(
              id,
              version,
              Delivery.Way.valueOf(way),
              on,
              reached.equals("yes"),
              pages.actor(),
              pages.now());
          return page(id);
        },
        () -> attempt(id, form));
  }

  private static List<Option> places() {
    return CaseWords.ways().stream()
        .filter(way -> Delivery.Way.valueOf(way.value()).confirmed())
        .toList();
  }

  private TemplateInstance address(UUID id, Form form) {
    return shown(
        id,
        "address",
        Text.of("本人确认的地址或者号码", "Where the person wants to be reached"),
        List.of(
            Text.of(
                "邮寄、电子送达和电话告知以前，请本人当面、签字或者来电确认。新的确认代替以前的。",
                "Before post, electronic delivery or a call the person confirms it. A new one takes the place of the old.")),
        List.of(
            ActForm.Field.among("choices", "way", "用于", "For", places()),
            ActForm.Field.of("text", "address", "地址、号码或者账号", "Address, number or account"),
            ActForm.Field.of("day", "confirmedOn", "本人确认的日期", "Day of the confirmation")),
        form);
  }

  @GET
  @Path("{id}/address")
  @Operation(hidden = true)
  public TemplateInstance address(@PathParam("id") UUID id) {
    return address(id, dated("confirmedOn"));
  }

  @POST
  @Path("{id}/address")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response addressed(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String way = form.choice("way", CaseWords.values(places()));
    String address = form.text("address");
    LocalDate on = form.day("confirmedOn", pages.today());
    return pages.post(
        form,
        () -> {
          addresses.confirm(
              cases.read(id).application().record(),
              new Addresses.Confirmed(Delivery.Way.valueOf(way), address, on),
              Visit.NONE,
              pages.actor(),
              pages.now());
          return page(id);
        },
        () -> address(id, form));
  }
}
