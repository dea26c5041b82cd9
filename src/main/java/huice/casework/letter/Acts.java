package huice.casework.letter;

import huice.casework.decision.Act;
import huice.casework.decision.ApplicationView;
import java.util.List;

/** What people said in acts on an application. Stateless. */
final class Acts {
  private Acts() {}

  /** The words of the last act of a kind; empty where there is none. */
  static List<String> said(ApplicationView view, Act act) {
    List<String> texts =
        view.acts().stream()
            .filter(done -> done.act() == act)
            .map(done -> done.content().path("text").asText(""))
            .filter(text -> !text.isBlank())
            .toList();
    return texts.isEmpty() ? texts : texts.subList(texts.size() - 1, texts.size());
  }
}
