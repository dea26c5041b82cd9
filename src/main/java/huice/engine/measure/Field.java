package huice.engine.measure;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact as seen from a node: over single relations, none at all mostly. */
final class Field {
  final Fact fact;
  private final List<Relation> ones;
  private final Interval full;

  Field(List<Relation> ones, Fact fact) {
    this.ones = List.copyOf(ones);
    this.fact = fact;
    this.full = full(fact);
  }

  /** Everything a fact of that type can be; money and counts are never negative. */
  private static Interval full(Fact fact) {
    return switch (fact.type()) {
      case DATE -> Interval.ANYTHING;
      case MONEY, COUNT -> Interval.of(0, Raw.HIGH);
      case YES_NO -> Interval.YES_OR_NO;
      case CHOICE -> Interval.of(Raw.NO_CHOICE, fact.choices().size() - 1);
    };
  }

  /** What stands for none. */
  long none() {
    return switch (fact.type()) {
      case DATE -> Raw.NEVER;
      case MONEY, COUNT, YES_NO -> 0;
      case CHOICE -> Raw.NO_CHOICE;
    };
  }

  boolean direct() {
    return ones.isEmpty();
  }

  Known known(@Nullable Node owner) {
    Node node = owner;
    for (int i = 0; i < ones.size() && node != null; i++) {
      node = node.one(ones.get(i));
    }
    return node == null ? Known.ABSENT : node.fact(fact.ordinal());
  }

  /** Path of the fact in the case, as far as the case goes and then by the dictionary. */
  String path(@Nullable Node owner, String name) {
    if (owner != null && ones.isEmpty()) {
      return owner.path(fact);
    }
    StringBuilder path = new StringBuilder(owner == null ? name : owner.path());
    for (Relation one : ones) {
      path.append('.').append(one.id());
    }
    return path.append('.').append(fact.id()).toString();
  }

  Interval read(@Nullable Node owner, String name, Frame frame) {
    Known known = known(owner);
    if (known instanceof Known.Value value) {
      return single(owner, name, value.raw(), false, value.evidence(), frame);
    }
    if (known instanceof Known.None none) {
      return single(owner, name, none(), true, none.evidence(), frame);
    }
    if (known instanceof Known.Conflict conflict) {
      return hull(owner, name, conflict, frame);
    }
    frame.lack(path(owner, name), fact);
    return full;
  }

  private Interval single(
      @Nullable Node owner, String name, long raw, boolean none, Evidence evidence, Frame frame) {
    boolean weak = frame.weak(evidence, fact);
    if (frame.tracing) {
      frame.see(sight(path(owner, name), raw, none, evidence, weak, false, frame));
    }
    return weak ? new Interval(raw, raw, full.clo(), full.chi()) : Interval.of(raw);
  }

  private Interval hull(@Nullable Node owner, String name, Known.Conflict conflict, Frame frame) {
    long lo = Raw.HIGH;
    long hi = Raw.LOW;
    for (Known.Value value : conflict.values()) {
      lo = Math.min(lo, value.raw());
      hi = Math.max(hi, value.raw());
      boolean weak = frame.weak(value.evidence(), fact);
      if (frame.tracing) {
        boolean none = value.raw() == none() && fact.type() != huice.model.ValueType.YES_NO;
        frame.see(sight(path(owner, name), value.raw(), none, value.evidence(), weak, true, frame));
      }
    }
    return lo > hi ? full : new Interval(lo, hi, full.clo(), full.chi());
  }

  /** Whether the fact is stated at all: a value is yes, none is no, absence is unknown. */
  Interval stated(@Nullable Node owner, String name, Frame frame) {
    Interval value = read(owner, name, frame);
    Known known = known(owner);
    if (known instanceof Known.Absent) {
      return Interval.YES_OR_NO;
    }
    boolean mayBe = !(known instanceof Known.None);
    boolean mayNotBe = !mayBe;
    boolean shaky = value.clo() != value.chi();
    if (known instanceof Known.Conflict conflict) {
      mayBe = conflict.values().stream().anyMatch(v -> v.raw() != none());
      mayNotBe = conflict.values().stream().anyMatch(v -> v.raw() == none());
    }
    int lo = mayNotBe ? 0 : 1;
    int hi = mayBe ? 1 : 0;
    return new Interval(lo, hi, shaky ? 0 : lo, shaky ? 1 : hi);
  }

  private Sight sight(
      String path,
      long raw,
      boolean none,
      Evidence evidence,
      boolean weak,
      boolean conflict,
      Frame frame) {
    List<String> flags = new ArrayList<>(0);
    boolean expired = evidence.until() != null && evidence.until().toEpochDay() < frame.on;
    if (expired || Frame.staleFrom(evidence, fact) <= frame.on) {
      flags.add("stale");
    }
    if (weak) {
      flags.add("weak");
    }
    if (conflict) {
      flags.add("conflict");
    }
    if (evidence.withdrawn()) {
      flags.add("withdrawn");
    }
    return new Sight(path, fact, null, raw, none, evidence, List.copyOf(flags));
  }
}
