package huice.entry.page.cases;

import huice.entry.page.Option;
import huice.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form for one act on an application. {@code back} is the page that it was opened from. */
record ActForm(
    String address,
    String back,
    Text title,
    List<Text> lead,
    List<Field> fields,
    Text send,
    int version) {

  /** A field by its kind: text, area, day, choices, pick or tick. */
  record Field(String kind, String name, Text label, @Nullable String hint, List<Option> options) {

    static Field of(String kind, String name, String zh, String en) {
      return new Field(kind, name, Text.of(zh, en), null, List.of());
    }

    static Field hinted(String kind, String name, String zh, String en, String hint) {
      return new Field(kind, name, Text.of(zh, en), hint, List.of());
    }

    static Field among(String kind, String name, String zh, String en, List<Option> options) {
      return new Field(kind, name, Text.of(zh, en), null, options);
    }
  }
}
