package huice.entry.page.money;

import huice.casework.decision.Now;
import huice.casework.money.Awards;
import huice.casework.money.BatchView;
import huice.casework.money.Batches;
import huice.casework.money.Budgets;
import huice.casework.money.MoneySettings;
import huice.casework.money.Notices;
import huice.casework.money.Payments;
import huice.casework.money.Queues;
import huice.entry.page.Form;
import huice.entry.page.Option;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The money of the year: what there is, who waits for it, what was paid and what failed. */
@Path("/desk/money")
@Blocking
@Produces("text/html; charset=UTF-8")
public class MoneyPage {
  private final Budgets budgets;
  private final Queues queues;
  private final Batches batches;
  private final Payments payments;
  private final Notices notices;
  private final Awards awards;
  private final MoneySettings settings;
  private final Pages pages;

  MoneyPage(
      Budgets budgets,
      Queues queues,
      Batches batches,
      Payments payments,
      Notices notices,
      Awards awards,
      MoneySettings settings,
      Pages pages) {
    this.budgets = budgets;
    this.queues = queues;
    this.batches = batches;
    this.payments = payments;
    this.notices = notices;
    this.awards = awards;
    this.settings = settings;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "money")
  static class Templates {
    private Templates() {}

    static native TemplateInstance money(View view, Form form);

    static native TemplateInstance budget(Form form, List<Option> funds, List<Option> schemes);

    static native TemplateInstance queue(QueueView view, Form form);
  }

  /** The overview. */
  record View(
      LocalDate today,
      boolean makes,
      boolean certifies,
      List<BudgetLine> budgets,
      List<Payments.Task> tasks,
      List<BatchView> batches,
      List<Notices.View> notices) {}

  /** A budget as a page shows it. */
  record BudgetLine(
      String fund,
      Text title,
      boolean whole,
      @Nullable BigDecimal amount,
      BigDecimal used,
      @Nullable BigDecimal left,
      @Nullable String reference) {}

  /** A fund's queue. */
  record QueueView(
      String fund,
      Text title,
      int year,
      @Nullable BigDecimal left,
      boolean makes,
      List<Place> places,
      List<Option> toShow) {}

  /** Somebody in the queue. */
  record Place(
      int place,
      String application,
      @Nullable String payee,
      Text scheme,
      String office,
      boolean statutory,
      boolean hardship,
      LocalDate completeOn,
      String periods,
      BigDecimal amount,
      Text lack,
      boolean ready) {}

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance money() {
    Actor actor = pages.actor();
    Now now = pages.now();
    List<BudgetLine> lines =
        budgets.lines(now.today().getYear()).stream().map(this::budget).toList();
    return Templates.money(
        new View(
            now.today(),
            actor.role() == Role.CASEWORKER,
            actor.role() == Role.CERTIFIER,
            lines,
            payments.tasks(actor, now),
            batches.list(),
            notices.all()),
        Form.blank());
  }

  private BudgetLine budget(Budgets.Line line) {
    String scheme = line.scheme();
    return new BudgetLine(
        line.fund(),
        scheme == null ? line.fundText() : awards.title(scheme),
        scheme == null,
        line.amount(),
        line.used(),
        line.left(),
        line.reference());
  }

  @GET
  @Path("budgets")
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public TemplateInstance newBudget() {
    return budgetForm(Form.blank().with("year", Integer.toString(pages.today().getYear())));
  }

  private TemplateInstance budgetForm(Form form) {
    List<Option> funds = new ArrayList<>();
    settings.funds().forEach((id, title) -> funds.add(new Option(id, title)));
    List<Option> schemes = new ArrayList<>(List.of(Option.of("", "整个资金", "the whole fund")));
    settings.schemes().forEach(s -> schemes.add(new Option(s.scheme(), awards.title(s.scheme()))));
    return Templates.budget(form.with("fund", funds.get(0).value()), funds, schemes);
  }

  @POST
  @Path("budgets")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response enterBudget(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String fund = form.choice("fund", settings.fundIds());
    String scheme = form.optional("scheme");
    int year = form.version("year");
    BigDecimal amount = Typed.sum(form, "amount");
    String reference = form.text("reference");
    return pages.post(
        form,
        () -> {
          budgets.enter(
              new Budgets.Entry(fund, scheme, year, amount, reference), pages.actor(), pages.now());
          return "/desk/money";
        },
        () -> budgetForm(form));
  }

  @GET
  @Path("queues/{fund}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance queue(@PathParam("fund") String fund) {
    return queue(fund, Form.blank());
  }

  private TemplateInstance queue(String fund, Form form) {
    Actor actor = pages.actor();
    Queues.View view = queues.view(fund, actor, pages.now());
    List<Option> toShow =
        view.places().stream()
            .filter(line -> line.lack() == Queues.Lack.NOTICE)
            .map(Queues.Line::scheme)
            .distinct()
            .map(scheme -> new Option(scheme, awards.title(scheme)))
            .toList();
    return Templates.queue(
        new QueueView(
            fund,
            view.fundText(),
            view.year(),
            view.left(),
            actor.role() == Role.CASEWORKER,
            view.places().stream().map(this::place).toList(),
            toShow),
        form);
  }

  private Place place(Queues.Line line) {
    return new Place(
        line.place(),
        line.application().toString(),
        line.payee(),
        awards.title(line.scheme()),
        line.office(),
        line.statutory(),
        line.hardship(),
        line.completeOn(),
        Typed.periods(line.periods()),
        line.amount(),
        line.lack().label(),
        line.lack() == Queues.Lack.NOTHING);
  }

  @POST
  @Path("queues/{fund}/batches")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response make(@PathParam("fund") String fund, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    return pages.post(
        form,
        () -> "/desk/money/batches/" + batches.make(fund, pages.actor(), pages.now()).id(),
        () -> queue(fund, form));
  }

  @POST
  @Path("queues/{fund}/notices")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response show(@PathParam("fund") String fund, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String scheme = form.text("scheme");
    return pages.post(
        form,
        () -> {
          notices.show(scheme, pages.actor(), pages.now());
          return "/desk/money/queues/" + fund;
        },
        () -> queue(fund, form));
  }
}
