package huice.entry.page;

import huice.model.Role;
import huice.model.Text;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of the desk that the navigation leads to, each for the roles that have it. */
public enum Area {
  DESK("/desk", "今日", "Today", EnumSet.complementOf(EnumSet.of(Role.SERVICE))),
  COUNTER("/desk/counter", "窗口", "Counter", EnumSet.of(Role.CASEWORKER)),
  APPLICATIONS(
      "/desk/applications",
      "申请",
      "Applications",
      EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER, Role.AUDITOR)),
  TASKS("/desk/tasks", "任务", "Tasks", EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.AUDITOR)),
  VERIFICATIONS(
      "/desk/verifications",
      "核对",
      "Verification",
      EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER, Role.AUDITOR)),
  MONEY(
      "/desk/money",
      "资金",
      "Money",
      EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER, Role.AUDITOR)),
  IMPACTS(
      "/desk/impacts",
      "规则改动",
      "Rule changes",
      EnumSet.of(Role.POLICY_OFFICER, Role.CERTIFIER, Role.AUDITOR)),
  TELLING("/desk/telling", "告知", "Telling", EnumSet.of(Role.CASEWORKER)),
  RUNS(
      "/desk/runs",
      "全县测算",
      "County runs",
      EnumSet.of(Role.POLICY_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR)),
  EMPLOYERS(
      "/desk/employers",
      "用人单位",
      "Employers",
      EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER, Role.AUDITOR)),
  VACANCIES(
      "/desk/vacancies",
      "岗位",
      "Vacancies",
      EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.AUDITOR)),
  COMPLAINTS(
      "/desk/complaints",
      "投诉",
      "Complaints",
      EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER, Role.AUDITOR)),
  COLLEAGUES("/desk/colleagues", "同事", "Colleagues", EnumSet.of(Role.CASEWORKER, Role.CERTIFIER)),
  REPORTS(
      "/desk/reports",
      "报表",
      "Reports",
      EnumSet.of(Role.CERTIFIER, Role.POLICY_OFFICER, Role.AUDITOR));

  /** Persons are found at the counter. */
  private static final String PERSONS = "/desk/persons";

  /** Letters are part of a case. */
  private static final String LETTERS = "/desk/letters";

  private final String address;
  private final Text title;
  private final Set<Role> roles;

  Area(String address, String zh, String en, Set<Role> roles) {
    this.address = address;
    this.title = Text.of(zh, en);
    this.roles = Set.copyOf(roles);
  }

  public static List<Area> of(Role role) {
    return Arrays.stream(values()).filter(area -> area.roles.contains(role)).toList();
  }

  public String address() {
    return address;
  }

  public Text title() {
    return title;
  }

  /** Whether a path lies in this part: the longest address that fits is the one. */
  static boolean within(Area area, String path) {
    if (path.startsWith(PERSONS)) {
      return area == COUNTER;
    }
    return path.startsWith(LETTERS) ? area == APPLICATIONS : area == nearest(path);
  }

  private static @Nullable Area nearest(String path) {
    return Arrays.stream(values())
        .filter(a -> path.equals(a.address) || path.startsWith(a.address + "/"))
        .max((a, b) -> Integer.compare(a.address.length(), b.address.length()))
        .orElse(null);
  }
}
