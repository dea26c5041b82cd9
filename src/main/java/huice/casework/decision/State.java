package huice.casework.decision;

import huice.model.Text;

/** Where an application stands. Only the acts of {@link Machine} lead from one to another. */
public enum State {
  APPLIED("已受理", "received"),
  /** Facts are missing; stays so until somebody does something. */
  WAITS_FOR_FACTS("待补充信息", "waiting for facts"),
  /** The rules cannot settle it: nothing published, a draft only, or our fault. */
  WAITS_FOR_RULES("规则未定", "waiting for the rules"),
  PROPOSED("已提出处理意见", "proposed"),
  ADVERSE_PROPOSED("已提出不利意见，尚未送达", "adverse proposal, not delivered"),
  /** An adverse proposal was delivered; the person has time to comment. */
  COMMENT_PERIOD("听取意见", "time to comment"),
  GRANTED("决定已生效", "in effect"),
  GRANTED_TOLD("决定已生效并送达", "in effect and notified"),
  ADVERSE("不利决定已生效", "adverse decision in effect"),
  ADVERSE_TOLD("不利决定已生效并送达", "adverse decision in effect and notified"),
  /** The objection holds the effect. */
  OBJECTED("已提出异议，决定停止执行", "objected, effect held"),
  OBJECTED_LATE("逾期提出异议，决定照常执行", "objected late, effect not held"),
  OBJECTED_GRANTED("对有利决定提出异议", "objected to a favourable decision"),
  OBJECTED_SILENCE("对逾期不办提出异议", "objected to the office's silence"),
  UPHELD("复核维持", "upheld on review"),
  WITHDRAWN("本人撤回", "withdrawn by the person"),
  CLOSED("因材料不全结案，可随时恢复", "closed for lack of documents, may be reopened");

  private final Text label;

  State(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Whether something was decided that has effect or is only held up. */
  boolean decided() {
    return !open() && this != WITHDRAWN && this != CLOSED;
  }

  /** Whether nothing has been decided yet, so that the office owes an answer. */
  public boolean open() {
    return switch (this) {
      case APPLIED,
          WAITS_FOR_FACTS,
          WAITS_FOR_RULES,
          PROPOSED,
          ADVERSE_PROPOSED,
          COMMENT_PERIOD,
          OBJECTED_SILENCE ->
          true;
      default -> false;
    };
  }
}
