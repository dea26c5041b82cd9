package huice.twin;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Seeded random cases over any dictionary, which is read as data: roots, facts by type, lists with
 * rows. A case can be made fully known, then less known step by step, then completed again in
 * another way.
 */
public final class RandomCases {
  private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
  private static final int DAYS = 1250;

  private final Dictionary dictionary;
  private final Random random;

  public RandomCases(Dictionary dictionary, long seed) {
    this.dictionary = dictionary;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  /**
   * Everything about the roots it speaks of is known; evidence is plain unless {@code mixed}. The
   * first root is always there, each other in every second case.
   */
  public Case full(boolean mixed) {
    LocalDate on = FIRST.plusDays(random.nextInt(DAYS));
    on = random.nextInt(6) == 0 ? on.withDayOfMonth(on.lengthOfMonth()) : on;
    RandomFacts facts = new RandomFacts(random, on);
    Map<String, Node> roots = new LinkedHashMap<>();
    for (Map.Entry<String, String> root : dictionary.roots().entrySet()) {
      if (!roots.isEmpty() && random.nextInt(2) == 0) {
        continue;
      }
      Node node = new Node(dictionary.entities().get(root.getValue()), root.getKey());
      fill(node, facts, on, mixed);
      roots.put(root.getKey(), node);
    }
    YearMonth from = null;
    YearMonth to = null;
    if (random.nextInt(3) == 0) {
      from = YearMonth.from(on).minusMonths(random.nextInt(13));
      to = from.plusMonths(random.nextInt(6));
    }
    return new Case(on, from, to, roots);
  }

  private void fill(Node node, RandomFacts facts, LocalDate on, boolean mixed) {
    Entity entity = node.entity();
    for (Fact fact : entity.facts()) {
      node.put(fact, mixed ? facts.mixed(fact) : facts.plain(fact));
    }
    inOrder(node);
    for (Relation relation : entity.relations()) {
      if (!relation.many()) {
        Node one =
            new Node(
                dictionary.entities().get(relation.entity()), node.path() + "." + relation.id());
        fill(one, facts, on, mixed);
        node.put(relation, one);
        continue;
      }
      List<Node> rows = new ArrayList<>();
      int count = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(2);
      for (int i = 0; i < count; i++) {
        rows.add(row(node, relation, i, facts, on, mixed));
      }
      node.put(relation, new Rows(rows, on.plusYears(3)));
    }
  }

  private Node row(
      Node owner, Relation relation, int i, RandomFacts facts, LocalDate on, boolean mixed) {
    Node row =
        new Node(
            dictionary.entities().get(relation.entity()),
            owner.path() + "." + relation.id() + "[" + i + "]");
    fill(row, facts, on, mixed);
    return row;
  }

  /** A thing does not end before it begins. */
  private static void inOrder(Node node) {
    Entity entity = node.entity();
    Fact begin = entity.begins() == null ? null : entity.fact(entity.begins()).orElseThrow();
    Fact end = entity.ends() == null ? null : entity.fact(entity.ends()).orElseThrow();
    if (begin != null
        && end != null
        && node.fact(begin) instanceof Known.Value first
        && node.fact(end) instanceof Known.Value last
        && first.raw() > last.raw()) {
      node.put(begin, new Known.Value(last.raw(), first.evidence()));
      node.put(end, new Known.Value(first.raw(), last.evidence()));
    }
  }

  /** The same case with less known: one fact, row or claim of completeness in {@code oneOf}. */
  public Case degraded(Case known, int oneOf) {
    return Reshaped.copy(
        known,
        new Reshaped.Change() {
          @Override
          public Known fact(Node node, Fact fact, Known value) {
            return random.nextInt(oneOf) == 0 ? Known.ABSENT : value;
          }

          @Override
          public @Nullable Rows rows(Node node, Relation relation, @Nullable Rows rows) {
            return rows == null || random.nextInt(oneOf) > 0 ? rows : less(rows, known.on());
          }
        });
  }

  private @Nullable Rows less(Rows rows, LocalDate on) {
    int way = random.nextInt(4);
    if (way == 0) {
      return null;
    }
    if (way == 1) {
      return new Rows(rows.rows(), null);
    }
    LocalDate to = on.minusDays(random.nextInt(400));
    LocalDate earlier =
        rows.completeTo() == null || to.isBefore(rows.completeTo()) ? to : rows.completeTo();
    if (way == 2) {
      return new Rows(rows.rows(), rows.completeTo() == null ? null : earlier);
    }
    List<Node> kept = rows.rows().stream().filter(r -> !surelyAfter(r, Raw.of(earlier))).toList();
    return new Rows(kept, rows.completeTo() == null ? null : earlier);
  }

  /** Such a row need not be in a list that is complete to that day. */
  private static boolean surelyAfter(Node row, long day) {
    String begins = row.entity().begins();
    Known known = begins == null ? Known.ABSENT : row.fact(row.entity().fact(begins).orElseThrow());
    return known instanceof Known.Value value
        && value.raw() > day
        && value.evidence().equals(Evidence.DECLARED);
  }

  /** Everything that was not known made known, at random; what was known stays. */
  public Case completed(Case less) {
    return completed(less, new RandomFacts(random, less.on()));
  }

  private Case completed(Case less, RandomFacts facts) {
    return Reshaped.copy(
        less,
        new Reshaped.Change() {
          @Override
          public Known fact(Node node, Fact fact, Known known) {
            return known instanceof Known.Absent ? facts.plain(fact) : known;
          }

          @Override
          public Rows rows(Node node, Relation relation, @Nullable Rows rows) {
            return more(node, relation, rows, facts, less.on());
          }
        });
  }

  /** Adds rows that began after the day to which the list was complete, and makes it complete. */
  private Rows more(
      Node owner, Relation relation, @Nullable Rows rows, RandomFacts facts, LocalDate on) {
    List<Node> all = new ArrayList<>(rows == null ? List.of() : rows.rows());
    LocalDate complete = rows == null ? null : rows.completeTo();
    if (complete == null || complete.isBefore(on)) {
      for (int i = random.nextInt(3); i > 0; i--) {
        Node row = row(owner, relation, 100 + i, facts, on, false);
        if (complete == null || surelyAfter(row, Raw.of(complete))) {
          all.add(row);
        }
      }
      complete = on.plusYears(3);
    }
    return new Rows(all, complete);
  }
}
