package huice.casework.money;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.NotAllowed;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.policy.TableText;
import huice.store.BatchTable;
import huice.store.DueTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Payments in batches: put together by one person, looked at again and released by another, and
 * only then written into a file for the bank. Thread-safe.
 */
@ApplicationScoped
public class Batches {
  private static final List<String> HEAD = List.of("批次号", "行号", "收款人", "收款账号", "开户银行", "金额", "用途");

  private final BatchTable table;
  private final DueTable dues;
  private final Queues queues;
  private final Effects effects;
  private final Filing filing;
  private final BankAccounts accounts;
  private final Awards awards;
  private final BatchViews views;
  private final MoneySettings settings;
  private final MoneyLog log;

  Batches(
      BatchTable table,
      DueTable dues,
      Queues queues,
      Effects effects,
      Filing filing,
      BankAccounts accounts,
      Awards awards,
      BatchViews views,
      MoneySettings settings,
      MoneyLog log) {
    this.table = table;
    this.dues = dues;
    this.queues = queues;
    this.effects = effects;
    this.filing = filing;
    this.accounts = accounts;
    this.awards = awards;
    this.views = views;
    this.settings = settings;
    this.log = log;
  }

  /**
   * Puts together what can be paid of the caller's office from a fund, in the order of the queue.
   * Whoever cannot be paid yet keeps place and money.
   *
   * @throws Conflict when nothing can be paid now
   */
  @Transactional
  public BatchView make(String fund, Actor by, Now now) {
    if (!settings.funds().containsKey(fund)) {
      throw new Absent(Text.of("没有这个资金来源", "there is no such fund"));
    }
    dues.lock();
    Map<String, List<DueTable.Due>> lines = lines(fund, by, now);
    if (lines.isEmpty()) {
      throw new Conflict(
          Text.of(
              "现在没有可以支付的：看队列里每一项还差什么",
              "nothing can be paid now: the queue says what each one lacks"));
    }
    UUID id = UUID.randomUUID();
    table.add(
        new BatchTable.Batch(
            id,
            null,
            fund,
            now.today().getYear(),
            now.today(),
            now.at(),
            by.id(),
            null,
            null,
            null,
            null));
    int no = 0;
    for (List<DueTable.Due> together : lines.values()) {
      line(id, ++no, together);
    }
    BatchView made = views.of(found(id));
    log(made, "batch-made", by, now);
    return made;
  }

  /** The months that can be paid, those of one payee and scheme together, in order. */
  private Map<String, List<DueTable.Due>> lines(String fund, Actor by, Now now) {
    Map<String, List<DueTable.Due>> lines = new LinkedHashMap<>();
    for (Queues.Called one : queues.called(fund, now)) {
      DueTable.Claim claim = one.claim();
      boolean own = by.role() != Role.CASEWORKER || by.office().equals(claim.office());
      if (one.lack() != Queues.Lack.NOTHING || !own) {
        continue;
      }
      Effects.Effect effect = effects.of(claim.application(), by);
      filing.refresh(effect, now);
      for (DueTable.Due due : one.funded()) {
        if (filing.stands(due, effect)) {
          lines
              .computeIfAbsent(claim.record() + " " + claim.scheme(), key -> new ArrayList<>())
              .add(due);
        }
      }
    }
    return lines;
  }

