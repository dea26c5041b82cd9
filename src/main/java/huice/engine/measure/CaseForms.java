package huice.engine.measure;

import org.jspecify.annotations.Nullable;

/** Forms that read what lies around the facts: the day, the month, parameters, other outcomes. */
final class CaseForms {
  private CaseForms() {}

  static final Form ON =
      frame -> {
        frame.moving(true);
        return Interval.of(frame.on);
      };

  static final Form MONTH_START =
      frame -> {
        long month = frame.moment.month();
        return month == Moment.NO_MONTH ? Interval.ANYTHING : Interval.of(Civil.monthStart(month));
      };

  static final Form MONTH_END =
      frame -> {
        long month = frame.moment.month();
        return month == Moment.NO_MONTH ? Interval.ANYTHING : Interval.of(Civil.monthEnd(month));
      };

  static final Form EARLIER = frame -> frame.take(frame.moment.around().earlier(frame.moment));

  /** A parameter in force. */
  record InForce(String name) implements Form {
    @Override
    public Interval read(Frame frame) {
      return frame.take(frame.moment.around().parameter(name, frame.moment));
    }
  }

  /** Whether another scheme's outcome is favourable. */
  record Favourable(String scheme) implements Form {
    @Override
    public Interval read(Frame frame) {
      return frame.take(frame.moment.around().outcome(scheme, frame.moment));
    }
  }

  /** Whether a fact is stated. */
  record Stated(Paths.FactAt fact) implements Form {
    @Override
    public Interval read(Frame frame) {
      return fact.field().stated(fact.start().node(frame), fact.start().name(frame), frame);
    }
  }

  /** Null for {@code on} itself, so that forms can tell when it matters. */
  static @Nullable Form unlessOn(Form form) {
    return form == ON ? null : form;
  }
}
