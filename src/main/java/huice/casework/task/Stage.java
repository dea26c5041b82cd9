package huice.casework.task;

import huice.model.Text;

/** Which of the three persons looks at an entry. */
public enum Stage {
  CHECK("核查", "check"),
  SAMPLE("抽查", "sample");

  private final Text label;

  Stage(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }
}
