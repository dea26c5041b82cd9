package huice.engine.measure;

import huice.model.Raw;

/**
 * Both ends of the latest (or earliest) of several dates while they are added. Dates that have not
 * come are passed over; when none has come, the answer is {@link Raw#NEVER}.
 */
final class LatestEnds {
  private final boolean latest;
  private boolean any;
  private boolean sure;
  private long sureLo = Raw.LOW;
  private long sureHi = Raw.HIGH;
  private long lo = Raw.HIGH;
  private long hi = Raw.LOW;

  LatestEnds(boolean latest) {
    this.latest = latest;
  }

  /** {@code surely}: the date counts; otherwise it may. */
  void add(long dateLo, long dateHi, boolean surely) {
    if (dateLo == Raw.NEVER) {
      return;
    }
    any = true;
    lo = Math.min(lo, dateLo);
    hi = Math.max(hi, dateHi);
    if (surely && dateHi < Raw.NEVER) {
      sure = true;
      sureLo = Math.max(sureLo, dateLo);
      sureHi = Math.min(sureHi, dateHi);
    }
  }

  long lo() {
    if (!any) {
      return Raw.NEVER;
    }
    return sure && latest ? sureLo : lo;
  }

  long hi() {
    if (!sure) {
      return any ? Math.max(hi, Raw.NEVER) : Raw.NEVER;
    }
    return latest ? hi : sureHi;
  }
}
