package huice.casework.task;

import huice.model.Text;

/** Which of the three persons looks at an entry. */
public enum Stage {
  CHECK("核查", "to be checked"),
  SAMPLE("抽查", "to be sampled");

  private final Text label;

  Stage(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }
}
