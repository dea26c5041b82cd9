package huice.casework.task;

import huice.model.Text;
import java.util.Locale;

/** What kind of service is owed. */
public enum TaskKind {
  CONTACT("联系", "a contact"),
  SERVICE("服务", "service"),
  CHECK("单位排查", "employer check"),
  DOCUMENT("材料快到期", "document expires"),
  CALLBACK("约好回电", "callback"),
  VERIFICATION("核对", "verification"),
  CORRECTION("核对不一致，待更正", "mismatch to correct");

  private final Text label;

  TaskKind(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }

  /** As it is stored. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TaskKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
