package huice.casework.decision;

import huice.model.Text;

/** What people do on an application; there is no act of time alone. */
public enum Act {
  APPLY("申请", "applied"),
  PROPOSE("提出处理意见", "proposed"),
  /** A new proposal for what is decided already, because facts changed. */
  REASSESS("重新测算", "reassessed"),
  REFUSE_OPENING("拟不予受理", "proposed not to open"),
  TELL_MISSING("一次性告知", "told what is missing"),
  OPEN_REASONS("阅读理由", "opened the reasons"),
  DELIVER("送达处理意见", "delivered the proposal"),
  /** A further try to reach the person. */
  ATTEMPT("再次联系", "tried to reach the person"),
  /** A mark on the office, never on the person. */
  OFFICE_TASK("本机构待办", "task for the office"),
  COMMENT("陈述意见", "commented"),
  CONFIRM("确认", "confirmed"),
  TAKE_EFFECT("自动生效", "took effect automatically"),
  OVERRIDE("改判", "overridden"),
  NOTIFY("送达决定", "notified"),
  /** What was sent came back: it was not delivered, and no deadline runs. */
  MAIL_BACK("退回，未送达", "came back undelivered"),
  TELL_OVERDUE("告知逾期", "told that the office is late"),
  OBJECT("异议", "objected"),
  REVIEW("复核", "reviewed"),
  WITHDRAW("本人撤回", "withdrawn"),
  CLOSE("因材料不全结案", "closed for lack of documents"),
  REOPEN("恢复办理", "reopened");

  private final Text label;

  Act(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Whether it is the person's own act, which any office takes down while the person is there. */
  public boolean personal() {
    return this == COMMENT || this == OBJECT || this == WITHDRAW;
  }

  /**
   * Whether any office does it for a person who is there: takes down the person's own act, or hands
   * over what the person's office wrote.
   */
  public boolean atAnyOffice() {
    return personal()
        || this == DELIVER
        || this == NOTIFY
        || this == TELL_MISSING
        || this == TELL_OVERDUE;
  }

  /** Whether others must know of it before they act: reading alone changes nothing. */
  public boolean changes() {
    return this != OPEN_REASONS && this != OFFICE_TASK;
  }
}
