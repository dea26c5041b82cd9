package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Shared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gives every scheme of a release its seat, and equal measures of one group the same place among
 * the readings. Two measures are equal when they are written alike and see the same: parameters
 * chosen by the same event and choice, for {@code earlier} the same scheme.
 */
final class Seating {
  private record Kind(String subject, boolean monthly) {}

  /** What is counted of a group while it grows. */
  private static final class Growing {
    final int index;
    final int kind;
    final Map<String, Integer> readings = new HashMap<>();
    final List<Boolean> relative = new ArrayList<>();
    int schemes;

    boolean[] ofMonth() {
      boolean[] all = new boolean[relative.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = relative.get(i);
      }
      return all;
    }

    Growing(int index, int kind) {
      this.index = index;
      this.kind = kind;
    }
  }

  private final Map<Kind, Growing> groups = new HashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> ofDay = new HashMap<>();

  /** Schemes with seats; {@code ofDay} measures read nothing of any case. */
  record Seated(List<List<Scheme>> layers, int groups, int kinds, int ofDay) {}

  private Seating() {}

  /** The same schemes with seats and digests. */
  static Seated of(List<List<Scheme>> layers, Map<String, String> digests) {
    Seating seating = new Seating();
    Map<Scheme, Integer> places = new java.util.IdentityHashMap<>();
    layers.forEach(
        layer ->
            layer.forEach(
                scheme -> {
                  Growing group = seating.group(scheme);
                  places.put(scheme, group.schemes++);
                  bounds(scheme).forEach(bound -> seating.place(bound, scheme, group));
                }));
    List<List<Scheme>> seated = new ArrayList<>();
    for (List<Scheme> layer : layers) {
      List<Scheme> here = new ArrayList<>();
      for (Scheme scheme : layer) {
        Growing group = seating.group(scheme);
        Seat.Group done = new Seat.Group(group.index, group.kind, group.schemes, group.ofMonth());
        Seat seat = scheme.seat().at(done, java.util.Objects.requireNonNull(places.get(scheme)));
        here.add(scheme.seated(digests.getOrDefault(scheme.id(), ""), seat));
      }
      seated.add(here);
    }
    return new Seated(seated, seating.groups.size(), seating.kinds.size(), seating.ofDay.size());
  }

  private Growing group(Scheme scheme) {
    int next = kinds.size();
    int kind = kinds.computeIfAbsent(scheme.subject().id(), k -> next);
    int index = groups.size();
    return groups.computeIfAbsent(
        new Kind(scheme.subject().id(), scheme.monthly()), k -> new Growing(index, kind));
  }

  private static List<Bound> bounds(Scheme scheme) {
    List<Bound> all = new ArrayList<>();
    for (Version version : scheme.versions()) {
      all.addAll(version.slots());
      version.conditions().forEach(c -> all.addAll(List.of(c.left(), c.right())));
      version.branches().forEach(b -> all.addAll(SchemeCompiler.bounds(b.consequences())));
    }
    all.addAll(scheme.parameterDates().values());
    all.addAll(scheme.selectors().values());
    if (scheme.ruleDate() != null) {
      all.add(scheme.ruleDate());
    }
    return all;
  }

  private void place(Bound bound, Scheme scheme, Growing group) {
    if (!(bound.measure() instanceof Shared measure)) {
      return;
    }
    StringBuilder key = new StringBuilder(bound.written());
    boolean ofCase = !bound.facts().isEmpty() || !bound.schemes().isEmpty();
    for (String parameter : new TreeSet<>(bound.parameters())) {
      Bound date = scheme.parameterDates().get(parameter);
      Bound choice = scheme.selectors().get(parameter);
      ofCase |= date != null || choice != null;
      key.append('\n').append(parameter);
      key.append('\n').append(date == null ? "" : date.written());
      key.append('\n').append(choice == null ? "" : choice.written());
    }
    if (bound.written().contains("earlier(")) {
      ofCase = true;
      key.append('\n').append(scheme.id());
    }
    if (ofCase) {
      int next = group.readings.size();
      int place = group.readings.computeIfAbsent(key.toString(), k -> next);
      if (place == next) {
        group.relative.add(bound.relative());
      }
      measure.place(place, false);
    } else {
      int next = ofDay.size();
      measure.place(ofDay.computeIfAbsent(key.toString(), k -> next), true);
    }
  }
}
