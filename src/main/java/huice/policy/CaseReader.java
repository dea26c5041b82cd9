package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Node;
import huice.model.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of cases, for case files, test cases and bodies of requests. Every fault is told
 * at once. Thread-safe; keeps nothing.
 */
public final class CaseReader {
  private static final List<String> KEYS = List.of("on", "from", "to", "facts");
  private static final long MOST_MONTHS = 600;

  private final Dictionary dictionary;
  private final Faults faults;
  private final Set<String> broken;

  private CaseReader(Dictionary dictionary, Set<String> broken, boolean quoting) {
    this.dictionary = dictionary;
    this.faults = new Faults(quoting);
    this.broken = broken;
  }

  /** The case, null exactly when there are faults. {@code notices} inform, such as of encoding. */
  public record Read(@Nullable Case given, List<CaseFault> faults, List<CaseFault> notices) {
    public Read {
      faults = List.copyOf(faults);
      notices = List.copyOf(notices);
    }
  }

  public static Read read(Dictionary dictionary, Tree tree) {
    return read(dictionary, tree, null);
  }

  /** {@code on}, when given, stands for the day in the case, which then need not name one. */
  public static Read read(Dictionary dictionary, Tree tree, @Nullable LocalDate on) {
    return read(dictionary, tree, on, Set.of());
  }

  /** What was parsed, with the faults of its form and those of its content. */
  public static Read read(Dictionary dictionary, Trees.Parsed parsed, @Nullable LocalDate on) {
    Tree tree = parsed.tree();
    return tree == null ? unread(parsed) : both(parsed, read(dictionary, tree, on));
  }

  /** As {@link #read}, with faults that never repeat a value: what was sent may be personal. */
  public static Read discreetly(Dictionary dictionary, Trees.Parsed parsed) {
    Tree tree = parsed.tree();
    return tree == null
        ? unread(parsed)
        : both(parsed, new CaseReader(dictionary, Set.of(), false).whole(tree, null));
  }

  private static Read unread(Trees.Parsed parsed) {
    return new Read(null, parsed.faults(), parsed.notices());
  }

  private static Read both(Trees.Parsed parsed, Read read) {
    if (parsed.faults().isEmpty()) {
      return new Read(read.given(), read.faults(), parsed.notices());
    }
    Faults all = new Faults(true);
    parsed.faults().forEach(all::add);
    read.faults().forEach(all::add);
    return new Read(null, all.list(), parsed.notices());
  }

  /** Facts named in {@code broken} ({@code entity.fact}) are reported elsewhere and passed over. */
  static Read read(Dictionary dictionary, Tree tree, @Nullable LocalDate on, Set<String> broken) {
    return new CaseReader(dictionary, broken, true).whole(tree, on);
  }

  private Read whole(Tree tree, @Nullable LocalDate on) {
    Case given = read(tree, on);
    List<CaseFault> found = faults.list();
    return new Read(found.isEmpty() ? given : null, found, List.of());
  }

  private @Nullable Case read(Tree tree, @Nullable LocalDate given) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      faults.add(
          Where.ROOT,
          tree.line(),
          Text.of("个案应当是「名称: 值」", "a case consists of names with values"),
          Text.of("请写 on 和 facts", "write on and facts"));
      return null;
    }
    for (Tree.Entry entry : mapping.entries().values()) {
      if (!KEYS.contains(entry.key())) {
        faults.unknown(Where.ROOT.at(entry.key()), entry, KEYS);
      }
    }
    LocalDate on = on(mapping, given);
    YearMonth from = month(mapping, "from");
    YearMonth to = month(mapping, "to");
    Map<String, Node> roots = roots(mapping);
    if (on == null) {
      return null;
    }
    long months = 1;
    if (from != null || to != null) {
      from = from == null ? earlier(YearMonth.from(on), to) : from;
      to = to == null ? later(YearMonth.from(on), from) : to;
      months = months(mapping, from, to);
    }
    if (mapping.get("facts") instanceof Tree.Mapping facts) {
      new CaseSize(dictionary, faults).check(roots, months, facts);
    }
    return new Case(on, from, to, roots);
  }

  private static YearMonth earlier(YearMonth month, @Nullable YearMonth other) {
    return other != null && other.isBefore(month) ? other : month;
  }

  private static YearMonth later(YearMonth month, YearMonth other) {
    return other.isAfter(month) ? other : month;
  }

  /** How many months are asked about, within the limit. */
  private long months(Tree.Mapping mapping, YearMonth from, YearMonth to) {
    Where where = Where.ROOT.at(mapping.get("to") == null ? "from" : "to");
    Tree tree = mapping.get(where.key());
    int line = tree == null ? 0 : tree.line();
    if (from.isAfter(to)) {
      faults.add(
          where,
          line,
          say("from（%s）在 to（%s）之后", "from (%s) is after to (%s)", from, to),
          Text.of("请对调", "swap them"));
      return 1;
    }
    long months = from.until(to, ChronoUnit.MONTHS) + 1;
    if (months > MOST_MONTHS) {
      faults.add(
          where,
          line,
          say("所问月份超过 %d 个", "more than %d months are asked about", MOST_MONTHS),
          Text.of("请分几次问", "ask in parts"));
    }
    return Math.min(months, MOST_MONTHS);
  }

  private @Nullable LocalDate on(Tree.Mapping mapping, @Nullable LocalDate given) {
    Tree tree = mapping.get("on");
    if (tree == null) {
      if (given == null) {
        faults.add(
            Where.ROOT.at("on"),
            mapping.line(),
            Text.of("没有写明日期 on", "no date: on is missing"),
            Days.WRITE_DAY);
      }
      return given;
    }
    LocalDate own = faults.day(Where.ROOT.at("on"), tree);
    return given == null ? own : given;
  }

  private @Nullable YearMonth month(Tree.Mapping mapping, String key) {
    Tree tree = mapping.get(key);
    return tree == null ? null : faults.month(Where.ROOT.at(key), tree);
  }

  private Map<String, Node> roots(Tree.Mapping mapping) {
    Map<String, Node> roots = new LinkedHashMap<>();
    Where where = Where.ROOT.at("facts");
    Tree facts = mapping.get("facts");
    if (!(facts instanceof Tree.Mapping top)) {
      faults.add(
          where,
          facts == null ? mapping.line() : facts.line(),
          facts == null
              ? Text.of("没有写明事实 facts", "no facts")
              : Text.of("facts 应当是「成员: 事实」", "facts consists of roots with their facts"),
          say("可以写：%s", "one of: %s", String.join("、", dictionary.roots().keySet())));
      return roots;
    }
    NodeReader reader = new NodeReader(dictionary, faults, broken);
    for (Tree.Entry entry : top.entries().values()) {
      Entity entity = dictionary.root(entry.key()).orElse(null);
      if (entity == null) {
        faults.add(
            where.at(entry.key()),
            entry.line(),
            say("个案里没有「%s」这个成员", "a case has no \"%s\"", shown(entry.key())),
            Words.instead(entry.key(), dictionary.roots().keySet()));
      } else {
        Node node = reader.node(entity, entry.key(), entry.value(), where.at(entry.key()));
        if (node != null) {
          roots.put(entry.key(), node);
        }
      }
    }
    return roots;
  }
}
