package huice.casework.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How something reached the person, when, by whom and to whom (R40); {@code letter} is what was
 * delivered, null where it is not one of the kept letters.
 */
public record Delivery(Way way, LocalDate on, String by, String to, @Nullable UUID letter) {

  /** Of something that is no kept letter. */
  public Delivery(Way way, LocalDate on, String by, String to) {
    this(way, on, by, to, null);
  }

  /** How it was delivered. */
  public enum Way {
    /** Handed over at the counter or at home. */
    HANDED,
    POST,
    /** To the address for service that the person chose. */
    ELECTRONIC,
    PHONE,
    REPRESENTATIVE;

    /** Whether it goes to a place that the person has to have confirmed first. */
    public boolean confirmed() {
      return this == POST || this == ELECTRONIC || this == PHONE;
    }

    /** Whether it can come back. */
    boolean returnable() {
      return this == POST || this == ELECTRONIC;
    }
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
    if (letter != null) {
      content.put("letter", letter.toString());
    }
    return content;
  }
}
