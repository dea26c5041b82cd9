package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Lack;
import huice.engine.measure.Moment;
import huice.engine.measure.Reading;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Raw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a parameter for a scheme and moment: version by event date, value by choice.
 */
final class ParametersInForce {
  /** The first and last days of a parameter's versions, and the day after each one's review. */
  private record Days(long[] from, long[] to, long[] reviewed) {
    static Days of(Parameter parameter) {
      List<ParameterValue> versions = parameter.versions();
      return new Days(
          versions.stream().mapToLong(v -> v.from().toEpochDay()).toArray(),
          versions.stream()
              .mapToLong(v -> v.to() == null ? Raw.NEVER : v.to().toEpochDay())
              .toArray(),
          versions.stream()
              .mapToLong(v -> v.review() == null ? Raw.NEVER : v.review().toEpochDay() + 1)
              .toArray());
    }
  }

  private final Map<String, Parameter> parameters;
  private final Map<String, Days> days = new HashMap<>();

  ParametersInForce(Map<String, Parameter> parameters) {
    this.parameters = parameters;
    parameters.forEach((name, parameter) -> days.put(name, Days.of(parameter)));
  }

  private Days days(String name) {
    return java.util.Objects.requireNonNull(days.get(name));
  }

  /** A parameter's version and the day that chose it; {@code value} null when none is in force. */
  record Used(
      Parameter parameter, @Nullable ParameterValue value, @Nullable String key, LocalDate day) {

    /** As the officer wrote it; null when not published. */
    @Nullable String written() {
      return value == null || !value.published() || key == null ? null : value.written().get(key);
    }
  }

  /** The version and key, or null when event date or choice are not known exactly. */
  @Nullable Used used(String name, Scheme scheme, Moment moment) {
    Parameter parameter = parameters.get(name);
    Reading date = date(name, scheme, moment);
    if (parameter == null || !date.isExact()) {
      return null;
    }
    Bound selector = scheme.selectors().get(name);
    String key = "";
    if (selector != null && selector.fact() != null) {
      Reading choice = selector.measure().read(moment);
      key =
          choice.isExact() && choice.lo() >= 0
              ? selector.fact().choices().get((int) choice.lo()).id()
              : null;
    }
    LocalDate day = Raw.date(date.lo());
    return new Used(parameter, parameter.on(day).orElse(null), key, day);
  }

  /** The event's date; a date known not to have come gives way to the moment's own day. */
  private static Reading date(String name, Scheme scheme, Moment moment) {
    Bound event = scheme.parameterDates().get(name);
    long own = moment.month() == Moment.NO_MONTH ? moment.on() : moment.month();
    if (event == null) {
      return Reading.exact(own, Raw.NEVER, List.of());
    }
    Reading reading = event.measure().read(moment);
    return reading.isExact() && reading.lo() == Raw.NEVER
        ? Reading.exact(own, reading.next(), reading.seen())
        : reading;
  }

