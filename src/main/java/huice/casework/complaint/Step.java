package huice.casework.complaint;

import huice.model.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about a complaint. */
@Schema(name = "ComplaintStep")
public enum Step {
  ADDED("本人补充", "added by the person"),
  LINKED("对应到单位", "the employer was found"),
  PASSED("转请其他机构协助", "another authority was asked to help"),
  ANSWERED("答复", "answered"),
  FIRM_SAYS_PAID("单位称已付", "the employer says that it has paid"),
  NOT_SOLVED("本人说没有解决", "not solved, says the person"),
  MONEY_RECEIVED("本人确认钱已收到", "the person has the money"),
  WITHDRAWN("本人撤回", "withdrawn by the person");

  private final Text label;

  Step(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }
}
