package huice.casework.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How something reached the person, when, by whom and to whom (R40). */
public record Delivery(Way way, LocalDate on, String by, String to) {

  /** How it was delivered. */
  public enum Way {
    /** Handed over at the counter or at home. */
    HANDED,
    POST,
    /** To the address for service that the person chose. */
    ELECTRONIC,
    PHONE,
    REPRESENTATIVE
  }

  boolean known() {
    return !by.isBlank() && !to.isBlank();
  }

  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("way", way.name());
    content.put("on", on.toString());
    content.put("by", by);
    content.put("to", to);
    return content;
  }
}
