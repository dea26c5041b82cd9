package huice.entry.api;

import huice.casework.Absent;
import huice.model.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids in addresses: one that is none names nothing. */
final class Ids {
  private Ids() {}

  /**
   * The id.
   *
   * @throws Absent when the text is none
   */
  static UUID of(String text) {
    UUID id = parsed(text);
    if (id == null) {
      throw new Absent(Text.of("没有这项内容", "there is no such thing"));
    }
    return id;
  }

  /** Null when the text is no id in its one form. */
  static @Nullable UUID parsed(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equalsIgnoreCase(text) ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
