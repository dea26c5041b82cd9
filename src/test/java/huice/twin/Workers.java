package huice.twin;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Seeded plausible workers about whom everything is recorded, each close to the bounds of some of
 * the first nine schemes: on the day, the day before and the day after, at month ends and leap
 * days.
 */
public final class Workers {
  private static final String[] DAYS = {
    "2024-02-28", "2024-02-29", "2024-03-01", "2024-08-31", "2024-09-01", "2024-12-31",
    "2025-01-01", "2025-02-28", "2025-03-20", "2025-05-20", "2025-06-30", "2025-12-31",
    "2026-01-01", "2026-02-28", "2024-01-31", "2025-08-31"
  };

  final Random random;
  private final Dictionary dictionary;
  LocalDate on = LocalDate.EPOCH;

  public Workers(Dictionary dictionary, long seed) {
    this.dictionary = dictionary;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
  }

  /** The next worker with spouse and all that is on file about both. */
  public Case next() {
    on =
        oneOf(2)
            ? LocalDate.parse(DAYS[random.nextInt(DAYS.length)])
            : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
    on = oneOf(40) ? LocalDate.of(2023, 12, 31) : on;
    Map<String, Node> roots = new LinkedHashMap<>();
    for (String root : List.of("worker", "spouse", "couple")) {
      Node node = new Node(dictionary.root(root).orElseThrow(), root);
      empty(node);
      roots.put(root, node);
    }
    YearMonth from = null;
    YearMonth to = null;
    if (oneOf(4)) {
      from = YearMonth.from(on).minusMonths(random.nextInt(4));
      to = from.plusMonths(random.nextInt(4));
    }
    YearMonth month = from == null ? YearMonth.from(on) : from;
    Node worker = roots.get("worker");
    switch (random.nextInt(7)) {
      case 0, 1 -> new CoupleFile(this).fill(worker, roots.get("spouse"), roots.get("couple"));
      case 2 -> new BenefitFile(this).insurance(worker, month, to == null ? month : to);
      case 3 -> new BenefitFile(this).posts(worker, month);
      case 4 -> new LoanFile(this).fill(worker);
      case 5 -> {
        month = oneOf(3) ? month : month.minusMonths(1);
        from = to == null ? month : from;
        to = to == null ? month : to;
        new WageFile(this).fill(worker, from, to);
      }
      default -> new ServiceFile(this).fill(worker);
    }
    return new Case(on, from, to, roots);
  }

  /** Nothing has happened yet, and that is known. */
  private void empty(Node node) {
    for (Fact fact : node.entity().facts()) {
      node.put(fact, NONE);
    }
    for (Relation relation : node.entity().relations()) {
      node.put(relation, new Rows(List.of(), complete()));
    }
    if (node.entity().fact("birth_date").isPresent()) {
      put(
          node,
          "birth_date",
          on.minusYears(20 + random.nextInt(30)).minusDays(random.nextInt(365)));
      put(node, "retirement_group", pick("sixty", "fifty_five", "fifty"));
    }
  }

  private LocalDate complete() {
    return oneOf(5) ? on.plusDays(random.nextInt(400)) : on;
  }

  static final Known NONE = new Known.None(Evidence.DECLARED);

  boolean oneOf(int n) {
    return random.nextInt(n) == 0;
  }

  String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  /** The day, the day before or the day after. */
  LocalDate about(LocalDate day) {
    return day.plusDays(random.nextInt(3) - 1);
  }

  /** A day near the first or last of a month. */
  LocalDate edge(YearMonth month) {
    return oneOf(2) ? about(month.atDay(1)) : about(month.atEndOfMonth());
  }

  /** Null stands for known to be none; strings are choices, decimals are numbers. */
  static void put(Node node, String id, @Nullable Object value) {
    Fact fact = node.entity().fact(id).orElseThrow();
    node.put(fact, value == null ? NONE : new Known.Value(raw(fact, value), Evidence.DECLARED));
  }

  private static long raw(Fact fact, Object value) {
    return switch (fact.type()) {
      case DATE -> Raw.of((LocalDate) value);
      case YES_NO -> (Boolean) value ? 1 : 0;
      case CHOICE -> fact.choice((String) value).orElseThrow();
      case MONEY, COUNT -> Raw.of(new BigDecimal(value.toString()));
    };
  }

  /** Adds a row of which every fact is known to be none until {@code facts} says otherwise. */
  Node row(Node owner, String list, Consumer<Node> facts) {
    Relation relation = owner.entity().relation(list).orElseThrow();
    Rows rows = owner.list(relation);
    List<Node> all = new ArrayList<>(rows == null ? List.of() : rows.rows());
    Node row =
        new Node(
            dictionary.entity(relation.entity()).orElseThrow(),
            owner.path() + "." + list + "[" + all.size() + "]");
    for (Fact fact : row.entity().facts()) {
      row.put(fact, NONE);
    }
    for (Relation inner : row.entity().relations()) {
      row.put(inner, new Rows(List.of(), on));
    }
    facts.accept(row);
    all.add(row);
    owner.put(relation, new Rows(all, rows == null ? null : rows.completeTo()));
    return row;
  }

  void period(Node owner, String list, LocalDate start, @Nullable LocalDate end) {
    row(
        owner,
        list,
        r -> {
          put(r, "start", start);
          put(r, "end", end == null || end.isBefore(start) ? null : end);
        });
  }
}
