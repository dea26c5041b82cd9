package huice.entry.page.cases;

import huice.entry.page.Form;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that stops before something adverse, and what it asks of whoever goes on. Stateless. */
final class Stopping {
  /** The box that says one knows what it means. */
  static final String KNOWING = "knowing";

  /** Sent from the page that stops. */
  static final String STOPPED = "stopped";

  private Stopping() {}

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance stop(StopView stop, Form form, Form reading);
  }

  static void knowing(Form form) {
    if (!form.ticked(KNOWING)) {
      form.fault(KNOWING, Text.of("请先看清对本人意味着什么", "read what it means for the person first"));
    }
  }
}
