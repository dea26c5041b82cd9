package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Memo;
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
 *
 * <p>Two ways lead through it, and a sample is led through both: the usual one reads a measure once
 * for all schemes that ask for it and walks the network that Drools built; the ordinary one reads
 * everything anew and lets a session of Drools decide.
 */
final class Assessing {
  /** More months than a working life; a request for more is cut. */
  static final int MOST_MONTHS = 720;

  private static final int SPREAD = 31;

  private record Place(String subject, long on) {}

  private record Present(List<Subject> subjects) {}

  private final CompiledRelease release;
  private final Case asked;
  private final long known;
  private final boolean tracing;
  private final boolean ordinary;
  private final Map<String, Node> scope;
  private final @Nullable Present[] subjects;
  private final Sheet.@Nullable All[] sheets;

  /** The lines of the months of each subject and day, where schemes read the months before. */
  private final Map<Place, List<Line>> linesAt = new HashMap<>();

  private long monthsOn = Raw.LOW;
  private long[] monthsThen = {};
  private @Nullable Then then;
  private long thenOn;
  private long thenMonth;
  private long content;

  Assessing(CompiledRelease release, Case asked, LocalDate known, boolean tracing) {
    this(release, asked, known.toEpochDay(), tracing, false);
  }

  private Assessing(
      CompiledRelease release, Case asked, long known, boolean tracing, boolean ordinary) {
    this.release = release;
    this.asked = asked;
    this.known = known;
    this.tracing = tracing;
    this.ordinary = ordinary;
    this.scope = Subject.scope(asked, release.emptyRoots());
    this.subjects = new Present[release.kinds()];
    this.sheets = new Sheet.All[release.groups()];
  }

  /** The same assessment to be made again in the ordinary way. */
  Assessing ordinary() {
    return new Assessing(release, asked, known, tracing, true);
  }

  Case asked() {
    return asked;
  }

  CompiledRelease release() {
    return release;
  }

  /** A number made of all that was read: who has other facts has another, mostly. */
  long content() {
    return content;
  }

  List<Subject> subjects(Scheme scheme) {
    int kind = scheme.seat().group().kind();
    Present present = subjects[kind];
    if (present == null) {
      present = new Present(release.kindred(kind).in(asked, scope));
      subjects[kind] = present;
    }
    return present.subjects();
  }

  private static final long[] NO_MONTHS = {Moment.NO_MONTH};

  /** The months a scheme is asked about on a day: first days, or no month at all. */
  long[] months(Scheme scheme, long on) {
    if (!scheme.monthly()) {
      return NO_MONTHS;
    }
    if (on != monthsOn) {
      monthsThen = months(on);
      monthsOn = on;
    }
    return monthsThen;
  }

