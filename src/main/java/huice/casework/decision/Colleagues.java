package huice.casework.decision;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Account;
import huice.store.AccountTable;
import huice.store.Duties;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.PersonTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The caseworkers of an office: who is away, and who handles what meanwhile. Thread-safe. */
@ApplicationScoped
public class Colleagues {
  private static final Set<Role> WHO = Set.of(Role.CASEWORKER, Role.CERTIFIER);

  private final AccountTable accounts;
  private final Duties duties;
  private final PersonTable persons;
  private final Journal journal;
  private final Courses courses;
  private final Event<HandedOver> handed;

  Colleagues(
      AccountTable accounts,
      Duties duties,
      PersonTable persons,
      Journal journal,
      Courses courses,
      Event<HandedOver> handed) {
    this.accounts = accounts;
    this.duties = duties;
    this.persons = persons;
    this.journal = journal;
    this.courses = courses;
    this.handed = handed;
  }

  /** All that is one colleague's goes to another, in a transaction that still runs. */
  public record HandedOver(UUID from, UUID to, Actor by) {}

  /**
   * A caseworker with the open applications that are theirs; days away null when none lie ahead.
   */
  public record Colleague(
      UUID id,
      String name,
      @Nullable LocalDate awayFrom,
      @Nullable LocalDate awayTo,
      boolean away,
      int open) {}

  /** The caseworkers of the caller's office, by name. */
  @Transactional
  public List<Colleague> of(Actor by, Now now) {
    Map<UUID, Long> open =
        held(by.office()).stream()
            .collect(Collectors.groupingBy(Duties.Held::holder, Collectors.counting()));
    return office(by).stream()
        .map(account -> colleague(account, open.getOrDefault(account.actor().id(), 0L), now))
        .toList();
  }

  private List<Duties.Held> held(String office) {
    return duties.held(
        office,
        Arrays.stream(State.values()).filter(Colleagues::unfinished).map(State::name).toList());
  }

  /** Whether the office still has something to do about it. */
  private static boolean unfinished(State state) {
    return state.open()
        || state == State.GRANTED
        || state == State.ADVERSE
        || state == State.OBJECTED
        || state == State.OBJECTED_LATE
        || state == State.OBJECTED_GRANTED;
  }

  private List<Account> office(Actor by) {
    if (!WHO.contains(by.role())) {
      throw new NotAllowed(Text.of("您的角色不能调配工作", "your role does not arrange work"));
    }
    return accounts.all().stream()
        .filter(account -> !account.disabled())
        .filter(account -> account.actor().role() == Role.CASEWORKER)
        .filter(account -> account.actor().office().equals(by.office()))
        .toList();
  }

  private Colleague colleague(Account account, long open, Now now) {
    Duties.Away days =
        duties
            .away(account.actor().id())
            .filter(away -> !away.to().isBefore(now.today()))
            .orElse(null);
    boolean away = days != null && !days.from().isAfter(now.today());
    return new Colleague(
        account.actor().id(),
        account.shown(),
        days == null ? null : days.from(),
        days == null ? null : days.to(),
        away,
        (int) open);
  }

  /** Notes when a colleague is away; what was noted before no longer counts. */
  @Transactional
  public void away(UUID account, LocalDate from, LocalDate to, Actor by, Now now) {
    Account who = colleague(account, "/account", by);
    if (to.isBefore(from)) {
      throw new Invalid(
          "/to",
          Text.of("结束在开始以前", "it ends before it begins"),
          Text.of("写开始以后的日期", "write a later day"));
    }
    duties.away(who.actor().id(), new Duties.Away(from, to), by.id(), now.at());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", "away");
    content.put("account", who.actor().id());
    content.put("from", from.toString());
    content.put("to", to.toString());
    write(by, null, content, now);
  }

  private Account colleague(UUID account, String pointer, Actor by) {
    return office(by).stream()
        .filter(one -> one.actor().id().equals(account))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    pointer,
                    Text.of("不是本机构的经办人", "no caseworker of this office"),
                    Text.of("选本机构的经办人", "choose one of this office")));
  }

  /**
   * Gives a colleague's unfinished applications to another one; each is noted in the log. Returns
   * how many.
   *
   * @throws Conflict when the other one is away today
   */
  @Transactional
  public int handOver(UUID from, UUID to, String why, Actor by, Now now) {
    Account receiver = colleague(to, "/to", by);
    if (from.equals(to)) {
      throw new Invalid(
          "/to",
          Text.of("交给的是同一个人", "this is the same person"),
          Text.of("选另一位经办人", "choose another colleague"));
    }
    if (colleague(receiver, 0, now).away()) {
      throw new Conflict(Text.of("接手的人今天也不在岗", "who would take over is away today too"));
    }
    List<Duties.Held> held =
        held(by.office()).stream().filter(one -> one.holder().equals(from)).toList();
    for (Duties.Held one : held) {
      duties.assign(one.application(), to, why, by.id(), now.at());
    }
    handed.fire(new HandedOver(from, to, by));
    for (Duties.Held one : held) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("act", "reassigned");
      content.put("application", one.application());
      content.put("from", from);
      content.put("to", to);
      content.put("why", why);
      write(by, one.record(), content, now);
    }
    return held.size();
  }

  private void write(Actor by, @Nullable UUID record, Map<String, Object> content, Now now) {
    UUID about =
        record != null && persons.find(record).filter(p -> p.erasedAt() == null).isPresent()
            ? record
            : null;
    journal.write(new Journal.Entry(now.at(), LogKind.ACT, by, about, courses.text(content)));
  }

  /** Who handles an application; null when there is none. */
  @Transactional
  public @Nullable UUID holder(UUID application) {
    return duties.holder(application).orElse(null);
  }

  /** The unfinished applications that are an account's own. */
  @Transactional
  public Set<UUID> own(Actor by) {
    return held(by.office()).stream()
        .filter(one -> one.holder().equals(by.id()))
        .map(Duties.Held::application)
        .collect(Collectors.toSet());
  }
}
