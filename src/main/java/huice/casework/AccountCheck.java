package huice.casework;

import huice.model.Role;
import huice.model.Text;
import huice.store.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what is wanted of an account will do; every fault at once. */
final class AccountCheck {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_WORDS = 60;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");

  private AccountCheck() {}

  /**
   * The new account.
   *
   * @throws Invalid naming every fault
   */
  static Account account(AccountKeeping.Wanted wanted, Passwords passwords, Instant at) {
    List<Invalid.Fault> faults = new ArrayList<>();
    String name = name(wanted.name(), faults);
    String shown = words(wanted.shown(), "/shown", faults);
    String office = words(wanted.office(), "/office", faults);
    Optional<Role> role = role(wanted.role(), faults);
    String password = wanted.password();
    if (password != null) {
      password(password, "/password", faults);
    }
    if (!faults.isEmpty() || role.isEmpty()) {
      throw new Invalid(faults);
    }
    String secret = password == null ? null : passwords.hash(password);
    return new Account(UUID.randomUUID(), name, shown, role.get(), office, secret, at, null);
  }

  private static String name(@Nullable String name, List<Invalid.Fault> faults) {
    if (name == null) {
      faults.add(missing("/name"));
    } else if (!NAME.matcher(name).matches()) {
      faults.add(
          new Invalid.Fault(
              "/name",
              Text.of("不能作为账号名", "this cannot be an account's name"),
              Text.of(
                  "2 至 64 个字母、数字或 . _ @ -，以字母或数字开头",
                  "2 to 64 letters, digits or . _ @ -, beginning with a letter or digit")));
    }
    return name == null ? "" : name;
  }

  private static String words(@Nullable String text, String pointer, List<Invalid.Fault> faults) {
    String words = text == null ? "" : text.strip();
    if (words.isEmpty()) {
      faults.add(missing(pointer));
    } else if (words.length() > LONGEST_WORDS) {
      faults.add(
          new Invalid.Fault(
              pointer,
              Text.of("过长", "this is too long"),
              Text.of("最多 " + LONGEST_WORDS + " 个字", "at most " + LONGEST_WORDS + " characters")));
    }
    return words;
  }

  private static Optional<Role> role(@Nullable String id, List<Invalid.Fault> faults) {
    Optional<Role> role = id == null ? Optional.empty() : Role.of(id);
    if (role.isEmpty()) {
      String list = Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "));
      faults.add(
          new Invalid.Fault(
              "/role",
              Text.of("没有这种角色", "there is no such role"),
              Text.of("写其中之一：" + list, "write one of " + list)));
    }
    return role;
  }

  /**
   * The password, if it will do.
   *
   * @throws Invalid if not
   */
  static String password(@Nullable String password) {
    List<Invalid.Fault> faults = new ArrayList<>();
    if (password == null) {
      faults.add(missing("/password"));
    } else {
      password(password, "/password", faults);
    }
    if (password == null || !faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return password;
  }

  private static void password(String password, String pointer, List<Invalid.Fault> faults) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < SHORTEST_PASSWORD || bytes > Passwords.LONGEST) {
      faults.add(
          new Invalid.Fault(
              pointer,
              Text.of("密码过短或过长", "the password is too short or too long"),
              Text.of(
                  "至少 " + SHORTEST_PASSWORD + " 个字符，最多 " + Passwords.LONGEST + " 字节",
                  "at least "
                      + SHORTEST_PASSWORD
                      + " characters, at most "
                      + Passwords.LONGEST
                      + " bytes")));
    }
  }

  private static Invalid.Fault missing(String pointer) {
    return new Invalid.Fault(
        pointer, Text.of("没有写", "this is missing"), Text.of("请写明", "write it"));
  }
}
