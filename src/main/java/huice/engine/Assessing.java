package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Moment;
import huice.engine.measure.Reading;
import huice.model.Case;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Truth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One assessment under way: makes the lines of each scheme, has Drools decide their rows, and keeps
 * what was decided so that schemes can read one another. Used by one thread, once.
 */
final class Assessing {
  /** More months than a working life; a request for more is cut. */
  static final int MOST_MONTHS = 720;

  private record Key(String scheme, String subject, long on, long month) {}

  private final CompiledRelease release;
  private final Case asked;
  private final long known;
  private final boolean tracing;
  private final Map<String, Node> scope;
  private final Map<Key, Line> lines = new HashMap<>();

  private record Place(String subject, long on) {}

  /** The lines of each subject and day, so that many subjects and days cost no more than each. */
  private final Map<Place, List<Line>> linesAt = new HashMap<>();

  private final Map<String, List<Subject>> subjects = new HashMap<>();

  Assessing(CompiledRelease release, Case asked, LocalDate known, boolean tracing) {
    this.release = release;
    this.asked = asked;
    this.known = known.toEpochDay();
    this.tracing = tracing;
    this.scope = Subject.scope(asked, release.emptyRoots());
  }

  Case asked() {
    return asked;
  }

  CompiledRelease release() {
    return release;
  }

  List<Subject> subjects(Scheme scheme) {
    return subjects.computeIfAbsent(
        scheme.subject().id(), k -> Subject.of(scheme.subject(), asked, scope));
  }

  /** The months a scheme is asked about on a day: first days, or no month at all. */
  long[] months(Scheme scheme, long on) {
    if (!scheme.monthly()) {
      return new long[] {Moment.NO_MONTH};
    }
    YearMonth current = YearMonth.from(Raw.date(on));
    YearMonth from =
        asked.from() != null ? asked.from() : asked.to() != null ? asked.to() : current;
    YearMonth to =
        asked.to() != null
            ? asked.to()
            : asked.from() != null && from.isAfter(current) ? from : current;
    int count =
        (int)
            Math.min(
                MOST_MONTHS, Math.max(1, from.until(to, java.time.temporal.ChronoUnit.MONTHS) + 1));
    long[] months = new long[count];
    for (int i = 0; i < count; i++) {
      months[i] = from.plusMonths(i).atDay(1).toEpochDay();
    }
    return months;
  }

  boolean monthsFollowTheDay() {
    return asked.from() == null && asked.to() == null;
  }

  /** Decides all lines of the schemes of one layer together. */
  void decide(List<Scheme> layer, long on) {
    List<Line> batch = new ArrayList<>();
    List<Line> inOrder = new ArrayList<>();
    for (Scheme scheme : layer) {
      for (Subject subject : subjects(scheme)) {
        for (long month : months(scheme, on)) {
          Key key = new Key(scheme.id(), subject.path(), on, month);
          if (!lines.containsKey(key)) {
            (scheme.readsEarlier() ? inOrder : batch).add(start(key, scheme, subject));
          }
        }
      }
    }
    run(batch);
    inOrder.sort(java.util.Comparator.comparingLong(l -> l.moment.month()));
    for (Line line : inOrder) {
      run(List.of(line));
    }
  }

  /** The line of a scheme for a subject, decided now if it was not before. */
  Line line(Scheme scheme, Subject subject, long on, long month) {
    Key key = new Key(scheme.id(), subject.path(), on, month);
    Line line = lines.get(key);
    if (line == null) {
      line = start(key, scheme, subject);
      run(List.of(line));
    }
    return line;
  }

  private Line start(Key key, Scheme scheme, Subject subject) {
    List<Node> members = subject.members();
    Moment moment =
        new Moment(
            subject.scope(),
            members,
            key.on(),
            known,
            key.month(),
            tracing,
            new Around(this, scheme, subject));
    Line line = new Line(scheme, subject, moment);
    lines.put(key, line);
    linesAt.computeIfAbsent(new Place(key.subject(), key.on()), k -> new ArrayList<>()).add(line);
    return line;
  }

  private void run(List<Line> batch) {
    List<Row> rows = new ArrayList<>(batch.size());
    for (Line line : batch) {
      chooseVersion(line);
      if (line.version != null) {
        fill(line, line.version);
        rows.add(java.util.Objects.requireNonNull(line.row));
      }
    }
    release.probes().decide(rows);
    for (Line line : batch) {
      if (line.version != null) {
        truths(line, line.version, java.util.Objects.requireNonNull(line.row));
      }
      Settling.settle(line);
    }
  }

