package huice.casework.task;

import huice.model.Text;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an office reaches somebody. */
@Schema(name = "TaskWay")
public enum Way {
  PHONE("电话", "by phone"),
  MESSAGE("短信或留言", "by message"),
  LETTER("信件", "by letter"),
  COUNTER("窗口", "at the counter"),
  /** Only when the person asked for that one. */
  HOME_VISIT("上门（本人要求的）", "a visit, asked for by the person");

  private final Text label;

  Way(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }

  /** What somebody may wish for; a visit is asked for each time. */
  public static List<Way> wishes() {
    return Arrays.stream(values()).filter(way -> way != HOME_VISIT).toList();
  }
}
