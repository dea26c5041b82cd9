package huice.casework.task;

import static huice.casework.task.TaskKind.CALLBACK;
import static huice.casework.task.TaskKind.CHECK;
import static huice.casework.task.TaskKind.CONTACT;
import static huice.casework.task.TaskKind.CORRECTION;
import static huice.casework.task.TaskKind.DOCUMENT;
import static huice.casework.task.TaskKind.SERVICE;

import huice.model.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How a task ends: a fixed list without room for a note. None of them says what a person answered
 * to an offer; none has an effect but the one named.
 */
public enum Ending {
  REACHED("已联系上", "reached", CONTACT, SERVICE, CALLBACK, DOCUMENT),
  /** Has one effect: the office tries again (R16). */
  NOT_REACHED("没有联系上", "not reached", CONTACT, SERVICE, CALLBACK, DOCUMENT),
  INFORMATION_GIVEN("已提供信息", "information given", CONTACT, SERVICE, CALLBACK, DOCUMENT),
  OFFER_SENT("已发送推荐", "offer sent", CONTACT, SERVICE, CALLBACK),
  CALLBACK_ASKED("本人约定日期回电", "callback asked for on a date", CONTACT, SERVICE, CALLBACK, DOCUMENT),
  /** The service stops at once. */
  ASKED_TO_STOP("本人要求停止", "asked to stop", CONTACT, SERVICE, CALLBACK),
  CHECKED("已排查", "checked", CHECK),
  /** By the correction itself, never by hand. */
  CORRECTED("已更正", "corrected"),
  STANDS("与材料一致，不用更正", "stands as entered", CORRECTION),
  /** By the check or the sample itself, never by hand. */
  VERIFIED("已核对", "verified");

  private final Text label;
  private final Set<TaskKind> kinds;

  Ending(String zh, String en, TaskKind... kinds) {
    this.label = Text.of(zh, en);
    this.kinds = Set.of(kinds);
  }

  public Text label() {
    return label;
  }

  /** What a person may choose for a task. */
  public static List<Ending> of(TaskKind kind) {
    return Arrays.stream(values()).filter(ending -> ending.kinds.contains(kind)).toList();
  }
}
