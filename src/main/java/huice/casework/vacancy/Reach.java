package huice.casework.vacancy;

import huice.model.Text;
import java.util.Locale;

/**
 * Where a vacancy is, seen from here, and how far somebody who looks for work wants to go at most.
 * In the order of distance.
 */
public enum Reach {
  TOWNSHIP("本乡镇", "this township"),
  COUNTY("县内", "this county"),
  PREFECTURE("地区内、县外", "the prefecture"),
  REGION("疆内、地区外", "Xinjiang"),
  COUNTRY("疆外", "beyond Xinjiang");

  private final Text label;

  Reach(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
