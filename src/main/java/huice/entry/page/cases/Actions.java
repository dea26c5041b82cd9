package huice.entry.page.cases;

import huice.casework.decision.Act;
import huice.casework.decision.State;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The acts that a page offers, each with its address. Stateless. */
final class Actions {
  private Actions() {}

  /** {@code query} ends the addresses of what a visitor of another office may do. */
  static List<CaseView.Action> of(
      UUID id, Set<Act> may, State state, boolean changed, String query) {
    String at = "/desk/applications/" + id + "/";
    List<CaseView.Action> all = new ArrayList<>();
    if (may.contains(Act.OPEN_REASONS)) {
      all.add(button(at + "reasons", "打开理由", "Open the reasons", true));
    }
    if (may.contains(Act.CONFIRM)) {
      all.add(link(at + "confirm", "确认", "Confirm", true));
    }
    if (may.contains(Act.REVIEW)) {
      all.add(link(at + "review", "复核", "Review", true));
    }
    if (may.contains(Act.REASSESS)) {
      all.add(button(at + "reassess", "重新测算", "Reassess", changed));
    }
    if (may.contains(Act.PROPOSE)) {
      boolean first = state == State.APPLIED || state == State.OBJECTED_SILENCE;
      all.add(
          first
              ? button(at + "propose", "提出处理意见", "Propose", true)
              : button(at + "propose", "按现在的事实重新提出", "Propose again on the facts of now", false));
    }
    letters(at, may, all);
    add(
        all,
        may,
        Act.COMMENT,
        link(at + "comment" + query, "记下本人意见", "Record what the person says", false));
    add(all, may, Act.OBJECT, link(at + "object" + query, "记下异议", "Record an objection", false));
    add(all, may, Act.ATTEMPT, link(at + "attempt", "记下再次联系", "Record a further attempt", false));
    add(all, may, Act.OVERRIDE, link(at + "override", "改判", "Override", false));
    add(
        all,
        may,
        Act.REFUSE_OPENING,
        link(at + "refuse-opening", "拟不予受理", "Refuse to open", false));
    add(all, may, Act.CLOSE, link(at + "close", "因材料不全结案", "Close for lack of documents", false));
    add(all, may, Act.REOPEN, button(at + "reopen", "恢复办理", "Reopen", true));
    add(all, may, Act.WITHDRAW, link(at + "withdraw" + query, "本人撤回", "Withdrawal", false));
    return all;
  }

  private static void letters(String at, Set<Act> may, List<CaseView.Action> all) {
    if (may.contains(Act.DELIVER) || may.contains(Act.NOTIFY) || may.contains(Act.TELL_MISSING)) {
      all.add(button(at + "letter", "写文书", "Write the letter", true));
    }
    if (may.contains(Act.TELL_OVERDUE)) {
      all.add(button(at + "overdue-letter", "写办理逾期告知书", "Write that we are late", false));
    }
    if (may.contains(Act.ATTEMPT)) {
      all.add(link(at + "address", "本人确认地址", "Address confirmed by the person", false));
    }
  }

  private static void add(
      List<CaseView.Action> all, Set<Act> may, Act act, CaseView.Action action) {
    if (may.contains(act)) {
      all.add(action);
    }
  }

  private static CaseView.Action button(String address, String zh, String en, boolean first) {
    return new CaseView.Action(address, Text.of(zh, en), true, first);
  }

  private static CaseView.Action link(String address, String zh, String en, boolean first) {
    return new CaseView.Action(address, Text.of(zh, en), false, first);
  }
}
