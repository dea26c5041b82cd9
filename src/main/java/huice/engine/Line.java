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
  final Set<String> gaps = new LinkedHashSet<>();

  /** Facts needed besides conditions: for a due day, or to know that the row is a subject. */
  final List<Lack> otherLacks = new ArrayList<>();

  long next = Raw.NEVER;

  /** The record of its conditions, once written. */
  List<ConditionResult> results = List.of();

  final Map<String, ConditionResult.ParameterSeen> parametersSeen = new HashMap<>();

  /** The day that chose the version. */
  LocalDate day = LocalDate.EPOCH;

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

  void mayChange(long day) {
    if (day > moment.on() && day < next) {
      next = day;
    }
  }
}
