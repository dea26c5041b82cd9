package huice.entry.page.counter;

import huice.casework.Absent;
import huice.casework.NotAllowed;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Registration;
import huice.casework.Visit;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.IdentityNumber;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Finds a visitor by the number on the card, which a reader types like a keyboard, or registers one
 * at the visitor's own request. Numbers and names travel in bodies only.
 */
@Path("/desk")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class CounterPage {
  private static final int UNPROCESSABLE = 422;
  private static final List<Option> CHANNELS =
      List.of(
          Option.of("counter", "本人到窗口", "at the counter"),
          Option.of("phone", "电话", "by phone"),
          Option.of("online", "网上", "online"),
          Option.of("representative", "由代理人", "by a representative"));
  private static final List<Option> LANGUAGES =
      List.of(
          Option.of("zh", "中文", "Chinese"),
          Option.of("en", "英文", "English"),
          Option.of("ug", "维吾尔文（暂由工作人员念读中文）", "Uyghur; read out for now"));

  private final Persons persons;
  private final Pages pages;

  CounterPage(Persons persons, Pages pages) {
    this.persons = persons;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance counter(Form form, List<Option> purposes);

    static native TemplateInstance register(
        Form form, List<Option> channels, List<Option> languages);
  }

  @GET
  @Path("counter")
  @Operation(hidden = true)
  public TemplateInstance counter() {
    return asked(Form.blank().with("purpose", ""));
  }

  private static TemplateInstance asked(Form form) {
    return Templates.counter(form.with("purpose", ""), Visitor.PURPOSES);
  }

  @POST
  @Path("counter")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response find(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    IdentityNumber number = number(form);
    if (number == null) {
      return Pages.shown(UNPROCESSABLE, () -> asked(form));
    }
    Visit visit = Visitor.of(form.value("purpose"));
    try {
      Person person = persons.find(pages.actor(), number, visit, pages.now().at());
      return Response.seeOther(URI.create(Visitor.address(person.id(), visit))).build();
    } catch (Absent nobody) {
      LocalDate today = pages.today();
      Form blank =
          form.with("channel", "counter").with("language", "zh").with("on", today.toString());
      return Pages.shown(Response.Status.OK.getStatusCode(), () -> registration(blank));
    } catch (NotAllowed other) {
      form.fault(
          "purpose",
          Text.of(
              "此人由另一机构登记。本人在场时，请选择来办什么；不在场不能查看。",
              "Another office registered this person. If the person is here, choose for what; if not,"
                  + " this is not open to you."));
      return Pages.shown(UNPROCESSABLE, () -> asked(form));
    }
  }

  private static TemplateInstance registration(Form form) {
    return Templates.register(form, CHANNELS, LANGUAGES);
  }

  @POST
  @Path("persons")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response register(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    LocalDate today = pages.today();
    IdentityNumber number = number(form);
    String name = form.text("name");
    LocalDate on = form.day("on", today);
    String channel = form.choice("channel", Persons.CHANNELS);
    String language = form.choice("language", LANGUAGES.stream().map(Option::value).toList());
    LocalDate consent = form.ticked("consent") ? on : null;
    Visit visit = Visitor.of(form.value("purpose"));
    return pages.post(
        form,
        () -> {
          if (number == null) {
            throw new IllegalStateException("a missing number is a fault");
          }
          Person person =
              persons.register(
                  pages.actor(),
                  new Registration(number, name, language, on, channel, consent),
                  pages.now().at());
          return Visitor.address(person.id(), visit);
        },
        () -> registration(form));
  }

  /** The number as a card has it; a reader may put spaces or a small x. Null after a fault. */
  private @Nullable IdentityNumber number(Form form) {
    String text = form.value("number").replaceAll("\\s", "");
    IdentityNumber number = IdentityNumber.of(text, pages.today()).orElse(null);
    if (number == null) {
      form.fault(
          "number",
          text.isEmpty()
              ? Text.of("请填写身份证号码", "write the identity number")
              : Text.of(
                  "号码不对：请核对 18 位（或 15 位）和最后一位校验码",
                  "this is no valid number: check the 18 (or 15) digits and the last one"));
    }
    return number;
  }
}
