package huice.engine.measure;

import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that count or may count at a moment, and whether there may be others that
 * nobody told of: those began on {@code unseenFrom} or later.
 *
 * <p>Rows that begin after the day asked about are not seen. A list is complete when it is said to
 * be complete to the day up to which knowledge reaches, or to the last day on which a row that
 * passes the filters can have begun.
 */
final class Found {
  private static final int FIRST = 4;
  private static final Node[] NO_ROWS = {};
  private static final int[] NO_TRUTHS = {};
  private static final Interval[] NONE = {};

  Node[] rows = NO_ROWS;
  int[] truths = NO_TRUTHS;

  /** Day on which each row begins; null where its entity does not say. */
  @Nullable Interval[] begins = NONE;

  int size;

  boolean open;
  boolean cautiouslyOpen;
  long unseenFrom = Raw.HIGH;
  long cautiouslyUnseenFrom = Raw.HIGH;

  private final RowPath path;
  private final Frame frame;
  private final Interval[] rights;

  /** Last day on which a row that counts can have begun. */
  private long until;

  private long cautiouslyUntil;

  /** Path of the deepest thing that the case does not have. */
  private String missing = "";

  /** {@code any}: one sure row is enough. */
  private final boolean any;

  private boolean proven;

  Found(RowPath path, Frame frame, Interval to, boolean any) {
    this.path = path;
    this.frame = frame;
    this.any = any;
    this.until = Math.min(Math.min(frame.on, frame.known), to.hi());
    this.cautiouslyUntil = Math.min(Math.min(frame.on, frame.known), to.chi());
    this.rights = path.filters.length == 0 ? NONE : new Interval[path.filters.length];
    for (int i = 0; i < rights.length; i++) {
      rights[i] = path.filters[i].right(frame);
      Interval bound = path.filters[i].bound(rights[i]);
      if (bound != null) {
        until = Math.min(until, bound.hi());
        cautiouslyUntil = Math.min(cautiouslyUntil, bound.chi());
      }
    }
    Node root = path.start.node(frame);
    if (root == null) {
      missing = path.start.name(frame);
    }
    long before = frame.next();
    walk(root, 0, Three.TRUE);
    frame.next(Math.min(before, frame.next()));
  }

  private void walk(@Nullable Node node, int step, int truth) {
    Relation relation = path.steps[step];
    if (!relation.many()) {
      Node one = node == null ? null : node.one(relation);
      if (one == null) {
        missing = path(node, relation);
      }
      walk(one, step + 1, truth);
      return;
    }
    Rows list = node == null ? null : node.list(relation);
    complete(list, node, relation, truth);
    if (list != null) {
      List<Node> nodes = list.rows();
      for (int i = 0; i < nodes.size() && !proven; i++) {
        row(nodes.get(i), step, truth);
      }
    }
  }

  private String path(@Nullable Node owner, Relation relation) {
    return (owner == null ? missing : owner.path()) + "." + relation.id();
  }

  /** A row that proves the answer alone decides when it may change; otherwise all rows do. */
  private void row(Node row, int step, int outer) {
    long before = frame.next();
    frame.next(Raw.NEVER);
    look(row, step, outer);
    if (!proven) {
      frame.at(before);
    }
  }

  private void look(Node row, int step, int outer) {
    long mark = frame.mark();
    int truth = outer;
    Field begin = path.begins[step];
    Interval day = null;
    if (begin != null) {
      day = begin.read(row, row.path(), frame);
      frame.boundary(day);
      truth = Three.and(truth, Three.notAfter(day, frame.on));
      if (truth == Three.FALSE) {
        frame.forget(mark);
        return;
      }
    }
    if (step + 1 < path.steps.length) {
      long begun = frame.next();
      walk(row, step + 1, truth);
      frame.at(begun);
      return;
    }
    truth = Three.and(truth, filtered(row));
    if (!Three.possible(truth)) {
      frame.forget(mark);
    }
    if (truth != Three.FALSE) {
      add(row, truth, day);
    }
    proven = any && truth == Three.TRUE;
  }

  /** A row that a filter excludes stays so until that filter changes, whatever else happens. */
  private int filtered(Node row) {
    int truth = Three.TRUE;
    for (int i = 0; i < rights.length; i++) {
      long before = frame.next();
      frame.next(Raw.NEVER);
      int result = path.filters[i].test(row, rights[i], frame);
      if (result == Three.FALSE) {
        return result;
      }
      frame.at(before);
      truth = Three.and(truth, result);
    }
    return truth;
  }

  private void add(Node row, int truth, @Nullable Interval begin) {
    if (size == rows.length) {
      int more = size == 0 ? FIRST : size * 2;
      rows = Arrays.copyOf(rows, more);
      truths = Arrays.copyOf(truths, more);
      begins = Arrays.copyOf(begins, more);
    }
    rows[size] = row;
    truths[size] = truth;
    begins[size] = begin;
    size++;
  }

  private void complete(@Nullable Rows list, @Nullable Node owner, Relation relation, int truth) {
    long to = list == null || list.completeTo() == null ? Raw.LOW : list.completeTo().toEpochDay();
    boolean lacks = to < until && Three.possible(truth);
    if (!lacks && cautiouslyUntil >= Math.min(frame.on, frame.known) && Civil.isDay(to)) {
      frame.at(to + 1);
    }
    if (frame.tracing && list != null) {
      List<String> flags = lacks ? List.of("incomplete") : List.of();
      String where = path(owner, relation);
      frame.see(new Sight(where, null, relation, list.rows().size(), false, null, flags));
    }
    if (lacks) {
      frame.lack(path(owner, relation), relation);
      open = true;
      unseenFrom = Math.min(unseenFrom, path.after(to));
    }
    if (to < cautiouslyUntil) {
      cautiouslyOpen = true;
      cautiouslyUnseenFrom = Math.min(cautiouslyUnseenFrom, path.after(to));
    }
  }

  /** Whether caution makes no difference to what may be missing. */
  boolean certain() {
    return open == cautiouslyOpen && unseenFrom == cautiouslyUnseenFrom;
  }

  boolean surely(int i) {
    return Three.sure(truths[i]);
  }

  boolean possibly(int i) {
    return Three.possible(truths[i]);
  }

  boolean cautiouslySurely(int i) {
    return Three.cautiouslySure(truths[i]);
  }

  boolean cautiouslyPossibly(int i) {
    return Three.cautiouslyPossible(truths[i]);
  }
}
