package huice.engine.measure;

/** The latest of several dates that has come, or the earliest: see {@link LatestEnds}. */
record DatePick(Form[] parts, boolean latest) implements Form {
  @Override
  public Interval read(Frame frame) {
    LatestEnds best = new LatestEnds(latest);
    LatestEnds cautious = new LatestEnds(latest);
    Interval[] dates = new Interval[parts.length];
    long[] marks = new long[parts.length + 1];
    boolean[] moves = new boolean[parts.length];
    boolean moving = false;
    for (int i = 0; i < parts.length; i++) {
      marks[i] = frame.mark();
      dates[i] = frame.movingPart(parts[i]);
      moves[i] = frame.moving();
      moving |= moves[i];
      best.add(dates[i].lo(), dates[i].hi(), true);
      cautious.add(dates[i].clo(), dates[i].chi(), true);
    }
    marks[parts.length] = frame.mark();
    Interval result = new Interval(best.lo(), best.hi(), cautious.lo(), cautious.hi());
    for (int i = parts.length - 1; i >= 0; i--) {
      boolean idle = latest ? dates[i].hi() <= result.lo() : dates[i].lo() >= result.hi();
      if (idle) {
        frame.forget(marks[i], marks[i + 1]);
      }
      if (moving) {
        meet(dates[i], moves[i], frame);
      }
    }
    frame.moving(moving && ends(result, frame.on));
    return result;
  }

  /** The day asked about reaches the ends that stand still. */
  private static void meet(Interval dates, boolean moves, Frame frame) {
    for (long end : new long[] {dates.lo(), dates.hi(), dates.clo(), dates.chi()}) {
      if (!moves || end != frame.on) {
        frame.boundary(end);
      }
    }
  }

  private static boolean ends(Interval dates, long on) {
    return dates.lo() == on || dates.hi() == on || dates.clo() == on || dates.chi() == on;
  }
}