  private long[] months(long on) {
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

  /** Decides all lines of the schemes of one layer. */
  void decide(List<Scheme> layer, long on) {
    List<Line> batch = new ArrayList<>();
    List<Line> inOrder = new ArrayList<>();
    for (Scheme scheme : layer) {
      for (Subject subject : subjects(scheme)) {
        for (long month : months(scheme, on)) {
          Sheet sheet = sheet(scheme, subject, on, month);
          if (sheet.lines()[scheme.seat().place()] == null) {
            (scheme.readsEarlier() ? inOrder : batch).add(start(sheet, scheme));
          }
        }
      }
    }
    run(batch);
    if (inOrder.size() > 1) {
      inOrder.sort(java.util.Comparator.comparingLong(l -> l.moment.month()));
    }
    for (Line line : inOrder) {
      run(List.of(line));
    }
  }

  /** The line of a scheme for a subject, decided now if it was not before. */
  Line line(Scheme scheme, Subject subject, long on, long month) {
    Sheet sheet = sheet(scheme, subject, on, month);
    Line line = sheet.lines()[scheme.seat().place()];
    if (line == null) {
      line = start(sheet, scheme);
      run(List.of(line));
    }
    return line;
  }

  private Sheet sheet(Scheme scheme, Subject subject, long on, long month) {
    Seat.Group group = scheme.seat().group();
    Sheet.All all = sheets[group.index()];
    if (all == null) {
      all = new Sheet.All(subjects(scheme).size());
      sheets[group.index()] = all;
    }
    Sheet sheet = all.find(subject, on, month);
    if (sheet == null) {
      Sheet before = all.latest(subject);
      Memo memo = ordinary ? null : new Memo(group.readings(), then(on, month).readings);
      if (memo != null && before != null && before.memo() != null) {
        if (before.on() <= on) {
          memo.keep(before.memo(), on, before.month() == month, group.relative());
        }
      }
      sheet = new Sheet(subject, on, month, memo, new Line[group.schemes()]);
      all.add(sheet);
    }
    return sheet;
  }

  /** What is the same for every case on a day and for a month. */
  Then then(long on, long month) {
    Then last = then;
    if (last == null || on != thenOn || month != thenMonth) {
      last = release.then(on, month, tracing);
      then = last;
      thenOn = on;
      thenMonth = month;
    }
    return last;
  }

  boolean isOrdinary() {
    return ordinary;
  }

  private Line start(Sheet sheet, Scheme scheme) {
    Subject subject = sheet.subject();
    Moment moment =
        new Moment(
            subject.scope(),
            subject.members(),
            sheet.on(),
            known,
            sheet.month(),
            tracing,
            new Around(this, scheme, subject),
            sheet.memo());
    Line line = new Line(scheme, subject, moment);
    sheet.lines()[scheme.seat().place()] = line;
    if (line.isMonth() && release.readsEarlier()) {
      linesAt
          .computeIfAbsent(new Place(subject.path(), sheet.on()), k -> new ArrayList<>())
          .add(line);
    }
    return line;
  }

  private void run(List<Line> batch) {
    if (ordinary) {
      runInSession(batch);
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      Line line = batch.get(i);
      Row row = prepare(line);
      if (row != null) {
        release.probes().match(row);
      }
      conclude(line);
    }
  }

  private void runInSession(List<Line> batch) {
    List<Row> rows = new ArrayList<>(batch.size());
    for (Line line : batch) {
      Row row = prepare(line);
      if (row != null) {
        rows.add(row);
      }
    }
    release.probes().decide(rows);
    batch.forEach(Assessing::conclude);
  }

  /** Null when no version is in force. */
  private @Nullable Row prepare(Line line) {
    chooseVersion(line);
    if (line.version == null) {
      return null;
    }
    Row row = fill(line, line.version);
    line.row = row;
    return row;
  }

  private static void conclude(Line line) {
    if (line.version != null && line.row != null) {
      truths(line, line.version, line.row);
    }
    Settling.settle(line);
  }

  /**
   * The version in force on the day that the rule names: its own event, the month, or the day
   * asked.
   */
  private static void chooseVersion(Line line) {
    Scheme scheme = line.scheme;
    Seat seat = scheme.seat();
    long day = line.isMonth() ? line.moment.month() : line.moment.on();
    if (scheme.ruleDate() != null) {
      Reading event = scheme.ruleDate().measure().read(line.moment);
      line.mayChange(event.next());
      if (event.doubtful() && !seat.sameVersion(event.cautiousLo(), event.cautiousHi())) {
        line.doubtfulEvent = event;
      }
      if (event.isExact() && event.lo() != Raw.NEVER) {
        line.version = scheme.version(event.lo());
        line.day = event.lo();
        return;
      }
      if (!event.isExact() && !seat.sameVersion(event.lo(), event.hi())) {
        line.versionLacks = event.lacks();
        line.version = scheme.version(day);
        line.day = day;
        return;
      }
      if (!event.isExact()) {
        day = Math.max(event.lo(), seat.from()[0]);
      }
    }
    line.day = day;
    line.version = scheme.version(day);
    if (!line.isMonth()) {
      line.mayChange(scheme.nextChange(day));
    }
  }

  private Row fill(Line line, Version version) {
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
      content = content * SPREAD + reading.lo() + SPREAD * reading.hi();
    }
    for (Condition c : version.conditions()) {
      Reading left = readings[c.leftSlot()];
      Reading right = readings[c.rightSlot()];
      line.mayChange(Reading.nextComparison(left, right, line.moment.on()));
    }
    line.readings = readings;
    return row;
  }

  /**
   * From Drools' bits: not met only when the opposite is certain; and never on weak evidence alone.
   */
  private static void truths(Line line, Version version, Row row) {
    Truth[] seen = new Truth[version.conditions().size()];
    Truth[] truths = seen;
    for (int i = 0; i < seen.length; i++) {
      Condition c = version.conditions().get(i);
      seen[i] =
          row.met[i]
              ? Truth.MET
              : row.holds(c.op().complement(), c.leftSlot(), c.rightSlot())
                  ? Truth.NOT_MET
                  : Truth.UNKNOWN;
      Truth truth = cautious(seen[i], c, line.readings[c.leftSlot()], line.readings[c.rightSlot()]);
      if (truth != seen[i] && truths == seen) {
        truths = seen.clone();
      }
      truths[i] = truths == seen ? seen[i] : truth;
    }
    line.truths = truths;
    Formula duty = version.duty();
    for (int b = 0; b < row.fired.length; b++) {
      Truth whole = version.branches().get(b).formula().value(seen);
      whole = duty == null ? whole : whole.and(duty.value(seen));
      line.sound &= row.fired[b] == (whole == Truth.MET);
    }
  }

  private static Truth cautious(Truth seen, Condition c, Reading left, Reading right) {
    Op op = c.op();
    if (!left.doubtful() && !right.doubtful()) {
      return seen;
    }
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
