package huice.engine;

import huice.engine.measure.Lack;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.SubjectKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaves it open whether a row is one that its kind of subject is about: choices not known, in
 * conflict, or on weak evidence. {@code likely} when all that is known says it is. {@code next} is
 * the day on which evidence runs out.
 */
record Doubt(List<Lack> lacks, boolean likely, long next) {
  static final Doubt NONE = new Doubt(List.of(), true, Raw.NEVER);

  Doubt {
    lacks = List.copyOf(lacks);
  }

  /** Null when the row is known to be another. */
  static @Nullable Doubt of(SubjectKind kind, Node row, LocalDate on) {
    Doubt all = NONE;
    for (SubjectKind.Where where : kind.where()) {
      Fact fact = row.entity().fact(where.fact()).orElse(null);
      Doubt one = fact == null ? NONE : of(where, fact, row, on);
      if (one == null) {
        return null;
      }
      all = all.and(one);
    }
    return all;
  }

  private static @Nullable Doubt of(SubjectKind.Where where, Fact fact, Node row, LocalDate on) {
    Known known = row.fact(fact);
    Evidence evidence = null;
    boolean listed = false;
    if (known instanceof Known.Value value) {
      evidence = value.evidence();
      listed = where.choices().stream().anyMatch(c -> fact.choice(c).orElse(-1) == value.raw());
    } else if (known instanceof Known.None none) {
      evidence = none.evidence();
    }
    List<Lack> lack = List.of(new Lack(row.path() + "." + fact.id(), fact, null));
    if (evidence == null) {
      return new Doubt(lack, false, Raw.NEVER);
    }
    LocalDate until = evidence.until();
    if (evidence.weak() || until != null && until.isBefore(on)) {
      return new Doubt(lack, listed, Raw.NEVER);
    }
    long next = until == null ? Raw.NEVER : until.toEpochDay() + 1;
    return listed ? new Doubt(List.of(), true, next) : null;
  }

  private Doubt and(Doubt other) {
    List<Lack> both = new ArrayList<>(lacks);
    both.addAll(other.lacks);
    return new Doubt(both, likely && other.likely, Math.min(next, other.next));
  }
}
