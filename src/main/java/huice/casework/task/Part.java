package huice.casework.task;

import huice.model.Text;

/** When somebody wants to be reached. */
public enum Part {
  ANY("都可以", "any time"),
  MORNING("上午", "in the morning"),
  AFTERNOON("下午", "in the afternoon"),
  EVENING("傍晚", "in the evening");

  private final Text label;

  Part(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }
}
