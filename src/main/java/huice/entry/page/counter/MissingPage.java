package huice.entry.page.counter;

import com.fasterxml.jackson.databind.JsonNode;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Visit;
import huice.casework.counter.Filing;
import huice.casework.decision.Act;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Delivery;
import huice.casework.decision.Hearing;
import huice.casework.decision.Proposals;
import huice.casework.decision.State;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What an application lacks, told once, complete and on paper (R53). Asking for more later is
 * possible, and stands on the paper as the office's fault.
 */
@Path("/desk/applications/{id}/missing-notice")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class MissingPage {
  private static final List<Option> WAYS =
      List.of(
          Option.of(Delivery.Way.HANDED.name(), "当面交给", "handed over"),
          Option.of(Delivery.Way.POST.name(), "邮寄", "by post"),
          Option.of(Delivery.Way.ELECTRONIC.name(), "送达地址（电子）", "electronically"),
          Option.of(Delivery.Way.PHONE.name(), "电话告知并寄出", "by phone"),
          Option.of(Delivery.Way.REPRESENTATIVE.name(), "交代理人", "to the representative"));

  private final Applications applications;
  private final Proposals proposals;
  private final Hearing hearing;
  private final Persons persons;
  private final Filing filing;
  private final Pages pages;

  MissingPage(
      Applications applications,
      Proposals proposals,
      Hearing hearing,
      Persons persons,
      Filing filing,
      Pages pages) {
    this.applications = applications;
    this.proposals = proposals;
    this.hearing = hearing;
    this.persons = persons;
    this.filing = filing;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance missing(Head head, View view, Form form, List<Option> ways);
  }

  /** {@code now}: what the latest proposal lacks; {@code told}: what was told, in order. */
  record View(
      UUID id,
      String receipt,
      String scheme,
      int version,
      boolean proposed,
      boolean waiting,
      List<Item> now,
      boolean more,
      List<Told> told) {}

  /** Something missing. {@code later}: the person was not told of it the first time. */
  record Item(Text label, Text question, List<String> proofs, boolean later) {}

  /** One telling. */
  record Told(LocalDate on, String by, String to, boolean officeFault, List<Item> items) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, Visitor.of(purpose), Form.blank());
  }

  private TemplateInstance shown(UUID id, Visit visit, Form form) {
    ApplicationView view = applications.view(id, visit, pages.actor(), pages.now());
    Person person =
        persons.open(
            pages.actor(), view.application().record(), visit, "missing", pages.now().at());
    List<Told> told = new ArrayList<>();
    for (ApplicationView.Done act : view.acts()) {
      if (act.act() == Act.TELL_MISSING) {
        told.add(told(act));
      }
    }
    List<String> before =
        told.stream().flatMap(t -> t.items().stream()).map(i -> i.question().zh()).toList();
    List<Item> now = lacking(view, before, !told.isEmpty(), visit);
    form.with("way", Delivery.Way.HANDED.name())
        .with("on", pages.today().toString())
        .with("by", pages.actor().name())
        .with("to", "本人");
    return Templates.missing(
        Head.of(person, visit),
        new View(
            id,
            view.application().receipt(),
            filing.title(view.application().scheme()),
            view.application().version(),
            view.proposal() != null,
            view.application().state() == State.WAITS_FOR_FACTS,
            now,
            now.stream().anyMatch(Item::later),
            told),
        form,
        WAYS);
  }

  private List<Item> lacking(ApplicationView view, List<String> before, boolean told, Visit visit) {
    UUID proposal = view.proposal();
    if (proposal == null || view.application().state() != State.WAITS_FOR_FACTS) {
      return List.of();
    }
    JsonNode outcome = hearing.view(proposal, false, visit, pages.actor(), pages.now()).outcome();
    return items(outcome.at("/outcomes/0/missing"), before, told);
  }

  private static List<Item> items(JsonNode missing, List<String> before, boolean told) {
    List<Item> items = new ArrayList<>();
    for (JsonNode one : missing) {
      List<String> proofs = new ArrayList<>();
      one.path("proofs").forEach(proof -> proofs.add(proof.asText()));
      String question = one.path("question").asText();
      items.add(
          new Item(
              Text.of(one.path("label").asText(), one.path("labelEn").asText()),
              Text.of(question, one.path("questionEn").asText()),
              proofs,
              told && !before.contains(question)));
    }
    return items;
  }

  private static Told told(ApplicationView.Done act) {
    JsonNode content = act.content();
    List<String> later = new ArrayList<>();
    content.path("askedLater").forEach(fact -> later.add(fact.asText()));
    List<Item> items = new ArrayList<>();
    List<Item> plain = items(content.path("missing"), List.of(), false);
    for (int i = 0; i < plain.size(); i++) {
      Item item = plain.get(i);
      String fact = content.path("missing").path(i).path("fact").asText();
      items.add(new Item(item.label(), item.question(), item.proofs(), later.contains(fact)));
    }
    return new Told(
        act.day(),
        content.path("by").asText(),
        content.path("to").asText(),
        content.path("officeFault").asBoolean(),
        items);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response tell(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    int version = form.version("version");
    String here = "/desk/applications/" + id + "/missing-notice" + Visitor.query(visit);
    if (form.has("act", "assess")) {
      return pages.post(
          form,
          () -> {
            proposals.propose(id, version, null, pages.actor(), pages.now());
            return here;
          },
          () -> shown(id, visit, form));
    }
    String way = form.choice("way", WAYS.stream().map(Option::value).toList());
    LocalDate on = form.day("on", pages.today());
    String by = form.text("by");
    String to = form.text("to");
    return pages.post(
        form,
        () -> {
          Delivery how = new Delivery(Delivery.Way.valueOf(way), on, by, to);
          proposals.tellMissing(id, version, how, visit, pages.actor(), pages.now());
          return here;
        },
        () -> shown(id, visit, form));
  }
}
