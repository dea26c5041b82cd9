package huice.entry.api;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Clause;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Release;
import huice.model.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rules in force on a day; {@code release} is the digest of the release it was read from. */
public record Register(
    LocalDate on,
    String release,
    List<PackEntry> packs,
    List<SchemeEntry> schemes,
    @Schema(description = "当日没有施行版本的项目 Schemes without a version in force on the day")
        List<String> notInForce) {

  /** A policy instrument. A draft settles indicatively. */
  public record PackEntry(
      String id,
      String title,
      String titleEn,
      String authority,
      @Schema(enumeration = {"draft", "in force"}) String status,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /** A scheme in its version of the day. {@code text} is the rule file, line by line. */
  public record SchemeEntry(
      String scheme,
      String title,
      String pack,
      String packTitle,
      @Schema(enumeration = {"draft", "in force"}) String status,
      @Schema(enumeration = {"ENTITLEMENT", "OBLIGATION", "FREQUENCY", "SERVICE"}) String kind,
      String subject,
      boolean monthly,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String adoptedBy,
      List<ClauseEntry> clauses,
      List<ConditionEntry> conditions,
      List<ParameterEntry> parameters,
      int cases,
      String file,
      int line,
      List<String> text,
      String digest) {}

  /** A clause of the policy with its words as published; empty where only a summary is at hand. */
  public record ClauseEntry(String id, String quote, String gloss) {}

  /** A condition as the officer wrote it. */
  public record ConditionEntry(String id, String text, List<String> parameters, int line) {}

  /**
   * A parameter on the day: one value, a value for each choice, or a list; none of them when it is
   * not published.
   */
  public record ParameterEntry(
      String name,
      String nameEn,
      String unit,
      boolean published,
      @Nullable String value,
      @Nullable Map<String, String> values,
      @Nullable List<String> list,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String reference,
      @Nullable String confidence,
      @Nullable LocalDate checked,
      @Nullable LocalDate review) {}

  public static Register of(CompiledRelease release, LocalDate on) {
    List<SchemeEntry> schemes = new ArrayList<>();
    List<String> notInForce = new ArrayList<>();
    for (SchemeInfo scheme : release.schemes()) {
      Optional<SchemeInfo.Version> version =
          scheme.versions().stream().filter(v -> covers(v, on)).findFirst();
      if (version.isPresent()) {
        schemes.add(entry(release.source(), scheme, version.get(), on));
      } else {
        notInForce.add(scheme.id());
      }
    }
    return new Register(
        on,
        release.digest(),
        release.source().packs().stream().map(Register::entry).toList(),
        schemes,
        notInForce);
  }

  private static boolean covers(SchemeInfo.Version version, LocalDate on) {
    LocalDate to = version.to();
    return !on.isBefore(version.from()) && (to == null || !on.isAfter(to));
  }

  private static PackEntry entry(Pack pack) {
    return new PackEntry(
        pack.id(),
        pack.title().zh(),
        pack.title().en(),
        pack.authority(),
        status(pack.draft()),
        pack.from(),
        pack.to());
  }

  static String status(boolean draft) {
    return draft ? "draft" : "in force";
  }

  private static SchemeEntry entry(
      Release release, SchemeInfo scheme, SchemeInfo.Version version, LocalDate on) {
    Pack pack = release.pack(scheme.pack()).orElseThrow();
    return new SchemeEntry(
        scheme.id(),
        scheme.title(),
        pack.id(),
        pack.title().zh(),
        status(scheme.draft()),
        scheme.kind().name(),
        scheme.subject(),
        scheme.monthly(),
        version.from(),
        version.to(),
        adoptedBy(pack, scheme.id(), on),
        clauses(pack, version.clauses()),
        conditions(version),
        parameters(release, scheme, on),
        (int) release.cases().stream().filter(c -> c.scheme().equals(scheme.id())).count(),
        version.file(),
        version.line(),
        text(release, scheme.id()),
        scheme.digest());
  }

  private static @Nullable String adoptedBy(Pack pack, String scheme, LocalDate on) {
    return pack.services().stream()
        .filter(s -> s.scheme().equals(scheme) && !on.isBefore(s.from()))
        .map(Service::adoptedBy)
        .findFirst()
        .orElse(null);
  }

  private static List<ClauseEntry> clauses(Pack pack, List<String> ids) {
    return ids.stream().flatMap(id -> clause(pack, id).stream()).map(Register::entry).toList();
  }

  private static Optional<Clause> clause(Pack pack, String id) {
    return pack.clauses().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  private static ClauseEntry entry(Clause clause) {
    return new ClauseEntry(clause.id(), clause.quote(), clause.gloss());
  }

  private static List<ConditionEntry> conditions(SchemeInfo.Version version) {
    return version.lines().stream()
        .filter(line -> !line.id().isEmpty())
        .map(line -> new ConditionEntry(line.id(), line.text(), line.parameters(), line.line()))
        .toList();
  }

  private static List<ParameterEntry> parameters(Release release, SchemeInfo scheme, LocalDate on) {
    return release.packs().stream()
        .flatMap(pack -> pack.parameters().stream())
        .filter(parameter -> scheme.parameters().contains(parameter.name()))
        .map(parameter -> entry(parameter, on))
        .toList();
  }

  private static ParameterEntry entry(Parameter parameter, LocalDate on) {
    String unit = parameter.unit().text().zh();
    Optional<ParameterValue> version = parameter.on(on);
    if (version.isEmpty()) {
      return new ParameterEntry(
          parameter.name(),
          parameter.en(),
          unit,
          false,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    ParameterValue value = version.get();
    return new ParameterEntry(
        parameter.name(),
        parameter.en(),
        unit,
        value.published(),
        value.published() ? value.written().get("") : null,
        value.published() && parameter.by() != null ? value.written() : null,
        value.published() && parameter.listed() ? value.list() : null,
        value.from(),
        value.to(),
        value.reference(),
        value.confidence().name().toLowerCase(Locale.ROOT),
        value.checked(),
        value.review());
  }

  private static List<String> text(Release release, String scheme) {
    return release.rules().stream()
        .filter(rule -> rule.scheme().equals(scheme))
        .findFirst()
        .map(rule -> rule.lines())
        .orElseGet(() -> table(release, scheme));
  }

  /** A decision table as lines of cells. */
  private static List<String> table(Release release, String scheme) {
    return release.tables().stream()
        .filter(table -> table.scheme().equals(scheme))
        .flatMap(table -> table.rows().stream())
        .map(row -> String.join(" | ", row))
        .toList();
  }
}
