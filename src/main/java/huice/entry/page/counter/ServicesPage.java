package huice.entry.page.counter;

import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Visit;
import huice.casework.task.Part;
import huice.casework.task.PersonServices;
import huice.casework.task.Way;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The services that a visitor asked for: asking, choosing how, and stopping, each in one step. */
@Path("/desk/persons/{id}/services")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class ServicesPage {
  private final PersonServices services;
  private final Persons persons;
  private final Pages pages;

  ServicesPage(PersonServices services, Persons persons, Pages pages) {
    this.services = services;
    this.persons = persons;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance services(
        Head head, View view, Form form, List<Option> ways, List<Option> parts);
  }

  /** What goes on, what was stopped, and what can be asked for. */
  record View(
      List<PersonServices.Asked> going, List<PersonServices.Asked> stopped, List<Option> offered) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance page(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, Visitor.of(purpose), Form.blank());
  }

  private TemplateInstance shown(UUID id, Visit visit, Form form) {
    Person person = persons.open(pages.actor(), id, visit, "services", pages.now().at());
    PersonServices.View all = services.of(person.id(), pages.actor(), visit, pages.now());
    List<PersonServices.Asked> going =
        all.asked().stream().filter(one -> one.stoppedOn() == null).toList();
    List<Option> offered =
        all.offered().stream()
            .filter(one -> going.stream().noneMatch(a -> one.scheme().equals(a.scheme())))
            .map(one -> new Option(one.scheme(), Text.of(one.title(), "")))
            .toList();
    form.with("way", Way.PHONE.name()).with("part", Part.ANY.name());
    return Templates.services(
        Head.of(person, visit),
        new View(
            going, all.asked().stream().filter(one -> one.stoppedOn() != null).toList(), offered),
        form,
        Way.wishes().stream().map(way -> new Option(way.name(), way.label())).toList(),
        Arrays.stream(Part.values()).map(part -> new Option(part.name(), part.label())).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response ask(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Visit visit = Visitor.of(purpose);
    String scheme = form.text("scheme");
    PersonServices.Wish wish = wish(form);
    return pages.post(
        form,
        () -> {
          services.ask(id, scheme, wish, pages.actor(), visit, pages.now());
          return address(id, visit);
        },
        () -> shown(id, visit, form));
  }

  private static PersonServices.Wish wish(Form form) {
    String way = form.choice("way", Way.wishes().stream().map(Enum::name).toList());
    String part = form.choice("part", Arrays.stream(Part.values()).map(Enum::name).toList());
    return new PersonServices.Wish(
        way.isEmpty() ? Way.PHONE : Way.valueOf(way),
        part.isEmpty() ? Part.ANY : Part.valueOf(part));
  }

  private static String address(UUID id, Visit visit) {
    return "/desk/persons/" + id + "/services" + Visitor.query(visit);
  }

  @POST
  @Path("wishes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response choose(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Visit visit = Visitor.of(purpose);
    String request = form.text("request");
    PersonServices.Wish wish = wish(form);
    return pages.post(
        form,
        () -> {
          services.choose(id, request, wish, pages.actor(), visit, pages.now());
          return address(id, visit);
        },
        () -> shown(id, visit, form));
  }

  @POST
  @Path("stops")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response stop(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Visit visit = Visitor.of(purpose);
    String request = form.text("request");
    return pages.post(
        form,
        () -> {
          services.stop(id, request, pages.actor(), visit, pages.now());
          return address(id, visit);
        },
        () -> shown(id, visit, form));
  }
}
