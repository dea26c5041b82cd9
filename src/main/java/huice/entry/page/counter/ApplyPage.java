package huice.entry.page.counter;

import huice.casework.Absent;
import huice.casework.Visit;
import huice.casework.counter.Counter;
import huice.casework.counter.Drafts;
import huice.casework.counter.Filing;
import huice.casework.decision.Applications;
import huice.casework.decision.Applications.Channel;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.explain.Worded;
import huice.model.Outcome;
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
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** An application, prefilled from what is recorded, filed by the person or a representative. */
@Path("/desk/persons/{id}/apply/{scheme}")
@RolesAllowed("caseworker")
@Blocking
@Produces("text/html; charset=UTF-8")
public class ApplyPage {
  static final String FORM = "apply";
  static final List<Option> CHANNELS =
      List.of(
          Option.of(Channel.COUNTER.name(), "本人到窗口", "the person, at the counter"),
          Option.of(Channel.PHONE.name(), "本人来电", "the person, by phone"),
          Option.of(Channel.ONLINE.name(), "本人网上", "the person, online"),
          Option.of(Channel.REPRESENTATIVE.name(), "代理人", "a representative"));

  private final Counter counter;
  private final Filing filing;
  private final Drafts drafts;
  private final Pages pages;

  ApplyPage(Counter counter, Filing filing, Drafts drafts, Pages pages) {
    this.counter = counter;
    this.filing = filing;
    this.drafts = drafts;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance apply(
        Head head, View view, Form form, List<Option> subjects, List<Option> channels);
  }

  /** What the application says already, from what is recorded. */
  record View(
      String scheme,
      String title,
      boolean monthly,
      List<Now> now,
      List<Worded.Value> facts,
      @Nullable String draft) {}

  /** How the scheme stands today. */
  record Now(@Nullable Text whose, String mark, Text result, int missing) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance apply(
      @PathParam("id") UUID id,
      @PathParam("scheme") String scheme,
      @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, scheme, Visitor.of(purpose), Form.blank(), true);
  }

  private TemplateInstance shown(UUID id, String scheme, Visit visit, Form form, boolean first) {
    Counter.Look look = counter.scheme(pages.actor(), id, Set.of(scheme), visit, pages.now());
    SchemeInfo info =
        look.release().schemes().stream()
            .filter(s -> s.id().equals(scheme))
            .findFirst()
            .orElseThrow(() -> new Absent(Text.of("没有这个项目", "there is no such scheme")));
    Worded words = Glance.words(look);
    List<Outcome> own =
        look.assessment().outcomes().stream().filter(o -> o.scheme().equals(scheme)).toList();
    Drafts.Draft draft =
        drafts.find(pages.actor(), look.person().id(), FORM + " " + scheme).orElse(null);
    if (first && draft != null) {
      draft.typed().forEach((name, values) -> form.with(name, values.get(0)));
    }
    form.with("appliedOn", pages.today().toString()).with("channel", Channel.COUNTER.name());
    List<Option> subjects = new ArrayList<>();
    if (own.size() > 1) {
      own.forEach(o -> subjects.add(new Option(o.subject(), words.subject(o))));
    }
    return Templates.apply(
        Head.of(look.person(), visit),
        new View(
            scheme,
            info.title(),
            info.monthly(),
            own.stream()
                .map(
                    o ->
                        new Now(
                            own.size() > 1 ? words.subject(o) : null,
                            Glance.group(o).mark(),
                            words.result(o),
                            o.missing().size()))
                .toList(),
            facts(words, own),
            draft == null ? null : DraftsPage.time(draft.savedAt())),
        form,
        subjects,
        CHANNELS);
  }

  /** Every recorded value that the conditions saw, once. */
  private static List<Worded.Value> facts(Worded words, List<Outcome> outcomes) {
    Map<String, Worded.Value> facts = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      for (Worded.Condition condition : words.conditions(outcome)) {
        condition.values().stream()
            .filter(value -> value.source() != null)
            .forEach(value -> facts.putIfAbsent(value.label().zh() + value.value(), value));
      }
    }
    return List.copyOf(facts.values());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response file(
      @PathParam("id") UUID id,
      @PathParam("scheme") String scheme,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    String channel = form.choice("channel", CHANNELS.stream().map(Option::value).toList());
    LocalDate on = form.day("appliedOn", pages.today());
    String representative =
        channel.equals(Channel.REPRESENTATIVE.name()) ? form.text("representative") : null;
    YearMonth from = month(form, "from");
    YearMonth to = month(form, "to");
    BigDecimal claimed = sum(form, "claimed");
    String subject = form.optional("subject");
    if (!form.ticked("own")) {
      form.fault(
          "own",
          Text.of("申请须出于本人意愿，请向本人确认", "an application is the person's own wish: ask and tick"));
    }
    return pages.post(
        form,
        () ->
            "/desk/applications/"
                + filing
                    .file(
                        new Applications.Claim(
                            id, scheme, subject, Channel.valueOf(channel), on, from, to, claimed),
                        representative,
                        FORM + " " + scheme,
                        visit,
                        pages.actor(),
                        pages.now())
                    .application()
                    .id()
                + "/receipt"
                + Visitor.query(visit),
        () -> shown(id, scheme, visit, form, false));
  }

  private static @Nullable YearMonth month(Form form, String field) {
    String text = form.optional(field);
    try {
      return text == null ? null : YearMonth.parse(text);
    } catch (DateTimeException e) {
      form.fault(field, Text.of("请写月份，如 2024-01", "write a month such as 2024-01"));
      return null;
    }
  }

  private static @Nullable BigDecimal sum(Form form, String field) {
    String text = form.optional(field);
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,10}(\\.\\d{1,2})?")) {
      return new BigDecimal(text).setScale(2);
    }
    form.fault(field, Text.of("请写金额，如 1500.00", "write a sum such as 1500.00"));
    return null;
  }
}
