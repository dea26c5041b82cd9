package huice.engine.measure;

import huice.model.Raw;

/** First day on which a {@link Lasting} form had as many whole months as asked for. */
record Reached(Lasting lasting, Form months) implements Form {
  @Override
  public Interval read(Frame frame) {
    Interval number = frame.part(months);
    return lasting.reached(
        new Interval(
            whole(number.lo()), whole(number.hi()), whole(number.clo()), whole(number.chi())),
        frame);
  }

  private static long whole(long raw) {
    return Numbers.open(raw) ? raw : -Math.floorDiv(-raw, Raw.ONE);
  }
}
