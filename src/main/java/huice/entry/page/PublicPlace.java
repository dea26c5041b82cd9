package huice.entry.page;

import huice.model.Text;
import java.util.Arrays;
import java.util.List;

/** The parts of the public pages that their navigation leads to; nobody has to sign in. */
enum PublicPlace {
  POLICIES("/policies", "政策指南", "Policies"),
  JOBS("/jobs", "我要就业", "Work"),
  BUSINESS("/start-up", "我要创业", "Start up"),
  COURSES("/courses", "我要培训", "Training"),
  CHECK("/self-check", "测一测", "Check"),
  COMPLAINTS("/complaints", "投诉举报", "Complain"),
  NOTICES("/notices", "公示", "Notices");

  private final String address;
  private final Text title;

  PublicPlace(String address, String zh, String en) {
    this.address = address;
    this.title = Text.of(zh, en);
  }

  static List<Frame.Place> all(String path) {
    return Arrays.stream(values())
        .map(place -> new Frame.Place(place.address, place.title, place.holds(path)))
        .toList();
  }

  private boolean holds(String path) {
    return path.equals(address) || path.startsWith(address + "/");
  }

  /** Whether a path is one of the pages for everybody. */
  static boolean any(String path) {
    return Arrays.stream(values()).anyMatch(place -> place.holds(path));
  }

  /** Whether pages there carry forms that are sent. */
  static boolean forms(String path) {
    return CHECK.holds(path) || COMPLAINTS.holds(path);
  }
}
