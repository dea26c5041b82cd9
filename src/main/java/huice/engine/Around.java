package huice.engine;

import huice.engine.measure.Lack;
import huice.engine.measure.Moment;
import huice.engine.measure.Reading;
import huice.model.Raw;
import huice.model.Result;
import huice.model.Truth;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a line's measures see beyond the case: parameters, other schemes, the months before. */
record Around(Assessing assessing, Scheme scheme, Subject subject) implements Moment.Surroundings {

  @Override
  public Reading parameter(String name, Moment moment) {
    ParametersInForce parameters = assessing.release().parameters();
    if (ofCase(name)) {
      return parameters.read(name, scheme, moment);
    }
    Map<String, Reading> known = assessing.then(moment.on(), moment.month()).parameters;
    Reading reading = known.get(name);
    if (reading == null) {
      reading = parameters.read(name, scheme, moment);
      known.put(name, reading);
    }
    return reading;
  }

  /** Whether the version or value of a parameter depends on the case. */
  private boolean ofCase(String name) {
    return assessing.isOrdinary()
        || scheme.parameterDates().containsKey(name)
        || scheme.selectors().containsKey(name);
  }

  private Then.Listed listed(String name, Moment moment) {
    ParametersInForce parameters = assessing.release().parameters();
    Then.Listed known =
        ofCase(name) ? null : assessing.then(moment.on(), moment.month()).lists.get(name);
    if (known == null) {
      known =
          new Then.Listed(
              parameters.list(name, scheme, moment), parameters.next(name, scheme, moment));
      if (!ofCase(name)) {
        assessing.then(moment.on(), moment.month()).lists.put(name, known);
      }
    }
    return known;
  }

  @Override
  public @Nullable List<String> list(String name, Moment moment) {
    return listed(name, moment).words();
  }

  @Override
  public long nextVersion(String name, Moment moment) {
    return listed(name, moment).next();
  }

  @Override
  public Reading outcome(String other, Moment moment) {
    Scheme read = assessing.scheme(other);
    if (read == null) {
      return Reading.unknown(Raw.NEVER, List.of());
    }
    Truth truth = Truth.NOT_MET;
    long next = Raw.NEVER;
    Set<String> gaps = new TreeSet<>();
    List<Lack> lacks = new ArrayList<>();
    for (Subject each : others(read)) {
      Line line = assessing.line(read, each, moment.on(), month(read, moment));
      next = Math.min(next, line.next);
      Truth one =
          line.result.favourable()
              ? Truth.MET
              : line.result.settled() ? Truth.NOT_MET : Truth.UNKNOWN;
      truth = truth.or(one);
      if (one == Truth.UNKNOWN) {
        gaps.addAll(line.gaps);
        lacks.addAll(Settling.lacks(line));
      }
    }
    if (truth != Truth.UNKNOWN) {
      return Reading.exact(truth == Truth.MET ? 1 : 0, next, List.of());
    }
    return new Reading(
        0, 1, 0, 1, next, lacks, List.of(), lacks.isEmpty() ? List.copyOf(gaps) : List.of());
  }

  private List<Subject> others(Scheme read) {
    return read.subject().id().equals(scheme.subject().id())
        ? List.of(subject)
        : assessing.subjects(read);
  }

  private static long month(Scheme read, Moment moment) {
    if (!read.monthly()) {
      return Moment.NO_MONTH;
    }
    return moment.month() != Moment.NO_MONTH
        ? moment.month()
        : YearMonth.from(Raw.date(moment.on())).atDay(1).toEpochDay();
  }

  /** Counts months, each once, whichever scheme of a shared counter used it. */
  @Override
  public Reading earlier(Moment moment) {
    Set<Long> sure = new TreeSet<>();
    Set<Long> possible = new TreeSet<>();
    long next = Raw.NEVER;
    List<Lack> lacks = new ArrayList<>();
    for (Line line : assessing.earlierLines(scheme, subject, moment)) {
      next = Math.min(next, line.next);
      if (line.result.favourable()) {
        sure.add(line.moment.month());
      } else if (!line.result.settled()) {
        possible.add(line.moment.month());
        if (line.result == Result.NEEDS_INFO) {
          lacks.addAll(Settling.lacks(line));
        }
      }
    }
    possible.addAll(sure);
    long lo = Raw.of(sure.size());
    long hi = Raw.of(possible.size());
    return new Reading(lo, hi, lo, hi, next, lo == hi ? List.of() : lacks, List.of(), List.of());
  }
}
