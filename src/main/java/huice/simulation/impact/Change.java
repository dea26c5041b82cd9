package huice.simulation.impact;

import huice.engine.Brief;
import huice.model.Result;
import huice.model.Text;
import org.jspecify.annotations.Nullable;

/** What became of one outcome, the most telling first. */
public enum Change {
  /** Favourable before; now adverse, or not about them any more, or no longer payable. */
  LOSES("失去", "loses it"),
  /** Open before; now settled against them. */
  NOW_AGAINST("未定转为不符合", "was open, now not"),
  /** Now facts are missing, which were not before. */
  TO_MISSING("转为缺信息", "now missing facts"),
  /** Now the policy leaves it open, or the program fails. */
  TO_UNSETTLED("转为未定", "now unsettled"),
  /** Favourable now and not before. */
  GAINS("得到", "gains it"),
  /** Favourable before and now, with less money. */
  LESS("金额减少", "gets less"),
  /** Favourable before and now, with more money. */
  MORE("金额增加", "gets more"),
  /** Another difference: of adverse results among themselves, or of amounts not to be compared. */
  OTHER("其他变化", "other change"),
  SAME("不变", "unchanged");

  private final Text label;

  Change(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Whether more than an amount is different. */
  boolean ofResult() {
    return compareTo(LESS) < 0;
  }

  /** Null briefs: no such scheme or subject under that release. */
  static Change of(@Nullable Brief before, Worth was, @Nullable Brief after, Worth is) {
    Result old = before == null ? Result.NOT_DUE : before.result();
    Result now = after == null ? Result.NOT_DUE : after.result();
    boolean had = old.favourable();
    boolean has = now.favourable();
    if (had && has) {
      return amounts(payable(before), was, payable(after), is);
    }
    if (has) {
      return GAINS;
    }
    if (old == now) {
      return was.equals(is) ? SAME : OTHER;
    }
    return switch (now) {
      case NEEDS_INFO -> TO_MISSING;
      case UNSETTLED, NOT_EVALUATED -> TO_UNSETTLED;
      default -> had ? LOSES : old.settled() ? OTHER : NOW_AGAINST;
    };
  }

  private static boolean payable(@Nullable Brief brief) {
    return brief != null && brief.payable();
  }

  private static Change amounts(boolean paid, Worth was, boolean pays, Worth is) {
    if (paid != pays) {
      return pays ? GAINS : LOSES;
    }
    if (was.equals(is)) {
      return SAME;
    }
    Integer by = is.compared(was);
    return by == null || by == 0 ? OTHER : by > 0 ? MORE : LESS;
  }
}
