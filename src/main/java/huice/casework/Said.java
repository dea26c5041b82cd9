package huice.casework;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Statement;
import huice.model.Statement.Kind;
import huice.policy.RecordedValues;
import huice.store.FactRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What statements about one path amount to on a day: of each source the latest that is said for the
 * day, and of all sources one value, or a conflict in which all are kept (R17).
 */
final class Said {
  /** Said for a later time first of all; of the same time, recorded later. */
  private static final Comparator<FactRow> LATER =
      Comparator.<FactRow, LocalDate>comparing(
              row -> row.said().validFrom(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(FactRow::seq);

  private static final Comparator<Evidence> STRONGER =
      Comparator.comparing(Evidence::withdrawn)
          .thenComparing(Evidence::quality)
          .thenComparing(
              Evidence::obtained,
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder().reversed()));

  private Said() {}

  /** What stands as known at a number: all that was said up to it and not corrected up to it. */
  static List<FactRow> standing(Collection<FactRow> rows, long version) {
    Set<Long> corrected = new HashSet<>();
    for (FactRow row : rows) {
      Long corrects = row.said().corrects();
      if (row.seq() <= version && corrects != null) {
        corrected.add(corrects);
      }
    }
    return rows.stream()
        .filter(row -> row.seq() <= version && !corrected.contains(row.seq()))
        .filter(row -> row.said().kind() != Kind.GONE)
        .toList();
  }

  /** What is known of a fact. */
  static Known known(Fact fact, List<FactRow> standing, LocalDate on) {
    List<Known> known = new ArrayList<>();
    for (FactRow row : latest(standing, on, Set.of(Kind.VALUE, Kind.NONE))) {
      Known one = known(fact, row.said());
      if (one != Known.ABSENT) {
        known.add(one);
      }
    }
    if (known.isEmpty()) {
      return Known.ABSENT;
    }
    List<Known.Value> values = known.stream().map(one -> value(fact, one)).toList();
    if (values.stream().map(Known.Value::raw).distinct().count() > 1) {
      return new Known.Conflict(values);
    }
    return known.stream()
        .min(Comparator.comparing(one -> value(fact, one).evidence(), STRONGER))
        .orElseThrow();
  }

  private static Known known(Fact fact, Statement said) {
    String text = said.value();
    return said.kind() == Kind.NONE || text == null
        ? new Known.None(said.evidence())
        : RecordedValues.read(fact, text, said.evidence());
  }

  private static Known.Value value(Fact fact, Known known) {
    if (known instanceof Known.None none) {
      return new Known.Value(RecordedValues.none(fact), none.evidence());
    }
    return (Known.Value) known;
  }

  /**
   * Up to which day a list is complete, null when nobody says so. Who only matched or estimated, or
   * took it back, does not make a list complete: what is not in it would count as not having been.
   */
  static @Nullable LocalDate completeTo(List<FactRow> standing, LocalDate on) {
    return latest(standing, on, Set.of(Kind.COMPLETE)).stream()
        .map(FactRow::said)
        .filter(said -> !said.evidence().weak())
        .map(Statement::value)
        .filter(Objects::nonNull)
        .map(LocalDate::parse)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The record that a root is; null when none is named, none is there or sources differ. */
  static @Nullable UUID linked(List<FactRow> standing, LocalDate on) {
    Set<String> targets = new HashSet<>();
    for (FactRow row : latest(standing, on, Set.of(Kind.LINK, Kind.NONE))) {
      String target = row.said().value();
      targets.add(target == null ? "" : target);
    }
    String only = targets.size() == 1 ? targets.iterator().next() : "";
    return only.isEmpty() ? null : UUID.fromString(only);
  }

  /** Of each source the latest that is said for the day, in the order of recording. */
  private static List<FactRow> latest(List<FactRow> standing, LocalDate on, Set<Kind> kinds) {
    Map<String, FactRow> latest = new HashMap<>();
    for (FactRow row : standing) {
      if (kinds.contains(row.said().kind()) && row.said().covers(on)) {
        latest.merge(
            row.said().source(), row, (old, now) -> LATER.compare(old, now) < 0 ? now : old);
      }
    }
    return latest.values().stream().sorted(Comparator.comparing(FactRow::seq)).toList();
  }

  /** Statements by path, in the order of recording. */
  static Map<String, List<FactRow>> byPath(Collection<FactRow> standing) {
    Map<String, List<FactRow>> paths = new LinkedHashMap<>();
    for (FactRow row : standing) {
      paths.computeIfAbsent(row.path(), path -> new ArrayList<>()).add(row);
    }
    return paths;
  }
}
