package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Invalid;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.BudgetTable;
import huice.store.DueTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be spent of each fund, entered by officers with a reference. Thread-safe. */
@ApplicationScoped
public class Budgets {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final BudgetTable table;
  private final DueTable dues;
  private final MoneySettings settings;
  private final MoneyLog log;

  Budgets(BudgetTable table, DueTable dues, MoneySettings settings, MoneyLog log) {
    this.table = table;
    this.dues = dues;
    this.settings = settings;
    this.log = log;
  }

  /**
   * A fund, or a scheme's part of it, in a year. {@code amount} null: not set, which is not 0;
   * {@code used}: paid or on the way; {@code left} null where no amount is set.
   */
  @Schema(name = "Budget")
  public record Line(
      String fund,
      Text fundText,
      @Nullable String scheme,
      int year,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal used,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal left,
      @Nullable String reference) {}

  /** What an officer enters; {@code scheme} null: the whole fund. */
  public record Entry(
      String fund, @Nullable String scheme, int year, BigDecimal amount, String reference) {}

  @Transactional
  public List<Line> enter(Entry entry, Actor by, Now now) {
    check(entry);
    dues.lock();
    table.add(
        new BudgetTable.Budget(
            entry.fund(),
            entry.scheme(),
            entry.year(),
            entry.amount(),
            entry.reference(),
            now.at(),
            by.id()));
    Map<String, Object> content = new HashMap<>();
    content.put("act", "budget");
    content.put("fund", entry.fund());
    content.put("scheme", entry.scheme() == null ? "" : entry.scheme());
    content.put("year", entry.year());
    content.put("sum", entry.amount().toPlainString());
    content.put("reference", entry.reference());
    log.act(by, null, content, now);
    return lines(entry.year());
  }

  private void check(Entry entry) {
    List<Invalid.Fault> faults = new ArrayList<>();
    if (!settings.funds().containsKey(entry.fund())) {
      faults.add(
          new Invalid.Fault(
              "/fund",
              Text.of("没有这个资金来源", "there is no such fund"),
              Text.of(
                  "可写：" + String.join("、", settings.fundIds()),
                  "one of: " + String.join(", ", settings.fundIds()))));
    }
    String scheme = entry.scheme();
    if (scheme != null
        && settings.scheme(scheme).filter(s -> s.fund().equals(entry.fund())).isEmpty()) {
      faults.add(
          new Invalid.Fault(
              "/scheme",
              Text.of("这个项目不由这项资金支付", "the scheme is not paid from this fund"),
              Text.of("请核对", "check it")));
    }
    faults.addAll(Sums.faults("/amount", entry.amount(), true));
    if (entry.year() < 2000 || entry.year() > 2200) {
      faults.add(
          new Invalid.Fault(
              "/year", Text.of("年度不对", "no such year"), Text.of("如 2026", "such as 2026")));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** Every fund of a year, set or not, and the schemes for which something is set. */
  @Transactional
  public List<Line> lines(int year) {
    Map<String, BudgetTable.Budget> latest = latest(year);
    List<BudgetTable.Used> used = table.used(year);
    List<Line> lines = new ArrayList<>();
    for (String fund : settings.fundIds()) {
      lines.add(line(fund, null, year, latest.get(fund), used));
      for (MoneySettings.SchemeMoney scheme : settings.schemes()) {
        BudgetTable.Budget own = latest.get(fund + " " + scheme.scheme());
        if (own != null) {
          lines.add(line(fund, scheme.scheme(), year, own, used));
        }
      }
    }
    return lines;
  }

  private Map<String, BudgetTable.Budget> latest(int year) {
    Map<String, BudgetTable.Budget> latest = new HashMap<>();
    for (BudgetTable.Budget entry : table.of(year)) {
      latest.put(
          entry.scheme() == null ? entry.fund() : entry.fund() + " " + entry.scheme(), entry);
    }
    return latest;
  }

  private Line line(
      String fund,
      @Nullable String scheme,
      int year,
      BudgetTable.@Nullable Budget entry,
      List<BudgetTable.Used> used) {
    BigDecimal sum =
        used.stream()
            .filter(u -> u.fund().equals(fund) && (scheme == null || u.scheme().equals(scheme)))
            .map(BudgetTable.Used::amount)
            .reduce(NOTHING, BigDecimal::add);
    BigDecimal amount = entry == null ? null : entry.amount();
    return new Line(
        fund,
        settings.funds().getOrDefault(fund, Text.of(fund, fund)),
        scheme,
        year,
        amount,
        sum,
        amount == null ? null : amount.subtract(sum),
        entry == null ? null : entry.reference());
  }

  /** What is left for the queue of a fund. */
  Queue.Purse purse(String fund, int year) {
    BigDecimal whole = null;
    Map<String, BigDecimal> schemes = new HashMap<>();
    for (Line line : lines(year)) {
      BigDecimal left = line.left();
      if (!line.fund().equals(fund) || left == null) {
        continue;
      }
      String scheme = line.scheme();
      if (scheme == null) {
        whole = left;
      } else {
        schemes.put(scheme, left);
      }
    }
    return new Queue.Purse(whole, schemes);
  }
}
