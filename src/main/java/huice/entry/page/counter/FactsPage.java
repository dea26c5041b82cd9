package huice.entry.page.counter;

import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Visit;
import huice.casework.counter.Drafts;
import huice.casework.counter.Sheets;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.explain.Worded;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The form of facts, made from the dictionary: what stands is shown beside what is typed, and only
 * what is typed otherwise is recorded. A correction takes the place of what it names, with the
 * reason, and both stay.
 */
@Path("/desk/persons/{id}/facts")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class FactsPage {
  static final String FORM = "facts";
  private static final Pattern ENTRY = Pattern.compile("/entries/(\\d+)(?:/.*)?");
  private static final List<Option> HOW =
      List.of(
          Option.of("plain", "登记：情况如此", "record it: this is so"),
          Option.of("correct", "更正：原来记错了", "correct it: what stands is wrong"),
          Option.of("change", "变化：从某日起不同", "it has changed from a day on"));
  private static final List<Option> SOURCES =
      List.of(
          Option.of("person", "本人陈述", "said by the person"),
          Option.of("document", "看过材料原件", "from a document, original seen"),
          Option.of("ledger", "本机构台账", "our own ledger"));

  private final Sheets sheets;
  private final Drafts drafts;
  private final Persons persons;
  private final Pages pages;

  FactsPage(Sheets sheets, Drafts drafts, Persons persons, Pages pages) {
    this.sheets = sheets;
    this.drafts = drafts;
    this.persons = persons;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance facts(
        Head head, View view, Form form, List<Option> how, List<Option> sources);
  }

  /** The sheet as it is shown. {@code draft}: when what is typed in it was saved. */
  record View(
      String at,
      long version,
      Text title,
      List<Sheets.Place> trail,
      List<Line> lines,
      List<Sheets.Listed> lists,
      List<Complete> listed,
      boolean fresh,
      @Nullable String draft,
      boolean saved) {}

  /** The field in which is said up to which day a list is complete. */
  record Complete(String name, Text label) {}

  /** A fact: what it is typed into, and what stands now. */
  record Line(Inputs input, String source, List<Option> sources, List<Standing> standing) {}

  /** What stands, of one source. */
  record Standing(String value, Text source, LocalDate obtained, @Nullable LocalDate from) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance facts(
      @PathParam("id") UUID id,
      @QueryParam("at") @Nullable String at,
      @QueryParam("saved") @Nullable String saved,
      @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, path(at), Visitor.of(purpose), Form.blank(), true, saved != null);
  }

  private static String path(@Nullable String at) {
    return at == null ? "" : at;
  }

  /** {@code first}: filled in with the draft, or else with what stands. */
  private TemplateInstance shown(
      UUID id, String at, Visit visit, Form form, boolean first, boolean saved) {
    Person person = persons.open(pages.actor(), id, visit, "registration", pages.now().at());
    Sheets.Sheet sheet = sheets.sheet(pages.actor(), person.id(), at, visit, pages.now());
    Drafts.Draft draft = drafts.find(pages.actor(), person.id(), FORM + " " + at).orElse(null);
    if (first && draft != null) {
      draft.typed().forEach((name, values) -> form.with(name, values.get(0)));
    }
    form.with("how", "plain").with("source", "person").with("obtained", pages.today().toString());
    sheet.lines().forEach(line -> form.with(name(line), current(line)));
    sheet.lists().forEach(list -> form.with(name(list), list.completeTo()));
    Text title =
        sheet.trail().isEmpty()
            ? sheet.entity().label()
            : sheet.trail().get(sheet.trail().size() - 1).label();
    return Templates.facts(
        Head.of(person, visit),
        new View(
            at,
            sheet.version(),
            title,
            sheet.trail(),
            sheet.lines().stream().map(FactsPage::line).toList(),
            sheet.lists(),
            sheet.lists().stream().map(l -> new Complete(name(l), l.relation().label())).toList(),
            sheet.fresh(),
            draft == null ? null : DraftsPage.time(draft.savedAt()),
            saved),
        form,
        HOW,
        SOURCES);
  }

  private static Line line(Sheets.Line line) {
    return new Line(
        Inputs.of(name(line), line.fact()),
        source(line),
        sources(line),
        line.said().stream()
            .map(
                said ->
                    new Standing(
                        Inputs.shown(line.fact(), said.value()),
                        Worded.source(said.statement().source()),
                        said.statement().obtained(),
                        said.statement().validFrom()))
            .toList());
  }

  /** The field in which one fact's own source is chosen. */
  private static String source(Sheets.Line line) {
    return "s:" + line.fact().id();
  }

  /** As for all, or one of those that the dictionary allows for the fact. */
  private static List<Option> sources(Sheets.Line line) {
    List<Option> options = new ArrayList<>(List.of(Option.of("", "（同下面）", "(as below)")));
    line.fact().sources().forEach(source -> options.add(new Option(source, Worded.source(source))));
    return options;
  }

  private static String name(Sheets.Line line) {
    return "v:" + line.fact().id();
  }

  private static String name(Sheets.Listed list) {
    return "c:" + list.relation().id();
  }

  /** What the latest says, as it is typed. */
  private static @Nullable String current(Sheets.Line line) {
    if (line.said().isEmpty()) {
      return null;
    }
    String value = line.said().get(line.said().size() - 1).value();
    return value == null ? (line.fact().choices().isEmpty() ? "无" : "none") : value;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response record(
      @PathParam("id") UUID id,
      @QueryParam("at") @Nullable String at,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    String path = path(at);
    Sheets.Sheet sheet = sheets.sheet(pages.actor(), id, path, visit, pages.now());
    Map<String, Sheets.Entry> entries = entries(form, sheet);
    if (entries.isEmpty() && !form.faulty()) {
      form.fault("", Text.of("没有改动任何一项", "nothing was changed"));
    }
    List<String> names = List.copyOf(entries.keySet());
    return pages.post(
        form,
        () -> {
          sheets.record(
              pages.actor(),
              sheet.person(),
              List.copyOf(entries.values()),
              number(form),
              visit,
              pages.now());
          drafts.drop(pages.actor(), sheet.person(), FORM + " " + path);
          return after(sheet, visit);
        },
        pointer -> field(names, pointer),
        () -> shown(id, path, visit, form, false, false));
  }

  /** What was known when the sheet was shown. */
  private static long number(Form form) {
    String version = form.value("version");
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  /** What it lies in, where the new row is on the list. */
  private static String after(Sheets.Sheet sheet, Visit visit) {
    String next = "/desk/persons/" + sheet.person() + "/facts" + Visitor.query(visit);
    String parent =
        sheet.trail().size() < 2 ? "" : sheet.trail().get(sheet.trail().size() - 2).at();
    String place = sheet.fresh() ? parent : sheet.at();
    String saved = next + (next.indexOf('?') < 0 ? "?" : "&") + "saved=1";
    return place.isEmpty()
        ? saved
        : saved + "&at=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
  }

  private static String field(List<String> names, String pointer) {
    Matcher entry = ENTRY.matcher(pointer);
    int place = entry.matches() ? Integer.parseInt(entry.group(1)) : -1;
    return place >= 0 && place < names.size() ? names.get(place) : "";
  }

  /** What was typed otherwise than it stands, by field. */
  private Map<String, Sheets.Entry> entries(Form form, Sheets.Sheet sheet) {
    String how = form.choice("how", HOW.stream().map(Option::value).toList());
    String source = form.choice("source", SOURCES.stream().map(Option::value).toList());
    LocalDate obtained = form.day("obtained", pages.today());
    String reason = how.equals("correct") ? form.text("reason") : null;
    LocalDate from = how.equals("change") ? form.day("from", pages.today()) : null;
    Map<String, Object> common = new LinkedHashMap<>(from(source));
    common.put("obtained", obtained.toString());
    if (from != null) {
      common.put("validFrom", from.toString());
    }
    Map<String, Sheets.Entry> entries = new LinkedHashMap<>();
    for (Sheets.Line line : sheet.lines()) {
      String typed = Values.typed(line.fact(), form.value(name(line)));
      if (typed.isEmpty() || typed.equals(Objects.requireNonNullElse(current(line), ""))) {
        continue;
      }
      Map<String, Object> entry = new LinkedHashMap<>(Map.of("path", line.path()));
      entry.putAll(Values.said(line.fact(), typed));
      entry.putAll(common);
      String own = own(form, line, source);
      entry.putAll(from(own));
      Sheets.Said old = reason == null ? null : corrected(line, own);
      if (old != null && reason != null) {
        entry.put("corrects", old.seq());
        entry.put("reason", reason);
      }
      entries.put(name(line), new Sheets.Entry(entry));
    }
    complete(form, sheet, common, entries);
    return entries;
  }

  /** One source for one fact, where another is chosen than for all. */
  private static String own(Form form, Sheets.Line line, String all) {
    String chosen = form.value(source(line));
    if (!chosen.isEmpty() && !line.fact().sources().contains(chosen)) {
      form.fault(source(line), Text.of("请选择一项", "choose one"));
    }
    return chosen.isEmpty() ? all : chosen;
  }

  /** What people say of themselves is declared; everything else was seen. */
  private static Map<String, Object> from(String source) {
    boolean said = source.equals("person") || source.equals("employer");
    return Map.of("source", source, "quality", said ? "declared" : "verified");
  }

  private void complete(
      Form form,
      Sheets.Sheet sheet,
      Map<String, Object> common,
      Map<String, Sheets.Entry> entries) {
    for (Sheets.Listed list : sheet.lists()) {
      String name = name(list);
      LocalDate day = form.optionalDay(name, pages.today());
      if (day != null && !day.toString().equals(list.completeTo())) {
        Map<String, Object> entry = new LinkedHashMap<>(Map.of("path", list.path()));
        entry.put("completeTo", day.toString());
        entry.putAll(common);
        entries.put(name, new Sheets.Entry(entry));
      }
    }
  }

  /** What a correction takes the place of: what the same source said, or the only thing said. */
  private static Sheets.@Nullable Said corrected(Sheets.Line line, String source) {
    List<Sheets.Said> same = new ArrayList<>(line.said());
    same.removeIf(said -> !said.statement().source().equals(source));
    List<Sheets.Said> candidates = same.isEmpty() ? line.said() : same;
    return candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
  }
}