  private void line(UUID batch, int no, List<DueTable.Due> together) {
    DueTable.Claim claim = dues.claim(together.get(0).claim()).orElseThrow();
    UUID account = accounts.current(claim.record());
    if (account == null) {
      throw new IllegalStateException("no account: " + claim.id());
    }
    BigDecimal sum =
        together.stream().map(DueTable.Due::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    table.add(
        new BatchTable.Line(
            batch, no, claim.record(), account, claim.scheme(), claim.office(), sum));
    for (DueTable.Due due : together) {
      if (!dues.take(due.id(), batch, no)) {
        throw new Conflict(Text.of("有一项刚被列入别的批次", "one of them is in another batch now"));
      }
    }
  }

  /**
   * Another person than who made it lets it go to the bank; every line is looked at again.
   *
   * @throws NotAllowed when it is the same person
   * @throws Conflict when something is no longer as it was when the batch was made
   */
  @Transactional
  public BatchView release(UUID id, Actor by, Now now) {
    dues.lock();
    BatchTable.Batch batch = found(id);
    if (batch.madeBy().equals(by.id()) || !by.named()) {
      throw new NotAllowed(Text.of("制表人不能放行自己的批次", "who made a batch does not release it"));
    }
    List<Integer> changed = changed(batch, by);
    if (!changed.isEmpty()) {
      throw new Conflict(
          Text.of(
              "制表以后决定或账户有变，请作废后重新制表。行号：" + changed,
              "decisions or accounts changed since; drop it and make a new one. Lines: "
                  + changed));
    }
    if (!table.release(id, now.at(), by.id())) {
      throw new Conflict(Text.of("这个批次已经放行或作废", "this batch is released or dropped already"));
    }
    BatchView released = views.of(found(id));
    log(released, "batch-released", by, now);
    return released;
  }

  private List<Integer> changed(BatchTable.Batch batch, Actor by) {
    Map<Integer, List<DueTable.Due>> byLine =
        dues.inBatch(batch.id()).stream()
            .collect(Collectors.groupingBy(due -> due.line() == null ? 0 : due.line()));
    List<Integer> changed = new ArrayList<>();
    Map<UUID, Effects.Effect> known = new HashMap<>();
    for (BatchTable.Line line : table.lines(batch.id())) {
      boolean same = line.account().equals(accounts.current(line.record()));
      for (DueTable.Due due : byLine.getOrDefault(line.no(), List.of())) {
        Effects.Effect effect =
            known.computeIfAbsent(due.application(), application -> effects.of(application, by));
        same &= filing.stands(due, effect);
      }
      if (!same) {
        changed.add(line.no());
      }
    }
    return changed;
  }

  /** Takes a batch back before its release; what was in it waits again in its place. */
  @Transactional
  public BatchView drop(UUID id, Actor by, Now now) {
    dues.lock();
    found(id);
    if (!table.drop(id, now.at(), by.id())) {
      throw new Conflict(Text.of("这个批次已经放行或作废", "this batch is released or dropped already"));
    }
    dues.freeAll(id);
    BatchView dropped = views.of(found(id));
    log(dropped, "batch-dropped", by, now);
    return dropped;
  }

  /** A table for the bank, with accounts in clear: the same bytes every time. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record File(String name, byte[] bytes) {}

  /**
   * Writes the file of a released batch; every payee's account that goes out is logged.
   *
   * @param form csv, or else xlsx
   */
  @Transactional
  public File file(UUID id, String form, Actor by, Now now) {
    BatchTable.Batch batch = found(id);
    Instant released = batch.releasedAt();
    if (released == null) {
      throw new Conflict(Text.of("放行以后才有支付文件", "there is a file after the release only"));
    }
    String number = BatchViews.number(batch);
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    List<BatchTable.Line> lines = table.lines(id);
    for (BatchTable.Line line : lines) {
      BankAccounts.Plain account = accounts.opened(line.account());
      rows.add(
          List.of(
              number,
              Integer.toString(line.no()),
              account.holder(),
              account.number(),
              account.bank(),
              line.amount().toPlainString(),
              awards.title(line.scheme()).zh()));
    }
    byte[] bytes = form.equals("csv") ? TableText.csv(rows) : TableText.xlsx("1", rows, released);
    for (BatchTable.Line line : lines) {
      log.export(
          by,
          line.record(),
          Map.of("purpose", "payment-file", "batch", id, "no", line.no(), "form", form),
          now);
    }
    return new File("huice-" + number.toLowerCase(Locale.ROOT), bytes);
  }

  /** A batch with its lines; payees are shown masked. */
  @Transactional
  public BatchView view(UUID id, Actor by, Now now) {
    BatchTable.Batch batch = found(id);
    BatchView view = views.of(batch);
    table.lines(id).stream()
        .map(BatchTable.Line::record)
        .distinct()
        .forEach(payee -> log.read(by, payee, Map.of("what", "batch", "batch", id), now));
    return view;
  }

  /** The latest batches, without their lines. */
  @Transactional
  public List<BatchView> list() {
    return table.all().stream().map(views::brief).toList();
  }

  private BatchTable.Batch found(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new Absent(Text.of("没有这个批次", "there is no such batch")));
  }

  private void log(BatchView batch, String act, Actor by, Now now) {
    log.act(
        by,
        null,
        Map.of(
            "act", act,
            "batch", batch.id(),
            "fund", batch.fund(),
            "count", batch.count(),
            "sum", batch.amount().toPlainString()),
        now);
  }
}
