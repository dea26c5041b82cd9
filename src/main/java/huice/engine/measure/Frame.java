package huice.engine.measure;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One reading under way: the moment, and what is gathered beside the value. One thread, one use.
 */
final class Frame {
  final Moment moment;
  final long on;
  final long known;
  final boolean tracing;

  /** The member of the subject that is being read, and its name in the case. */
  @Nullable Node member;

  String memberName = "";

  private long next = Raw.NEVER;

  /** Whether ends that equal the day asked about move along with it. */
  private boolean moving;

  private List<Lack> lacks = List.of();
  private List<Sight> seen = List.of();
  private List<String> unset = List.of();

  Frame(Moment moment) {
    this.moment = moment;
    this.on = moment.on();
    this.known = moment.known();
    this.tracing = moment.tracing();
  }

  /** Reads a part; what it lacks or misses does not matter once it is exact. */
  Interval part(Form form) {
    boolean outer = moving;
    Interval value = movingPart(form);
    if (moving) {
      at(on + 1);
    }
    moving = outer;
    return value;
  }

  /** Reads a part whose ends may move along with the day: see {@link #moving()}. */
  Interval movingPart(Form form) {
    moving = false;
    long mark = mark();
    Interval value = form.read(this);
    if (value.exact()) {
      forget(mark);
    }
    return value;
  }

  /** Whether the part last read moves along with the day. */
  boolean moving() {
    return moving;
  }

  void moving(boolean moves) {
    moving = moves;
  }

  Reading reading(Form form) {
    Interval value = movingPart(form);
    return new Reading(
        value.lo(),
        value.hi(),
        value.clo(),
        value.chi(),
        moving ? Math.min(next, on + 1) : next,
        distinct(lacks, Lack::path),
        distinct(seen, s -> List.of(s.path(), s.raw(), System.identityHashCode(s.evidence()))),
        distinct(unset, u -> u),
        next);
  }

  private static <T> List<T> distinct(List<T> list, Function<T, Object> key) {
    if (list.size() < 2) {
      return list.isEmpty() ? List.of() : List.of(list.get(0));
    }
    Set<Object> keys = new HashSet<>();
    List<T> once = new ArrayList<>(list.size());
    for (T element : list) {
      if (keys.add(key.apply(element))) {
        once.add(element);
      }
    }
    return List.copyOf(once);
  }

  /** The reading may change on this day, if it is still to come. */
  void at(long day) {
    if (day > on && day < next) {
      next = day;
    }
  }

  /** A comparison of this date with {@code on} changes on it, or on the day after it. */
  void boundary(long date) {
    if (Civil.isDay(date)) {
      at(date > on ? date : date + 1);
    }
  }

  void boundary(Interval dates) {
    boundary(dates.lo());
    if (dates.single()) {
      return;
    }
    boundary(dates.hi());
    boundary(dates.clo());
    boundary(dates.chi());
  }

  long next() {
    return next;
  }

  void next(long earlier) {
    next = earlier;
  }

  /** How much is lacking and unset so far. */
  long mark() {
    return (long) unset.size() << 32 | lacks.size();
  }

  /** Drops what was lacking and unset since the mark. */
  void forget(long mark) {
    forget(mark, mark());
  }

  /** Drops what was lacking and unset between two marks. */
  void forget(long from, long to) {
    if (from != to) {
      cut(lacks, (int) from, (int) to);
      cut(unset, (int) (from >> 32), (int) (to >> 32));
    }
  }

  private static void cut(List<?> list, int from, int to) {
    if (from < to) {
      list.subList(from, to).clear();
    }
  }

  /** What was lacking between two marks, to be thinned out. */
  List<Lack> lacking(long from, long to) {
    return lacks.subList((int) from, (int) to);
  }

  void lack(String path, Fact fact) {
    lack(new Lack(path, fact, null));
  }

  void lack(String path, Relation relation) {
    lack(new Lack(path, null, relation));
  }

  private void lack(Lack lack) {
    if (lacks.isEmpty()) {
      lacks = new ArrayList<>(4);
    }
    lacks.add(lack);
  }

  void unset(String parameter) {
    if (unset.isEmpty()) {
      unset = new ArrayList<>(2);
    }
    unset.add(parameter);
  }

  void see(Sight sight) {
    if (seen.isEmpty()) {
      seen = new ArrayList<>();
    }
    seen.add(sight);
  }

  /** Takes over a reading made elsewhere. */
  Interval take(Reading reading) {
    at(reading.next());
    for (int i = 0; i < reading.lacks().size(); i++) {
      lack(reading.lacks().get(i));
    }
    for (int i = 0; i < reading.unset().size(); i++) {
      unset(reading.unset().get(i));
    }
    if (tracing) {
      reading.seen().forEach(this::see);
    }
    return new Interval(reading.lo(), reading.hi(), reading.cautiousLo(), reading.cautiousHi());
  }

  /** Whether the evidence is too weak to be relied on against anyone; notes when that changes. */
  boolean weak(Evidence evidence, Fact fact) {
    if (evidence == Evidence.DECLARED) {
      return false;
    }
    at(staleFrom(evidence, fact));
    if (evidence.weak()) {
      return true;
    }
    LocalDate until = evidence.until();
    if (until == null) {
      return false;
    }
    long last = until.toEpochDay();
    at(last + 1);
    return last < on;
  }

  /** First day on which evidence is older than the dictionary lets it be. */
  static long staleFrom(Evidence evidence, Fact fact) {
    return fact.fresh() == null || evidence.obtained() == null
        ? Raw.NEVER
        : evidence.obtained().plus(fact.fresh()).toEpochDay() + 1;
  }
}
