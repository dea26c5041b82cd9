package huice.entry.page;

import huice.model.Text;
import io.quarkus.qute.TemplateData;

/** One of the things to choose from in a form. */
@TemplateData
public record Option(String value, Text label) {
  public static Option of(String value, String zh, String en) {
    return new Option(value, Text.of(zh, en));
  }
}
