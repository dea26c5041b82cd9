package huice.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a table of one's own open cases is for; nothing else is a purpose. */
public enum ExportPurpose {
  /** Working through one's own cases. */
  OWN_CASES,
  /** Handing one's own cases over to a colleague. */
  HAND_OVER,
  /** Telling what documents are missing. */
  MISSING_DOCUMENTS;

  /** As it is sent: {@code own-cases}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(ExportPurpose::id).toList();
  }
}