  Reading read(String name, Scheme scheme, Moment moment) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      return Reading.unset(name, Raw.NEVER);
    }
    if (!scheme.parameterDates().containsKey(name) && !scheme.selectors().containsKey(name)) {
      return plain(name, parameter, scheme, moment);
    }
    Reading date = date(name, scheme, moment);
    long next = next(name, scheme, moment);
    List<ParameterValue> versions = versions(parameter, days(name), date);
    if (versions.isEmpty()) {
      return date.isExact() ? Reading.unset(name, next) : Reading.unknown(next, date.lacks());
    }
    Bound selector = scheme.selectors().get(name);
    Reading choice = selector == null ? null : selector.measure().read(moment);
    if (choice != null) {
      next = Math.min(next, choice.next());
    }
    return combined(name, versions, date, selector, choice, next);
  }

  /** The common case: chosen by the moment's own day, and by no choice. */
  private Reading plain(String name, Parameter parameter, Scheme scheme, Moment moment) {
    long own = moment.month() == Moment.NO_MONTH ? moment.on() : moment.month();
    long next = next(name, scheme, moment);
    for (ParameterValue version : parameter.versions()) {
      if (version.from().toEpochDay() <= own
          && (version.to() == null || version.to().toEpochDay() >= own)) {
        Long value = version.published() ? version.values().get("") : null;
        if (value != null) {
          return Reading.exact(value, next, List.of());
        }
        long lo = version.atLeast() == null ? Raw.LOW : version.atLeast();
        long hi = version.atMost() == null ? Raw.HIGH : version.atMost();
        return new Reading(lo, hi, lo, hi, next, List.of(), List.of(), List.of(name));
      }
    }
    return Reading.unset(name, next);
  }

  private static List<ParameterValue> versions(Parameter parameter, Days days, Reading date) {
    List<ParameterValue> found = new ArrayList<>(1);
    for (int i = 0; i < days.from().length; i++) {
      if (days.from()[i] <= date.hi() && days.to()[i] >= date.lo()) {
        found.add(parameter.versions().get(i));
      }
    }
    return found;
  }

  private static Reading combined(
      String name,
      List<ParameterValue> versions,
      Reading date,
      @Nullable Bound selector,
      @Nullable Reading choice,
      long next) {
    long lo = Raw.HIGH;
    long hi = Raw.LOW;
    boolean unset = false;
    for (ParameterValue version : versions) {
      if (!version.published()) {
        unset = true;
        lo = Math.min(lo, version.atLeast() == null ? Raw.LOW : version.atLeast());
        hi = Math.max(hi, version.atMost() == null ? Raw.HIGH : version.atMost());
        continue;
      }
      List<Long> values = values(version, selector, choice);
      unset |= values.isEmpty();
      lo = values.isEmpty() ? Raw.LOW : lo;
      hi = values.isEmpty() ? Raw.HIGH : hi;
      for (long value : values) {
        lo = Math.min(lo, value);
        hi = Math.max(hi, value);
      }
    }
    boolean open = !date.isExact() && coversNotAll(versions, date);
    List<Lack> lacks = new ArrayList<>(date.lacks());
    if (choice != null
        && !choice.isExact()
        && versions.stream().anyMatch(ParameterValue::published)) {
      lacks.addAll(choice.lacks());
    }
    boolean weak = date.doubtful() || choice != null && choice.doubtful();
    long low = open ? Raw.LOW : lo;
    long high = open ? Raw.HIGH : hi;
    return new Reading(
        low,
        high,
        weak ? Raw.LOW : low,
        weak ? Raw.HIGH : high,
        next,
        lacks,
        choice == null ? date.seen() : join(date.seen(), choice.seen()),
        unset && lacks.isEmpty() ? List.of(name) : List.of());
  }

  private static <T> List<T> join(List<T> a, List<T> b) {
    if (a.isEmpty()) {
      return b;
    }
    List<T> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static boolean coversNotAll(List<ParameterValue> versions, Reading date) {
    long covered = date.lo();
    for (ParameterValue version :
        versions.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList()) {
      if (version.from().toEpochDay() > covered) {
        return true;
      }
      covered = version.to() == null ? Raw.HIGH : Math.max(covered, version.to().toEpochDay() + 1);
    }
    return covered <= date.hi() && covered != Raw.HIGH;
  }

  private static List<Long> values(
      ParameterValue version, @Nullable Bound selector, @Nullable Reading choice) {
    if (selector == null || choice == null || selector.fact() == null) {
      Long only = version.values().get("");
      return only == null ? List.of() : List.of(only);
    }
    if (choice.isExact()) {
      Long value =
          choice.lo() < 0
              ? null
              : version.values().get(selector.fact().choices().get((int) choice.lo()).id());
      return value == null ? List.of() : List.of(value);
    }
    // Not every choice need have a value: then anything may come of it.
    return version.values().size() < selector.fact().choices().size()
        ? List.of(Raw.LOW, Raw.HIGH)
        : List.copyOf(version.values().values());
  }

  /** First later day on which another version may apply. */
  long next(String name, Scheme scheme, Moment moment) {
    Parameter parameter = parameters.get(name);
    Bound event = scheme.parameterDates().get(name);
    Reading date = event == null ? null : event.measure().read(moment);
    boolean byDay =
        moment.month() == Moment.NO_MONTH
            && (date == null || date.isExact() && date.lo() == Raw.NEVER);
    long next = date == null ? Raw.NEVER : date.next();
    if (parameter == null) {
      return next;
    }
    Days versions = days(name);
    for (int i = 0; i < versions.from().length; i++) {
      if (byDay) {
        next = after(next, versions.from()[i], moment.on());
        next =
            versions.to()[i] == Raw.NEVER ? next : after(next, versions.to()[i] + 1, moment.on());
      }
      next = after(next, versions.reviewed()[i], moment.on());
    }
    return next;
  }

  private static long after(long best, long candidate, long on) {
    return candidate > on ? Math.min(best, candidate) : best;
  }

  /** Words or days of a list parameter; null when not published. */
  @Nullable List<String> list(String name, Scheme scheme, Moment moment) {
    Used used = used(name, scheme, moment);
    return used == null || used.value() == null || !used.value().published()
        ? null
        : used.value().list();
  }
}
