package huice.casework.task;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.ConditionResult;
import huice.model.Due;
import huice.model.Missing;
import huice.model.Outcome;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a due day rests on. Stateless. */
final class Bases {
  private Bases() {}

  /** Of what the rules made; {@code since} where the rule itself names no day to count from. */
  static Basis of(
      CompiledRelease release, Outcome outcome, LocalDate on, @Nullable LocalDate since) {
    Due due = outcome.due();
    LocalDate from = due == null || due.from() == null ? since : due.from();
    return of(
        release,
        outcome.scheme(),
        due == null ? List.of() : due.clauses(),
        due == null ? 0 : due.line(),
        on,
        from,
        due == null ? null : due.rhythm().zh(),
        outcome.parameters().stream().map(Bases::used).toList(),
        due == null ? List.of() : due.notSet(),
        outcome.missing().stream().map(Missing::question).map(text -> text.zh()).toList(),
        due == null ? List.of() : due.items().stream().map(Bases::item).toList());
  }

  /** Of a rule that sets no day by itself, with parameters named beside it. */
  static Basis of(
      CompiledRelease release,
      String scheme,
      LocalDate on,
      LocalDate since,
      @Nullable String rhythm,
      List<Basis.Used> parameters) {
    List<String> notSet =
        parameters.stream().filter(p -> p.value() == null).map(Basis.Used::name).toList();
    return of(
        release, scheme, List.of(), 0, on, since, rhythm, parameters, notSet, List.of(), List.of());
  }

  private static Basis of(
      CompiledRelease release,
      String scheme,
      List<String> clauses,
      int line,
      LocalDate on,
      @Nullable LocalDate since,
      @Nullable String rhythm,
      List<Basis.Used> parameters,
      List<String> notSet,
      List<String> asked,
      List<Basis.Item> items) {
    SchemeInfo info = info(release, scheme).orElseThrow();
    SchemeInfo.Version version =
        info.versions().stream()
            .filter(v -> !v.from().isAfter(on) && (v.to() == null || !v.to().isBefore(on)))
            .findFirst()
            .orElseGet(() -> info.versions().get(0));
    Service adopted = adopted(release, info).orElse(null);
    return new Basis(
        scheme,
        info.title(),
        clauses.isEmpty() ? version.clauses() : clauses,
        version.file(),
        line == 0 ? version.line() : line,
        adopted == null ? null : adopted.adoptedBy(),
        adopted == null ? null : adopted.from().toString(),
        since == null ? null : since.toString(),
        rhythm,
        parameters,
        notSet,
        asked,
        items);
  }

  static Optional<SchemeInfo> info(CompiledRelease release, String scheme) {
    return release.schemes().stream().filter(s -> s.id().equals(scheme)).findFirst();
  }

  private static Optional<Service> adopted(CompiledRelease release, SchemeInfo info) {
    return release.source().pack(info.pack()).stream()
        .flatMap(pack -> pack.services().stream())
        .filter(service -> service.scheme().equals(info.id()))
        .min((a, b) -> a.from().compareTo(b.from()));
  }

  /** From when a scheme may make tasks; empty when it is a draft's that nobody adopted. */
  static Optional<LocalDate> inForce(CompiledRelease release, String scheme) {
    SchemeInfo info = info(release, scheme).orElse(null);
    if (info == null) {
      return Optional.empty();
    }
    boolean draft = release.source().pack(info.pack()).map(pack -> pack.draft()).orElse(true);
    return draft
        ? adopted(release, info).map(Service::from)
        : Optional.of(info.versions().get(0).from());
  }

  private static Basis.Used used(ConditionResult.ParameterSeen seen) {
    LocalDate from = seen.from();
    return new Basis.Used(
        seen.name(), seen.value(), from == null ? null : from.toString(), seen.reference());
  }

  private static Basis.Item item(Due.Item item) {
    return new Basis.Item(item.name(), item.target().toPlainString(), item.done().toPlainString());
  }

  /** A parameter as it stands on a day; its value null: not published. */
  static Basis.Used parameter(CompiledRelease release, String name, LocalDate on) {
    ParameterValue version = version(release, name, on).orElse(null);
    BigDecimal value = number(version);
    return new Basis.Used(
        name,
        value == null ? null : value.toPlainString(),
        version == null ? null : version.from().toString(),
        version == null ? null : version.reference());
  }

  /** Null when it is not published for the day. */
  static @Nullable BigDecimal number(CompiledRelease release, String name, LocalDate on) {
    return number(version(release, name, on).orElse(null));
  }

  private static @Nullable BigDecimal number(@Nullable ParameterValue version) {
    Long value = version == null || !version.published() ? null : version.values().get("");
    return value == null ? null : Raw.decimal(value);
  }

  private static Optional<ParameterValue> version(
      CompiledRelease release, String name, LocalDate on) {
    return release.source().packs().stream()
        .flatMap(pack -> pack.parameters().stream())
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .flatMap(parameter -> ((Parameter) parameter).on(on));
  }

  /** How a rhythm comes again: P7D or P3M, of the parameter that its sentence names; or null. */
  static @Nullable String rhythm(Outcome outcome) {
    Due due = outcome.due();
    if (due == null || due.from() == null) {
      return null;
    }
    List<String> found = new ArrayList<>();
    for (ConditionResult.ParameterSeen seen : outcome.parameters()) {
      String value = seen.value();
      if (value != null && due.rhythm().zh().contains("〔" + seen.name() + "〕")) {
        String number = value.replaceAll("[^0-9].*", "");
        if (!number.isEmpty()) {
          found.add("P" + number + (value.contains("月") ? "M" : "D"));
        }
      }
    }
    return found.isEmpty() ? null : found.get(0);
  }
}
