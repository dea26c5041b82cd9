package huice.explain;

import huice.model.Text;

/** The language a reader asked for. Officers' own sentences stay as they wrote them. */
public enum Language {
  ZH,
  EN,
  /** Chinese with English beside it. */
  BOTH;

  public String say(Text text) {
    return switch (this) {
      case ZH -> text.zh();
      case EN -> text.en();
      case BOTH -> text.both();
    };
  }

  public String say(String zh, String en) {
    return say(Text.of(zh, en));
  }
}
