package huice.engine.measure;

import huice.model.Node;
import huice.model.Raw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spells read from a list: its rows from {@code start} to {@code end}, up to {@code to} (null: the
 * day asked about) and never beyond that day. A row without an end, or with a later one, runs
 * through it.
 */
record SpellPath(
    RowPath rows,
    @Nullable Field start,
    Field end,
    @Nullable Filter bridge,
    @Nullable Form gap,
    @Nullable Form to) {
  private static final Interval NO_END = Interval.of(Raw.HIGH);

  Spells read(Frame frame) {
    Interval until = NO_END;
    if (to != null) {
      until = frame.part(to);
      frame.boundary(until);
    }
    Interval last = until.least(Interval.of(frame.on));
    Interval gapDays = gap == null ? Interval.NO : days(frame.part(gap)).greatest(Interval.NO);
    Interval right = bridge == null ? Interval.NO : bridge.right(frame);
    Found found = rows.find(frame, until);
    List<Spell> spells = new ArrayList<>(found.size);
    for (int i = 0; i < found.size; i++) {
      spells.add(spell(found, i, last, right, frame));
    }
    return new Spells(spells, found, last, gapDays);
  }

  private Spell spell(Found found, int i, Interval last, Interval right, Frame frame) {
    Node row = found.rows[i];
    long mark = frame.mark();
    Interval first = found.begins[i];
    if (start != null || first == null) {
      Field field = start == null ? end : start;
      first = field.read(row, row.path(), frame);
      frame.boundary(first);
    }
    Interval ended = end.read(row, row.path(), frame);
    boolean mayEnd = bridge != null && ended.clo() < last.chi();
    int bridges = bridge != null && mayEnd ? bridge.test(row, right, frame) : Three.FALSE;
    if (!found.possibly(i)) {
      frame.forget(mark);
    }
    return new Spell(row, found.truths[i], first, ended, bridges);
  }

  private static Interval days(Interval gap) {
    return new Interval(whole(gap.lo()), whole(gap.hi()), whole(gap.clo()), whole(gap.chi()));
  }

  private static long whole(long raw) {
    return Numbers.open(raw) ? Math.min(raw, Raw.NEVER) : Math.floorDiv(raw, Raw.ONE);
  }
}
