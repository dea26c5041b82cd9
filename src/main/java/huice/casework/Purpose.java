package huice.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a visitor of another office came for. A closed list: it may stand in an address. */
public enum Purpose {
  QUESTION,
  APPLICATION,
  DOCUMENTS,
  CORRECTION,
  CONSENT,
  OBJECTION,
  PRINT;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String id) {
    return Arrays.stream(values()).filter(purpose -> purpose.id().equals(id)).findFirst();
  }
}
