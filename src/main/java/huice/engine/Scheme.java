package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Measures;
import huice.model.Pack;
import huice.model.Raw;
import huice.model.SchemeKind;
import huice.model.SubjectKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A scheme ready to decide: its versions by date, the events that choose parameter versions and the
 * rule's own version, and the paths that select values of parameters by a choice. {@code adopted}
 * is the day from which a draft's service is adopted, null when it is not.
 */
record Scheme(
    String id,
    Pack pack,
    String title,
    SchemeKind kind,
    SubjectKind subject,
    boolean monthly,
    @Nullable LocalDate adopted,
    List<Version> versions,
    @Nullable Bound ruleDate,
    Map<String, Bound> parameterDates,
    Map<String, Bound> selectors,
    boolean readsEarlier,
    SchemeInfo info,
    Seat seat) {

  /** Whether the policy is a draft whose service nobody had adopted by that day. */
  boolean draft(LocalDate day) {
    return pack.draft() && (adopted == null || day.isBefore(adopted));
  }

  /** The version in force on a day; null when none is. */
  @Nullable Version version(long day) {
    int place = seat.version(day);
    return place < 0 ? null : versions.get(place);
  }

  /** First day after {@code day} on which another version, or none, is in force, or never. */
  long nextChange(long day) {
    return seat.nextChange(day);
  }

  /** Whether another version, or none, is in force on some later day. */
  boolean changes(long day) {
    return nextChange(day) < Raw.NEVER;
  }

  /** The same scheme in its place in a release. */
  Scheme seated(String digest, Seat place) {
    return new Scheme(
        id,
        pack,
        title,
        kind,
        subject,
        monthly,
        adopted,
        versions,
        ruleDate,
        parameterDates,
        selectors,
        readsEarlier,
        info.with(digest),
        place);
  }

  /** The forms of measure it reads by, with their versions. */
  SortedMap<String, Integer> measures() {
    SortedMap<String, Integer> forms = new TreeMap<>();
    for (Version version : versions) {
      version.slots().forEach(slot -> forms.putAll(Measures.versions(slot.call())));
      version
          .branches()
          .forEach(
              branch ->
                  SchemeCompiler.bounds(branch.consequences())
                      .forEach(bound -> forms.putAll(Measures.versions(bound.call()))));
    }
    parameterDates.values().forEach(date -> forms.putAll(Measures.versions(date.call())));
    selectors.values().forEach(choice -> forms.putAll(Measures.versions(choice.call())));
    if (ruleDate != null) {
      forms.putAll(Measures.versions(ruleDate.call()));
    }
    return forms;
  }
}