  /**
   * The version in force on the day that the rule names: its own event, the month, or the day
   * asked.
   */
  private static void chooseVersion(Line line) {
    Scheme scheme = line.scheme;
    long own = line.isMonth() ? line.moment.month() : line.moment.on();
    LocalDate day = Raw.date(own);
    if (scheme.ruleDate() != null) {
      Reading event = scheme.ruleDate().measure().read(line.moment);
      line.mayChange(event.next());
      if (event.doubtful() && !sameVersion(scheme, event.cautiousLo(), event.cautiousHi())) {
        line.doubtfulEvent = event;
      }
      if (event.isExact() && event.lo() != Raw.NEVER) {
        line.version = scheme.version(Raw.date(event.lo()));
        line.day = Raw.date(event.lo());
        return;
      }
      if (!event.isExact() && !sameVersion(scheme, event.lo(), event.hi())) {
        line.versionLacks = event.lacks();
        line.version = scheme.version(day);
        line.day = day;
        return;
      }
      if (!event.isExact()) {
        day = Raw.date(Math.max(event.lo(), scheme.versions().get(0).from().toEpochDay()));
      }
    }
    line.day = day;
    line.version = scheme.version(day);
    LocalDate change = line.isMonth() ? null : scheme.nextChange(day);
    if (change != null) {
      line.mayChange(change.toEpochDay());
    }
  }

  private static boolean sameVersion(Scheme scheme, long first, long last) {
    for (Version version : scheme.versions()) {
      long to = version.to() == null ? Raw.HIGH : version.to().toEpochDay();
      if (version.from().toEpochDay() <= first && last <= to && last != Raw.HIGH) {
        return true;
      }
    }
    return false;
  }

  private static void fill(Line line, Version version) {
    List<Bound> slots = version.slots();
    Row row =
        new Row(
            version.index(), slots.size(), version.conditions().size(), version.branches().size());
    Reading[] readings = new Reading[slots.size()];
    for (int i = 0; i < readings.length; i++) {
      Reading reading = slots.get(i).measure().read(line.moment);
      readings[i] = reading;
      row.lo[i] = reading.lo();
      row.hi[i] = reading.hi();
    }
    for (Condition c : version.conditions()) {
      Reading left = readings[c.leftSlot()];
      Reading right = readings[c.rightSlot()];
      line.mayChange(Reading.nextComparison(left, right, line.moment.on()));
    }
    line.row = row;
    line.readings = readings;
  }

  /**
   * From Drools' bits: not met only when the opposite is certain; and never on weak evidence alone.
   */
  private static void truths(Line line, Version version, Row row) {
    Truth[] seen = new Truth[version.conditions().size()];
    Truth[] truths = new Truth[seen.length];
    for (int i = 0; i < seen.length; i++) {
      Condition c = version.conditions().get(i);
      seen[i] =
          row.met[i]
              ? Truth.MET
              : row.holds(c.op().complement(), c.leftSlot(), c.rightSlot())
                  ? Truth.NOT_MET
                  : Truth.UNKNOWN;
      truths[i] = cautious(seen[i], c, line.readings[c.leftSlot()], line.readings[c.rightSlot()]);
    }
    line.truths = truths;
    for (int b = 0; b < row.fired.length; b++) {
      Formula formula = version.branches().get(b).formula();
      Formula whole =
          version.duty() == null ? formula : new Formula.And(List.of(formula, version.duty()));
      line.sound &= row.fired[b] == (whole.value(i -> seen[i]) == Truth.MET);
    }
  }

  private static Truth cautious(Truth seen, Condition c, Reading left, Reading right) {
    Op op = c.op();
    boolean doubt =
        seen == Truth.MET
                && c.cautiousMet()
                && !op.holds(
                    left.cautiousLo(), left.cautiousHi(), right.cautiousLo(), right.cautiousHi())
            || seen == Truth.NOT_MET
                && c.cautiousNotMet()
                && !op.complement()
                    .holds(
                        left.cautiousLo(),
                        left.cautiousHi(),
                        right.cautiousLo(),
                        right.cautiousHi());
    return doubt ? Truth.UNKNOWN : seen;
  }

  /** The lines of a subject's earlier months that counted, for shared counters. */
  List<Line> earlierLines(Scheme scheme, Subject subject, Moment moment) {
    List<Line> found = new ArrayList<>();
    for (Line line : linesAt.getOrDefault(new Place(subject.path(), moment.on()), List.of())) {
      boolean counted =
          line.isMonth()
              && line.moment.month() < moment.month()
              && (line.scheme.id().equals(scheme.id())
                  || release.shareCounter(line.scheme.id(), scheme.id()));
      if (counted) {
        found.add(line);
      }
    }
    return found;
  }

  @Nullable Scheme scheme(String id) {
    return release.scheme(id);
  }
}
