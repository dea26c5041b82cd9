package huice.entry.page.cases;

import huice.casework.Visit;
import huice.casework.decision.Delivery;
import huice.casework.decision.Hearing;
import huice.casework.letter.Addresses;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records how the office tried to reach the person, and where the person wants to be reached. */
@Path("/desk/applications")
@Blocking
@RolesAllowed({"caseworker"})
@Produces("text/html; charset=UTF-8")
public class ReachingPage {
  private final Hearing hearing;
  private final Addresses addresses;
  private final Cases cases;
  private final ActForms forms;
  private final Pages pages;

  ReachingPage(Hearing hearing, Addresses addresses, Cases cases, ActForms forms, Pages pages) {
    this.hearing = hearing;
    this.addresses = addresses;
    this.cases = cases;
    this.forms = forms;
    this.pages = pages;
  }

  private static final List<Option> REACHED =
      List.of(Option.of("yes", "联系上了", "reached"), Option.of("no", "没有联系上", "not reached"));

  private TemplateInstance attempt(UUID id, Form form) {
    return forms.shown(
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
    return attempt(id, forms.dated("on"));
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
          return ActForms.page(id);
        },
        () -> attempt(id, form));
  }

  private static List<Option> places() {
    return CaseWords.ways().stream()
        .filter(way -> Delivery.Way.valueOf(way.value()).confirmed())
        .toList();
  }

  private TemplateInstance address(UUID id, Form form) {
    return forms.shown(
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
    return address(id, forms.dated("confirmedOn"));
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
          return ActForms.page(id);
        },
        () -> address(id, form));
  }
}
