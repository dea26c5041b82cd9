package huice.engine;

import huice.engine.measure.Lack;
import huice.engine.measure.Moment;
import huice.engine.measure.Reading;
import huice.model.ConditionResult;
import huice.model.Raw;
import huice.model.Result;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scheme for one subject on one day or for one month, while it is decided and after. Used by
 * one thread.
 */
final class Line {
  final Scheme scheme;
  final Subject subject;
  final Moment moment;
  @Nullable Version version;
  @Nullable Row row;
  Reading[] readings = {};
  Truth[] truths = {};

  /** Which conditions facts could settle; worked out when first asked for. */
  boolean @Nullable [] askable;

  Result result = Result.NOT_EVALUATED;

  /** The branch that was met; null when none was. */
  @Nullable Branch branch;

  /** What has to be known before even the version is. */
  List<Lack> versionLacks = List.of();

  /** The event that chose the version, when on doubtful evidence; null when it is certain. */
  @Nullable Reading doubtfulEvent;

  /** Places of the unknown conditions that can still change the answer. */
  List<Integer> relevant = List.of();

  /** The policy's own gaps behind an UNSETTLED result. */
  Set<String> gaps = Set.of();

  /** Facts needed besides conditions: for a due day, or to know that the row is a subject. */
  List<Lack> otherLacks = List.of();

  long next = Raw.NEVER;

  /** The record of its conditions, once written. */
  List<ConditionResult> results = List.of();

  private Map<String, ConditionResult.ParameterSeen> parametersSeen = Map.of();

  /** The day that chose the version. */
  long day;

  /** False when Drools and the formula disagree: our fault. */
  boolean sound = true;

  Line(Scheme scheme, Subject subject, Moment moment) {
    this.scheme = scheme;
    this.subject = subject;
    this.moment = moment;
  }

  boolean isMonth() {
    return moment.month() != Moment.NO_MONTH;
  }

  /** Whether the same was decided. */
  boolean same(Line other) {
    return result == other.result
        && version == other.version
        && branch == other.branch
        && next == other.next
        && sound == other.sound
        && Arrays.equals(truths, other.truths)
        && relevant.equals(other.relevant)
        && gaps.equals(other.gaps)
        && versionLacks.equals(other.versionLacks)
        && otherLacks.equals(other.otherLacks);
  }

  void mayChange(long change) {
    if (change > moment.on() && change < next) {
      next = change;
    }
  }

  LocalDate day() {
    return Raw.date(day);
  }

  void gap(String name) {
    if (gaps.isEmpty()) {
      gaps = new LinkedHashSet<>();
    }
    gaps.add(name);
  }

  void lack(Lack lack) {
    if (otherLacks.isEmpty()) {
      otherLacks = new ArrayList<>();
    }
    otherLacks.add(lack);
  }

  ConditionResult.ParameterSeen parameter(String name, ParametersInForce parameters) {
    if (parametersSeen.isEmpty()) {
      parametersSeen = new HashMap<>();
    }
    return parametersSeen.computeIfAbsent(name, n -> Reasons.parameter(n, this, parameters));
  }
}
