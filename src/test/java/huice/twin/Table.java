package huice.twin;

import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that pass a test on a day: those that surely do, those that may, and whether
 * others may be missing. Rows that begin after the day are not seen.
 */
final class Table {
  /** Whether a row is one of those asked about. */
  interface Test {
    Truth of(Node row);
  }

  private final List<Node> rows = new ArrayList<>(4);
  private final List<Truth> truths = new ArrayList<>(4);
  private boolean open;
  private long unseenFrom;

  /** {@code until}: the last day on which a row that passes can have begun. */
  Table(@Nullable Node owner, Relation list, Fact begins, long on, long until, Test test) {
    Rows known = owner == null ? null : owner.list(list);
    long complete =
        known == null || known.completeTo() == null ? Raw.LOW : known.completeTo().toEpochDay();
    open = complete < Math.min(on, until);
    unseenFrom =
        complete == Raw.LOW
            ? Raw.LOW
            : begins.month() ? Days.monthStart(complete + 1) : complete + 1;
    for (Node row : known == null ? List.<Node>of() : known.rows()) {
      Truth truth = read(row, begins).atMost(Span.of(on));
      truth = truth == Truth.NOT_MET ? truth : truth.and(test.of(row));
      if (truth != Truth.NOT_MET) {
        rows.add(row);
        truths.add(truth);
      }
    }
  }

  boolean open() {
    return open;
  }

  long unseenFrom() {
    return unseenFrom;
  }

  int size() {
    return rows.size();
  }

  Node row(int i) {
    return rows.get(i);
  }

  boolean sure(int i) {
    return truths.get(i) == Truth.MET;
  }

  private boolean anySure() {
    return truths.contains(Truth.MET);
  }

  /** 1 when there is such a row, 0 when there is none. */
  Span exists() {
    return Span.between(anySure() ? 1 : 0, size() > 0 || open ? 1 : 0);
  }

  Span count() {
    long sure = truths.stream().filter(t -> t == Truth.MET).count();
    return Span.between(Raw.of(sure), open ? Raw.HIGH : Raw.of(size()));
  }

  Span sum(Fact fact) {
    long lo = 0;
    long hi = 0;
    for (int i = 0; i < size(); i++) {
      Span value = read(row(i), fact);
      lo = sure(i) ? Span.add(lo, value.lo()) : lo;
      hi = Span.add(hi, value.hi());
    }
    return Span.between(lo, open ? Raw.HIGH : hi);
  }

  /** The latest such date; never when there is none. */
  Span latest(Fact fact, Fact begins) {
    long lo = Raw.LOW;
    long least = open ? (fact.equals(begins) ? unseenFrom : Raw.LOW) : Raw.NEVER;
    long hi = open ? Raw.HIGH : Raw.LOW;
    boolean sure = false;
    for (int i = 0; i < size(); i++) {
      Span date = read(row(i), fact);
      if (date.lo() < Raw.NEVER) {
        least = Math.min(least, date.lo());
        hi = Math.max(hi, date.hi());
        if (sure(i) && date.hi() < Raw.NEVER) {
          sure = true;
          lo = Math.max(lo, date.lo());
        }
      }
    }
    return sure ? Span.between(lo, hi) : Span.between(least, Math.max(hi, Raw.NEVER));
  }

  Span earliest(Fact fact, Fact begins) {
    long least = open ? (fact.equals(begins) ? unseenFrom : Raw.LOW) : Raw.NEVER;
    long sureHi = Raw.HIGH;
    long hi = open ? Raw.HIGH : Raw.NEVER;
    boolean sure = false;
    for (int i = 0; i < size(); i++) {
      Span date = read(row(i), fact);
      if (date.lo() < Raw.NEVER) {
        least = Math.min(least, date.lo());
        hi = Math.max(hi, date.hi());
        if (sure(i) && date.hi() < Raw.NEVER) {
          sure = true;
          sureHi = Math.min(sureHi, date.hi());
        }
      }
    }
    return Span.between(least, sure ? sureHi : hi);
  }

  /** What is recorded of a fact; only plain evidence is expected here. */
  static Span read(@Nullable Node node, Fact fact) {
    Known known = node == null ? Known.ABSENT : node.fact(fact);
    if (known instanceof Known.Value value) {
      return Span.of(value.raw());
    }
    boolean none = known instanceof Known.None;
    return switch (fact.type()) {
      case DATE -> none ? Span.NEVER : absent(Raw.LOW, Raw.HIGH, fact);
      case MONEY, COUNT -> none ? Span.of(0) : absent(0, Raw.HIGH, fact);
      case YES_NO -> none ? Span.of(0) : absent(0, 1, fact);
      case CHOICE -> none ? Span.of(Raw.NO_CHOICE) : absent(-1, fact.choices().size() - 1, fact);
    };
  }

  private static Span absent(long lo, long hi, Fact fact) {
    boolean office = fact.absent() == Fact.Absence.UNSETTLED;
    return new Span(lo, hi, !office, office, false);
  }
}
