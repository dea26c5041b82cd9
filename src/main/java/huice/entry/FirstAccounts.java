package huice.entry;

import huice.casework.AccountKeeping;
import huice.casework.AccountKeeping.Wanted;
import huice.model.Role;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes accounts when there are none: those of the demo, with passwords that are printed once and
 * kept nowhere, or the first administrator that the environment names.
 */
@Singleton
class FirstAccounts {
  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private static final List<Demo> DEMO =
      List.of(
          new Demo(Role.CASEWORKER, "A", "演示经办人甲"),
          new Demo(Role.CASEWORKER, "B", "演示经办人乙"),
          new Demo(Role.REVIEWER, "A", "演示复核人甲"),
          new Demo(Role.REVIEWER, "B", "演示复核人乙"),
          new Demo(Role.CERTIFIER, "A", "演示核定人甲"),
          new Demo(Role.CERTIFIER, "B", "演示核定人乙"),
          new Demo(Role.POLICY_OFFICER, "A", "演示政策人员甲"),
          new Demo(Role.POLICY_OFFICER, "B", "演示政策人员乙"),
          new Demo(Role.AUDITOR, "A", "演示审计人员"),
          new Demo(Role.ADMINISTRATOR, "A", "演示管理员"),
          new Demo(Role.SERVICE, "A", "演示接口程序"));

  private final AccountKeeping accounts;
  private final Clock clock;
  private final String kind;
  private final Optional<String> name;
  private final Optional<String> password;

  FirstAccounts(
      AccountKeeping accounts,
      Clock clock,
      @ConfigProperty(name = "huice.accounts") String kind,
      @ConfigProperty(name = "huice.admin") Optional<String> name,
      @ConfigProperty(name = "huice.admin.password") Optional<String> password) {
    this.accounts = accounts;
    this.clock = clock;
    this.kind = kind;
    this.name = name;
    this.password = password;
  }

  /** An account of the demo: the names are made up. */
  private record Demo(Role role, String office, String shown) {
    String name() {
      return role.id() + "-" + office.toLowerCase(Locale.ROOT);
    }
  }

  /** Makes them if nobody can use the service yet, and says on {@code out} what was made. */
  void make(PrintStream out) {
    if (!accounts.isEmpty()) {
      return;
    }
    if (name.isPresent() && password.isPresent()) {
      String admin = name.get();
      create(new Wanted(admin, admin, Role.ADMINISTRATOR.id(), "-", password.get()));
      out.println();
      out.println("已建立管理员账号 The administrator's account has been made: " + admin);
    } else if (kind.equals("demo")) {
      demo(out);
    } else {
      out.println();
      out.println("还没有账号。请设置 HUICE_ADMIN 和 HUICE_ADMIN_PASSWORD（至少 12 个字符）后重新启动，建立第一个管理员。");
      out.println("There are no accounts yet. Start again with HUICE_ADMIN and");
      out.println("HUICE_ADMIN_PASSWORD (at least 12 characters) set, to make the administrator.");
    }
  }

  private void demo(PrintStream out) {
    List<String> lines = new ArrayList<>();
    for (Demo demo : DEMO) {
      String secret = password(new SecureRandom());
      create(new Wanted(demo.name(), demo.shown(), demo.role().id(), demo.office(), secret));
      lines.add(String.format(Locale.ROOT, "  %-18s %s", demo.name(), secret));
    }
    out.println();
    out.println("演示账号及密码，只显示这一次 Accounts of the demo; the passwords are shown this once:");
    lines.forEach(out::println);
  }

  private void create(Wanted wanted) {
    accounts.create(null, wanted, clock.instant());
  }

  /** Four groups of four: 80 bits. */
  private static String password(SecureRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
