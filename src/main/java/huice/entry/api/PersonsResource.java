package huice.entry.api;

import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Prints;
import huice.casework.Registration;
import huice.casework.Visit;
import huice.casework.money.MoneyHeld;
import huice.model.IdentityNumber;
import huice.model.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Persons, registered at their own request. Identity numbers stand in bodies only, never in an
 * address.
 */
@Path("/api/persons")
@Tag(name = "persons", description = "人员 Persons")
@Produces(MediaType.APPLICATION_JSON)
public class PersonsResource {
  private static final int MOST = 50;

  private final Persons persons;
  private final Prints prints;
  private final MoneyHeld money;
  private final Caller caller;
  private final Writes writes;
  private final Clock clock;

  PersonsResource(
      Persons persons, Prints prints, MoneyHeld money, Caller caller, Writes writes, Clock clock) {
    this.persons = persons;
    this.prints = prints;
    this.money = money;
    this.caller = caller;
    this.writes = writes;
    this.clock = clock;
  }

  /** The form of a registration; for the description only. */
  @Schema(name = "NewPerson")
  record NewPerson(
      @Schema(required = true, description = "身份证件号码，18 位或 15 位") String number,
      @Schema(required = true) String name,
      @Schema(description = "信件的语言，不写为 zh The language of letters") @Nullable String language,
      @Schema(required = true, format = "date", description = "本人提出的日期 The day of the own request")
          String registeredOn,
      @Schema(
              required = true,
              enumeration = {"counter", "phone", "online", "representative"})
          String channel,
      @Schema(format = "date") @Nullable String consentOn) {}

  /** The form of a search; for the description only. */
  @Schema(name = "PersonNumber")
  record PersonNumber(@Schema(required = true) String number) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "registerPerson",
      summary = "应本人要求登记 Register a person at their own request")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NewPerson.class)))
  @APIResponse(
      responseCode = "201",
      description = "已登记 Registered",
      content = @Content(schema = @Schema(implementation = Person.class)))
  public Response register(@Context HttpHeaders headers, SentBody body) {
    Registration request = registration(body);
    return writes.once(
        headers,
        body,
        () -> Writes.Answer.created(persons.register(caller.actor(), request, clock.instant())));
  }

  private Registration registration(SentBody body) {
    LocalDate today = LocalDate.now(clock);
    Fields fields =
        Fields.of(body, "number", "name", "language", "registeredOn", "channel", "consentOn");
    IdentityNumber number = number(fields, today);
    String name = fields.text("name");
    String language = fields.optional("language");
    if (language != null && !language.matches("[a-z]{2,3}(-[A-Za-z]{2,8})?")) {
      fields.fault(
          "language",
          Text.of("不是语言代码", "this is no language code"),
          Text.of("请写 zh、ug 或 en 等", "write zh, ug, en …"));
    }
    LocalDate on = fields.day("registeredOn", today);
    String channel = fields.oneOf("channel", Persons.CHANNELS);
    LocalDate consent = fields.optionalDay("consentOn", today);
    fields.check();
    if (number == null) {
      throw new IllegalStateException("a missing number is a fault");
    }
    return new Registration(number, name, language == null ? "zh" : language, on, channel, consent);
  }

  private static @Nullable IdentityNumber number(Fields fields, LocalDate today) {
    String text = fields.text("number");
    IdentityNumber number = IdentityNumber.of(text, today).orElse(null);
    if (number == null && !text.isEmpty()) {
      fields.fault(
          "number",
          Text.of("不是有效的身份证件号码", "this is no valid identity number"),
          Text.of("请核对 18 位（或 15 位）号码和校验码", "check the 18 (or 15) digits and the check digit"));
    }
    return number;
  }

  @POST
  @KeepsNothing
  @Path("/find")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor"})
  @Operation(
      operationId = "findPerson",
      summary = "按号码查找，号码在请求体中 Find a person by number, which stands in the body")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonNumber.class)))
  @APIResponse(
      responseCode = "200",
      description = "此人 The person",
      content = @Content(schema = @Schema(implementation = Person.class)))
  public Person find(
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    Fields fields = Fields.of(body, "number");
    IdentityNumber number = number(fields, LocalDate.now(clock));
    fields.check();
    if (number == null) {
      throw new IllegalStateException("a missing number is a fault");
    }
    return persons.find(caller.actor(), number, visit, clock.instant());
  }

  @GET
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "personsOfOffice",
      summary = "本机构登记的人，姓名和号码遮盖 The own office's persons, masked",
      description = "每页 50 人；查看会记入日志。 50 a page; every look is logged.")
  public List<Person> ofOffice(
      @Context UriInfo address, @QueryParam("page") @Nullable String page) {
    return persons.ofOffice(caller.actor(), Query.page(address, page), MOST, clock.instant());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"caseworker", "reviewer", "certifier", "auditor"})
  @Operation(operationId = "person", summary = "一个人的登记 One person's registration")
  public Person person(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return persons.open(
        caller.actor(), Ids.of(id), Visits.of(present, purpose), "registration", clock.instant());
  }

  @GET
  @Path("/{id}/print")
  @RolesAllowed({"caseworker", "auditor"})
  @Operation(
      operationId = "printPerson",
      summary =
          "本机构所存的全部内容、来源和查看记录，供本人 All that is held, its sources and who read it, for the person")
  @APIResponse(
      responseCode = "200",
      description = "全部内容 Everything",
      content = @Content(schema = @Schema(implementation = PrintView.class)))
  public PrintView print(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    Visit visit = Visits.of(present, purpose);
    Prints.Print print = prints.of(caller.actor(), Ids.of(id), visit, clock.instant());
    return PrintView.of(print, money.of(print.person().id(), caller.actor(), visit));
  }
}
