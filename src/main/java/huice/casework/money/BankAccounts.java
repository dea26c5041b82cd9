package huice.casework.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Payees;
import huice.casework.Visit;
import huice.casework.decision.Applications.Channel;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.BankAccountTable;
import huice.store.BatchTable;
import huice.store.DueTable;
import huice.store.KeyDestroyed;
import huice.store.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where payees want their money, in their own word: sealed, shown by the last four digits, and
 * opened for the file of a released batch only. Thread-safe.
 */
@ApplicationScoped
public class BankAccounts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("[0-9]{8,32}");
  private static final int SHOWN = 4;
  private static final int LONGEST = 100;

  private final BankAccountTable table;
  private final DueTable dues;
  private final BatchTable batches;
  private final Keys keys;
  private final Payees payees;
  private final MoneyLog log;

  BankAccounts(
      BankAccountTable table,
      DueTable dues,
      BatchTable batches,
      Keys keys,
      Payees payees,
      MoneyLog log) {
    this.table = table;
    this.dues = dues;
    this.batches = batches;
    this.keys = keys;
    this.payees = payees;
    this.log = log;
  }

  /** An account as it is said: whose it is, at which bank, on what day and how it was said. */
  public record NewAccount(
      String number, String bank, String holder, LocalDate saidOn, Channel channel) {}

  /** An account as it is shown. */
  @Schema(name = "BankAccount")
  public record Shown(
      UUID id,
      UUID record,
      String account,
      LocalDate saidOn,
      Channel channel,
      boolean needsSecond,
      boolean counts,
      Instant at,
      UUID by,
      @Nullable UUID confirmedBy) {}

  /** What lies sealed. */
  record Plain(String number, String bank, String holder) {}

  /** Whether a payee can be paid. */
  enum Standing {
    NONE,
    /** The latest one waits for a second person. */
    TO_CHECK,
    COUNTS
  }

  /**
   * Keeps an account in the payee's own word. One that comes while something is approved and not
   * yet paid takes the place of another only after a second person has looked at it.
   */
  @Transactional
  public List<Shown> add(UUID record, NewAccount said, Actor by, Visit visit, Now now) {
    check(said, now);
    dues.lock();
    UUID payee = payees.of(record);
    payees.serve(by, payee, visit);
    boolean change = !rows(payee).isEmpty() && dues.owedTo(payees.group(payee));
    UUID id = UUID.randomUUID();
    table.add(
        new BankAccountTable.Account(
            id,
            payee,
            sealed(payee, new Plain(digits(said.number()), said.bank(), said.holder())),
            said.saidOn(),
            said.channel().name().toLowerCase(Locale.ROOT),
            change,
            now.at(),
            by.id(),
            null,
            null));
    batches.done(payees.group(payee), now.at(), by.id());
    log.act(by, payee, Map.of("act", "bank-account", "id", id, "needsSecond", change), now);
    return shown(payee);
  }

  private static String digits(String number) {
    return number.replaceAll("[\\s-]", "");
  }

  private static void check(NewAccount said, Now now) {
    List<Invalid.Fault> faults = new ArrayList<>();
    if (!NUMBER.matcher(digits(said.number())).matches()) {
      faults.add(
          new Invalid.Fault(
              "/number",
              Text.of("不像是银行账号", "this is no account number"),
              Text.of("写 8 至 32 位数字", "8 to 32 digits")));
    }
    if (said.bank().length() > LONGEST || said.holder().length() > LONGEST) {
      faults.add(
          new Invalid.Fault(
              said.bank().length() > LONGEST ? "/bank" : "/holder",
              Text.of("文字过长", "the text is too long"),
              Text.of("最多 " + LONGEST + " 字", "at most " + LONGEST + " characters")));
    }
    if (said.saidOn().isAfter(now.today())) {
      faults.add(
          new Invalid.Fault(
              "/saidOn",
              Text.of("日期在今天以后", "the day is after today"),
              Text.of("写本人说明的日期", "write the day on which it was said")));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** A second person has compared a changed account with what the payee said. */
  @Transactional
  public List<Shown> confirm(UUID record, UUID account, Actor by, Visit visit, Now now) {
    dues.lock();
    UUID payee = payees.of(record);
    payees.serve(by, payee, visit);
    BankAccountTable.Account row =
        table
            .find(account)
            .filter(found -> payees.group(payee).contains(found.record()))
            .orElseThrow(() -> new Absent(Text.of("没有这个账户", "there is no such account")));
    if (row.by().equals(by.id())) {
      throw new NotAllowed(
          Text.of("须由登记人以外的另一人核对", "a person other than who entered it has to check it"));
    }
    if (!table.confirm(account, now.at(), by.id())) {
      throw new Conflict(Text.of("这个账户不待核对", "this account does not wait for a check"));
    }
    log.act(by, payee, Map.of("act", "bank-account-checked", "id", account), now);
    return shown(payee);
  }

  /** All accounts of a payee, the latest first, masked; the reading is noted. */
  @Transactional
  public List<Shown> of(UUID record, Actor by, Visit visit, Now now) {
    UUID payee = payees.of(record);
    payees.see(by, payee, visit);
    List<Shown> shown = shown(payee);
    log.read(by, payee, Map.of("what", "bank-accounts"), now);
    return shown;
  }

  /** Those of a merged registration follow the person, and go back with it. */
  private List<BankAccountTable.Account> rows(UUID record) {
    UUID payee = payees.of(record);
    return table.of(payee, payees.group(payee));
  }

  List<Shown> shown(UUID payee) {
    return rows(payee).stream().map(this::shown).toList();
  }

  private Shown shown(BankAccountTable.Account row) {
    return new Shown(
        row.id(),
        row.record(),
        masked(open(row)),
        row.saidOn(),
        Channel.valueOf(row.channel().toUpperCase(Locale.ROOT)),
        row.needsSecond(),
        row.counts(),
        row.at(),
        row.by(),
        row.confirmedBy());
  }

  private static String masked(Plain plain) {
    return "****" + plain.number().substring(plain.number().length() - SHOWN);
  }

  /** The last four digits of where a payee is paid now; null when nowhere. */
  @Nullable String masked(UUID payee) {
    return rows(payee).stream()
        .filter(BankAccountTable.Account::counts)
        .findFirst()
        .map(row -> masked(open(row)))
        .orElse(null);
  }

  /** The last four digits. */
  String masked(BankAccountTable.Account row) {
    return masked(open(row));
  }

  Standing standing(UUID payee) {
    List<BankAccountTable.Account> all = rows(payee);
    if (all.isEmpty()) {
      return Standing.NONE;
    }
    return all.get(0).counts() ? Standing.COUNTS : Standing.TO_CHECK;
  }

  /** The account that counts now; null when there is none or a later one waits. */
  @Nullable UUID current(UUID payee) {
    return standing(payee) == Standing.COUNTS ? rows(payee).get(0).id() : null;
  }

  /** For the file of a released batch, and nothing else. */
  Plain opened(UUID account) {
    return open(
        table
            .find(account)
            .orElseThrow(() -> new Absent(Text.of("没有这个账户", "there is no such account"))));
  }

  private byte[] sealed(UUID payee, Plain plain) {
    try {
      byte[] bytes = JSON.writeValueAsBytes(plain);
      try {
        return keys.seal(payee, bytes);
      } catch (KeyDestroyed e) {
        if (payees.about(payee) != null) {
          throw e;
        }
        // An organisation has no key before its first account.
        keys.create(payee);
        return keys.seal(payee, bytes);
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Plain open(BankAccountTable.Account row) {
    try {
      return JSON.readValue(keys.open(row.record(), row.sealed()), Plain.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
