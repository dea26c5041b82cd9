package huice.casework;

import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Account;
import huice.store.AccountTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator does with accounts. Each change is logged in the same transaction; an
 * account is disabled and never deleted, because decisions and the log name it. Safe to use from
 * all threads.
 */
@ApplicationScoped
public class AccountKeeping {
  private final AccountTable table;
  private final Passwords passwords;
  private final AccountLog log;

  AccountKeeping(AccountTable table, Passwords passwords, AccountLog log) {
    this.table = table;
    this.passwords = passwords;
    this.log = log;
  }

  /**
   * An account as an administrator sees it.
   *
   * @param password whether it signs in with a password of its own
   * @param disabledAt null while it may be used
   */
  public record Listed(
      UUID id,
      String name,
      String shown,
      Role role,
      String office,
      boolean password,
      Instant createdAt,
      @Nullable Instant disabledAt) {}

  /**
   * What an account is to be; null is what was left out.
   *
   * @param role as in {@link Role#id()}
   * @param password null where an identity provider signs in
   */
  public record Wanted(
      @Nullable String name,
      @Nullable String shown,
      @Nullable String role,
      @Nullable String office,
      @Nullable String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "account wanted";
    }
  }

  /** All accounts, by name. */
  @Transactional
  public List<Listed> all() {
    return table.all().stream().map(AccountKeeping::listed).toList();
  }

  /** Whether nobody can use the service yet. */
  @Transactional
  public boolean isEmpty() {
    return table.isEmpty();
  }

  /**
   * A new account.
   *
   * @param by the administrator; null at the first start, when there is none
   * @throws Invalid naming every fault
   * @throws Conflict when there is an account of that name
   */
  @Transactional
  public Listed create(@Nullable Actor by, Wanted wanted, Instant at) {
    Account account = AccountCheck.account(wanted, passwords, at);
    if (table.named(account.name()).isPresent()) {
      throw new Conflict(
          Text.of("已有同名账号，账号名不能重复使用。", "There is an account of that name; names are unique."));
    }
    table.add(account);
    log.created(by == null ? account.actor() : by, account, at);
    return listed(account);
  }

  /**
   * Refuses the account from now on, also where a session lives; a second call does nothing.
   *
   * @throws Absent when there is no such account
   * @throws NotAllowed when it is one's own: somebody has to be left
   */
  @Transactional
  public Listed disable(Actor by, UUID id, Instant at) {
    if (by.id().equals(id)) {
      throw new NotAllowed(
          Text.of("不能停用自己的账号。", "An administrator cannot disable the own account."));
    }
    Account account = existing(id);
    if (account.disabled()) {
      return listed(account);
    }
    table.disable(id, at);
    log.disabled(by, account, at);
    return listed(account.disabledAt(at));
  }

  /**
   * Another password; sessions begun under the old one end.
   *
   * @param by whoever sets it: an administrator, or the account itself
   * @throws Absent when there is no such account
   * @throws Invalid when the password will not do
   */
  @Transactional
  public Listed password(Actor by, UUID id, @Nullable String password, Instant at) {
    Account account = existing(id);
    table.secret(id, passwords.hash(AccountCheck.password(password)));
    log.newPassword(by, account, at);
    return listed(account);
  }

  /**
   * The account's holder takes another password.
   *
   * @throws Invalid when the present one is wrong or the new one will not do
   */
  @Transactional
  public void ownPassword(
      Actor holder, @Nullable String present, @Nullable String wanted, Instant at) {
    Account account = existing(holder.id());
    if (present == null || !passwords.matches(present, account.secret())) {
      throw new Invalid(
          "/present",
          Text.of("现在的密码不对", "this is not the present password"),
          Text.of("写现在的密码", "write the present password"));
    }
    password(holder, holder.id(), wanted, at);
  }

  private Account existing(UUID id) {
    return table
        .byId(id)
        .orElseThrow(() -> new Absent(Text.of("没有这个账号。", "There is no such account.")));
  }

  private static Listed listed(Account account) {
    return new Listed(
        account.id(),
        account.name(),
        account.shown(),
        account.role(),
        account.office(),
        account.secret() != null,
        account.createdAt(),
        account.disabledAt());
  }
}
