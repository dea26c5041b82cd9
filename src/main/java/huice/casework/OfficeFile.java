package huice.casework;

import huice.engine.SchemeInfo;
import huice.model.Choice;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Release;
import huice.model.Text;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an office promises where the policy leaves a number of days or months open, and which parts
 * of packs and dictionary its services go by: {@code services/office.yaml}. Thread-safe.
 */
@Singleton
public class OfficeFile {
  private final DataFile<Content> file;
  private final LiveRelease live;

  OfficeFile(@ConfigProperty(name = "huice.services") String folder, LiveRelease live) {
    this.file = new DataFile<>(Path.of(folder, "office.yaml"), OfficeFile::read);
    this.live = live;
  }

  private record Content(
      Map<String, Promise> promises,
      String fairScheme,
      String fairLeast,
      String fairCounted,
      String fairKinds,
      String sources,
      List<String> permit,
      Map<String, Text> skills) {}

  /** {@code of}: the kind of record that it is about, null where it is about none. */
  private record Promise(
      String scheme,
      String parameter,
      int value,
      boolean months,
      @Nullable String of,
      String by,
      LocalDate from) {}

  /**
   * A term with where it comes from. {@code value} null: neither published nor promised on that
   * day; {@code adopted}: whether the scheme is in force, or its draft was adopted.
   */
  public record Term(
      String scheme,
      Text title,
      String clause,
      String parameter,
      @Nullable Integer value,
      boolean months,
      boolean published,
      String by,
      boolean adopted) {

    /** The last day, counted from a day; null when nothing is set. */
    public @Nullable LocalDate due(LocalDate from) {
      Integer many = value;
      if (many == null) {
        return null;
      }
      return months ? from.plusMonths(many) : from.plusDays(many);
    }

    /** The rule, the clause and the parameter behind it. */
    public Text why() {
      String zh = title.zh() + "（" + clause + "）〔" + parameter + "〕";
      String en = "Clause " + clause;
      if (value == null) {
        return Text.of(zh + "没有定", en + ": not set");
      }
      String size = value + (months ? " 个月" : " 日");
      String sizeEn = value + (months ? " month" : " day") + (value == 1 ? "" : "s");
      return published
          ? Text.of(zh + size, en + ": " + sizeEn)
          : Text.of(
              zh + "没有公布，" + by + "承诺 " + size,
              en + ": not published; the office promises " + sizeEn);
    }
  }

  private static Content read(DataFile.Part whole) {
    Map<String, Promise> promises = new LinkedHashMap<>();
    DataFile.Part all = whole.at("promises");
    all.names().forEach(name -> promises.put(name, promise(all.at(name))));
    DataFile.Part fairs = whole.at("fairs");
    DataFile.Part vacancies = whole.at("vacancies");
    Map<String, Text> skills = new LinkedHashMap<>();
    DataFile.Part list = whole.at("skills");
    list.names().forEach(name -> skills.put(name, list.at(name).text()));
    return new Content(
        promises,
        fairs.at("scheme").word(),
        fairs.at("least").word(),
        fairs.at("counted").word(),
        fairs.at("kinds").word(),
        vacancies.at("sources").word(),
        vacancies.at("permit").words(),
        skills);
  }

  private static Promise promise(DataFile.Part of) {
    boolean months = of.has("months");
    return new Promise(
        of.at("scheme").word(),
        of.at("parameter").word(),
        of.at(months ? "months" : "days").number(),
        months,
        of.has("of") ? of.at("of").word() : null,
        of.at("by").word(),
        LocalDate.parse(of.at("from").word()));
  }

  /** The kinds of records whose checks are promised, by the promise. */
  public Map<String, String> checked() {
    Map<String, String> kinds = new LinkedHashMap<>();
    file.get()
        .promises()
        .forEach(
            (name, promise) -> {
              String of = promise.of();
              if (of != null) {
                kinds.put(name, of);
              }
            });
    return kinds;
  }

  /** The term of a promise on a day. */
  public Term term(String name, LocalDate on) {
    Promise promise = Optional.ofNullable(file.get().promises().get(name)).orElseThrow();
    Release release = live.get().source();
    Optional<String> published = published(release, promise.parameter(), on);
    SchemeInfo scheme = scheme(promise.scheme());
    boolean promised = !on.isBefore(promise.from());
    Integer value =
        published.map(Integer::valueOf).orElse(promised ? Integer.valueOf(promise.value()) : null);
    return new Term(
        promise.scheme(),
        title(promise.scheme()),
        scheme == null || scheme.versions().isEmpty()
            ? ""
            : String.join("、", scheme.versions().get(0).clauses()),
        promise.parameter(),
        value,
        promise.months(),
        published.isPresent(),
        promise.by(),
        scheme != null && (!draft(release, scheme) || adopted(release, promise.scheme(), on)));
  }

  private @Nullable SchemeInfo scheme(String id) {
    return live.get().schemes().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
  }

  private Text title(String id) {
    SchemeInfo scheme = scheme(id);
    return scheme == null ? Text.of(id, id) : Text.of(scheme.title(), scheme.title());
  }

  private static boolean draft(Release release, SchemeInfo scheme) {
    return release.pack(scheme.pack()).map(Pack::draft).orElse(true);
  }

  private static boolean adopted(Release release, String scheme, LocalDate on) {
    return release.packs().stream()
        .flatMap(pack -> pack.services().stream())
        .anyMatch(s -> s.scheme().equals(scheme) && !on.isBefore(s.from()));
  }

  private static Optional<ParameterValue> version(Release release, String name, LocalDate on) {
    for (Pack pack : release.packs()) {
      for (Parameter parameter : pack.parameters()) {
        if (parameter.name().equals(name)) {
          return parameter.on(on).filter(ParameterValue::published);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> published(Release release, String name, LocalDate on) {
    return version(release, name, on)
        .map(v -> v.written().get(""))
        .filter(word -> word != null && word.matches("\\d{1,6}"));
  }

  /** How many fairs a month has to have; null when that is not published. */
  public @Nullable Integer fairsOfMonth(LocalDate on) {
    return published(live.get().source(), file.get().fairLeast(), on)
        .map(Integer::valueOf)
        .orElse(null);
  }

  /** The scheme that asks for fairs. */
  public Text fairScheme() {
    return title(file.get().fairScheme());
  }

  /** The kinds of fairs that count towards the number of a month. */
  public List<String> fairsCounted(LocalDate on) {
    return version(live.get().source(), file.get().fairCounted(), on)
        .map(ParameterValue::list)
        .orElse(List.of());
  }

  public Map<String, Text> fairKinds() {
    return choices(file.get().fairKinds());
  }

  /** Who may supply a vacancy. */
  public Map<String, Text> sources() {
    return choices(file.get().sources());
  }

  /** Whether a vacancy from there needs the agency's permit. */
  public boolean needsPermit(String source) {
    return file.get().permit().contains(source);
  }

  public Map<String, Text> skills() {
    return file.get().skills();
  }

  private Map<String, Text> choices(String path) {
    String[] steps = path.split("\\.", -1);
    Map<String, Text> choices = new LinkedHashMap<>();
    List<Choice> found = new ArrayList<>();
    live.get()
        .source()
        .dictionary()
        .entity(steps[0])
        .flatMap(entity -> entity.fact(steps[steps.length - 1]))
        .ifPresent(fact -> found.addAll(fact.choices()));
    found.forEach(choice -> choices.put(choice.id(), choice.label()));
    return choices;
  }
}
