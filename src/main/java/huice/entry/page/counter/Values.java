package huice.entry.page.counter;

import huice.entry.page.Form;
import huice.model.Fact;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.Map;

/** What people type for a fact, as the interface takes it. */
public final class Values {
  private static final String NONE = "none";

  private Values() {}

  /** In the form in which it is kept, where it can be told; else as it was typed. */
  public static String typed(Fact fact, String text) {
    String word = text.strip();
    if (fact.type() == ValueType.DATE && !fact.month()) {
      LocalDate day = Form.dayOf(word);
      return day == null ? word : day.toString();
    }
    return word;
  }

  /** Whether it says that there is none. */
  public static boolean none(String typed) {
    return typed.equals("无") || typed.equals(NONE);
  }

  /** What an entry says. */
  static Map<String, Object> said(Fact fact, String typed) {
    return none(typed) && fact.type() != ValueType.YES_NO
        ? Map.of(NONE, true)
        : Map.of("value", typed);
  }
}
