package huice.casework.vacancy;

import huice.model.Text;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a vacancy is, seen from here, and how far somebody who looks for work wants to go at most.
 * In the order of distance.
 */
@Schema(name = "VacancyReach")
public enum Reach {
  TOWNSHIP("本乡镇", "this township", "只在一个乡镇", "one township"),
  COUNTY("县内", "this county", "县内", "the county"),
  PREFECTURE("地区内、县外", "the prefecture", "地区内", "the prefecture"),
  REGION("疆内、地区外", "Xinjiang", "疆内", "Xinjiang"),
  COUNTRY("疆外", "beyond Xinjiang", "疆内外都可以", "anywhere");

  private final Text label;
  private final Text most;

  Reach(String zh, String en, String most, String mostEn) {
    this.label = Text.of(zh, en);
    this.most = Text.of(most, mostEn);
  }

  public Text label() {
    return label;
  }

  /** As the farthest that somebody wants to go. */
  public Text most() {
    return most;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
