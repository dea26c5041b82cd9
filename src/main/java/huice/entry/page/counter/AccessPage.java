package huice.entry.page.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import huice.casework.Consents;
import huice.casework.Erasure;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Prints;
import huice.casework.Visit;
import huice.casework.counter.Drafts;
import huice.casework.counter.Filing;
import huice.casework.counter.Originals;
import huice.casework.decision.State;
import huice.casework.money.MoneyHeld;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.explain.Worded;
import huice.model.Quality;
import huice.model.Statement;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The person's own access (R54): everything that is held, on paper; giving and withdrawing consent,
 * with what is deleted then, what stays and why.
 */
@Path("/desk/persons/{id}")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class AccessPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Map<String, Text> WHAT =
      Map.ofEntries(
          Map.entry("identity", Text.of("按号码查找", "found by number")),
          Map.entry("registration", Text.of("登记", "registration")),
          Map.entry("facts", Text.of("登记的情况", "recorded facts")),
          Map.entry("changes", Text.of("登记的变化", "changes of facts")),
          Map.entry("recording", Text.of("登记情况", "recording facts")),
          Map.entry("schemes", Text.of("各项政策的测算", "assessment of all schemes")),
          Map.entry("outlook", Text.of("以后可以享受的项目", "what may be had later")),
          Map.entry("reasons", Text.of("一个项目的理由", "reasons of a scheme")),
          Map.entry("documents", Text.of("看材料原件", "documents seen")),
          Map.entry("draft", Text.of("未提交的草稿", "a draft")),
          Map.entry("duties", Text.of("用人单位的义务", "duties of the employer")),
          Map.entry("receipt", Text.of("受理回执", "receipt")),
          Map.entry("missing", Text.of("一次性告知", "what is missing")),
          Map.entry("list", Text.of("名单（姓名遮盖）", "a list, masked")),
          Map.entry("services", Text.of("申请的服务", "services asked for")),
          Map.entry("task", Text.of("一项任务", "a task")),
          Map.entry("verification", Text.of("核对录入", "verification of an entry")),
          Map.entry("print", Text.of("本人查阅", "this print")));

  private static final Map<String, Text> KINDS =
      Map.ofEntries(
          Map.entry("fact", Text.of("登记情况", "facts recorded")),
          Map.entry("correction", Text.of("更正", "corrected")),
          Map.entry("import", Text.of("导入", "imported")),
          Map.entry("export", Text.of("导出", "exported")),
          Map.entry("applied", Text.of("受理申请", "application received")),
          Map.entry("proposed", Text.of("提出处理意见", "proposed")),
          Map.entry("confirmed", Text.of("确认", "confirmed")),
          Map.entry("overridden", Text.of("改判", "overridden")),
          Map.entry("notified", Text.of("送达", "notified")),
          Map.entry("objected", Text.of("异议", "objected")),
          Map.entry("reviewed", Text.of("复核", "reviewed")),
          Map.entry("reassessed", Text.of("重新测算", "reassessed")),
          Map.entry("withdrawn", Text.of("撤回", "withdrawn")),
          Map.entry("act", Text.of("办理", "an act")),
          Map.entry("merge", Text.of("合并登记", "merged")),
          Map.entry("erasure", Text.of("保全", "hold")),
          Map.entry("consent", Text.of("登记或同意", "registration or consent")));

  private final Prints prints;
  private final MoneyHeld money;
  private final Consents consents;
  private final Originals originals;
  private final Persons persons;
  private final Filing filing;
  private final Drafts drafts;
  private final Pages pages;
  private final ObjectMapper json;

  AccessPage(
      Prints prints,
      MoneyHeld money,
      Consents consents,
      Originals originals,
      Persons persons,
      Filing filing,
      Drafts drafts,
      Pages pages,
      ObjectMapper json) {
    this.prints = prints;
    this.money = money;
    this.consents = consents;
    this.originals = originals;
    this.persons = persons;
    this.filing = filing;
    this.drafts = drafts;
    this.pages = pages;
    this.json = json;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance print(Head head, View view);

    static native TemplateInstance consent(
        Head head, Form form, Consents.@Nullable Withdrawal withdrawal);
  }

  /** All that is held. */
  record View(
      String on,
      @Nullable String number,
      String channel,
      String language,
      List<Fact> facts,
      List<Applied> applications,
      MoneyHeld.Held money,
      List<OwedView> services,
      List<Originals.Seen> originals,
      List<Draft> drafts,
      List<Erasure.Hold> holds,
      List<Read> reads,
      List<Read> acts) {}

  /** A statement, whether it stands, and where it comes from. */
  record Fact(
      long seq,
      Text label,
      String value,
      Text source,
      Text quality,
      LocalDate obtained,
      String validity,
      String recordedAt,
      boolean stands,
      @Nullable String reason) {}

  record Applied(String scheme, String on, String state, @Nullable String representative) {}

  /** What somebody typed and has not sent. */
  record Draft(String account, Text form, String savedAt) {}

  /** Who read or did what. */
  record Read(String at, @Nullable String account, String office, Text what, boolean present) {}

  @GET
  @Path("print")
  @Operation(hidden = true)
  public TemplateInstance print(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    Visit visit = Visitor.of(purpose);
    Prints.Print print = prints.of(pages.actor(), id, visit, pages.now().at());
    Person person = print.person();
    return Templates.print(
        Head.of(person, visit),
        new View(
            time(pages.now().at()),
            print.number(),
            person.channel(),
            person.language(),
            print.facts().stream().map(AccessPage::fact).toList(),
            print.applications().stream()
                .map(
                    a ->
                        new Applied(
                            filing.title(a.scheme()),
                            a.appliedOn(),
                            state(a.state()),
                            filing.representative(person.id(), a.id())))
                .toList(),
            money.of(person.id(), pages.actor(), visit),
            print.services().stream()
                .map(one -> OwedView.of(one, filing.title(one.scheme())))
                .toList(),
            originals.of(person.id()),
            drafts.about(person.id()).stream().map(this::draft).toList(),
            print.holds(),
            print.reads().stream().map(this::read).toList(),
            print.acts().stream().map(this::act).toList()));
  }

  private Draft draft(Drafts.About draft) {
    String what = draft.form().substring(draft.form().indexOf(' ') + 1);
    Map<String, String> titles = Map.of(what, filing.title(what));
    return new Draft(
        draft.account(), DraftsPage.title(draft.form(), titles), DraftsPage.time(draft.savedAt()));
  }

  private static String state(String name) {
    return State.valueOf(name).label().zh();
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(ZoneId.systemDefault()));
  }

  private static Fact fact(Prints.Line line) {
    Statement said = line.change().said();
    String from = said.validFrom() == null ? "" : said.validFrom().toString();
    String to = said.validTo() == null ? "" : said.validTo().toString();
    return new Fact(
        line.change().seq(),
        line.change().label(),
        value(said),
        Worded.source(said.source()),
        quality(said.quality()),
        said.obtained(),
        from.isEmpty() && to.isEmpty() ? "" : from + " 至 " + to,
        time(line.change().recordedAt()),
        line.stands(),
        said.reason());
  }

  private static String value(Statement said) {
    String value = said.value() == null ? "" : said.value();
    return switch (said.kind()) {
      case VALUE -> value.equals("true") ? "是" : value.equals("false") ? "否" : value;
      case NONE -> "无";
      case ROW -> "有这一条";
      case GONE -> "误录，已撤";
      case COMPLETE -> "到 " + value + " 是全的";
      case LINK -> "关联另一份记录";
    };
  }

  private static Text quality(Quality quality) {
    return switch (quality) {
      case VERIFIED -> Text.of("已核实", "verified");
      case DECLARED -> Text.of("本人所述", "declared");
      case MATCHED -> Text.of("比对所得", "matched");
      case ESTIMATED -> Text.of("估算", "estimated");
    };
  }

  private Read read(Prints.Act act) {
    JsonNode content = content(act);
    String what = content.path("what").asText("");
    return new Read(
        time(act.at()),
        act.account(),
        content.path("office").asText(""),
        WHAT.getOrDefault(what, Text.of(what.isEmpty() ? "申请" : what, "application")),
        content.path("present").asBoolean(false));
  }

  private Read act(Prints.Act act) {
    Text kind = KINDS.getOrDefault(act.kind(), Text.of(act.kind(), act.kind()));
    return new Read(time(act.at()), act.account(), "", kind, false);
  }

  private JsonNode content(Prints.Act act) {
    try {
      return act.content() == null ? MissingNode.getInstance() : json.readTree(act.content());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  // Consent -------------------------------------------------------------------------------------

  @GET
  @Path("consent")
  @Operation(hidden = true)
  public TemplateInstance consent(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, Visitor.of(purpose), Form.blank(), null);
  }

  private TemplateInstance shown(
      UUID id, Visit visit, Form form, Consents.@Nullable Withdrawal withdrawal) {
    Person person = persons.open(pages.actor(), id, visit, "registration", pages.now().at());
    return Templates.consent(
        Head.of(person, visit), form.with("on", pages.today().toString()), withdrawal);
  }

  /** The page after a withdrawal says what was deleted, what stays and why. */
  @POST
  @Path("consent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response consent(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    boolean giving = form.has("act", "give");
    boolean choosing = form.has("act", "automatic") || form.has("act", "no-automatic");
    int version = form.version("version");
    LocalDate on = choosing ? pages.today() : form.day("on", pages.today());
    String here = "/desk/persons/" + id + "/consent" + Visitor.query(visit);
    if (choosing || giving) {
      return pages.post(
          form,
          () -> {
            Instant at = pages.now().at();
            if (giving) {
              consents.give(pages.actor(), id, on, version, visit, at);
            } else {
              boolean automatic = form.has("act", "automatic");
              persons.choose(pages.actor(), id, automatic, version, visit, at);
            }
            return here;
          },
          () -> shown(id, visit, form, null));
    }
    if (!form.ticked("sure")) {
      form.fault("sure", Text.of("请向本人说明后确认", "explain it to the person, then confirm"));
    }
    return pages.tell(
        form,
        Consents.Withdrawal.class,
        () -> consents.end(pages.actor(), id, on, version, visit, pages.now().at()),
        withdrawal -> shown(id, visit, Form.blank(), withdrawal),
        () -> shown(id, visit, form, null));
  }
}
