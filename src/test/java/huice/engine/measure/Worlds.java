package huice.engine.measure;

import static huice.engine.measure.Sample.call;
import static huice.engine.measure.Sample.day;

import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random couples about whom everything is known, and the same couples with knowledge taken away.
 */
final class Worlds {
  static final long FIRST = day("2024-01-01");
  static final int DAYS = 420;
  private static final LocalDate FAR = LocalDate.of(2032, 1, 1);

  private final Random random;

  Worlds(long seed) {
    random = new Random(seed);
  }

  /** The calls that every property is tried on; all take a couple. */
  static List<Call> calls() {
    Call sum = call("sum", "worker.spells.wages.amount", "where month = @month", "each");
    Call overlap = call("overlap", "worker.spells", "where contract = true", "gap=〔n10〕");
    Call months = call("months", "worker.spells", "gap=〔n10〕", "bridge=reason in sick|unpaid");
    List<Call> calls = new ArrayList<>();
    calls.add(call("value", "worker.born", "each"));
    calls.add(call("value", "worker.children", "either"));
    calls.add(call("value", "worker.certified", "each"));
    calls.add(call("value", "office.size"));
    calls.add(call("known", "worker.applied", "each"));
    calls.add(call("age", "worker.born", "each"));
    calls.add(call("age", "worker.born", "at=worker.applied", "either"));
    for (String unit : List.of("unit=days", "unit=months", "unit=years")) {
      calls.add(call("elapsed", "worker.applied", unit, "each"));
      calls.add(call("elapsed", "on", "to=worker.applied", unit, "either"));
      calls.add(call("elapsed", "on", call("latest", "worker.spells.end", "each"), unit));
      calls.add(call("elapsed", "worker.born", "to=worker.applied", unit, "either"));
      calls.add(call("deadline", "worker.applied", "〔n3〕", unit, "roll=next-workday", "each"));
    }
    calls.add(call("elapsed", "month", "to=month-end", "unit=days"));
    calls.add(call("deadline", "worker.applied", "〔n10〕", "unit=workdays", "each"));
    calls.add(call("deadline", "worker.applied", "〔n1〕", "unit=months", "count=with", "either"));
    calls.add(call("exists", "worker.spells", "each"));
    calls.add(
        call("exists", "worker.spells", "where contract = true", "where hours >= 〔n30〕", "each"));
    calls.add(call("exists", "worker.spells", "where end = none", "either"));
    calls.add(call("count", "worker.spells", "where employer.size >= 〔n10〕", "each"));
    calls.add(call("count", "worker.spells", "where reason not in sick|unpaid", "either"));
    calls.add(call("count", "worker.spells", "where reason in 〔reasons〕", "each"));
    calls.add(call("count", "worker.spells", "where start <= @worker.applied", "each"));
    calls.add(call("count", "worker.spells", "where end >= @on", "each"));
    calls.add(
        call(
            "count",
            "worker.spells",
            "where end < @on",
            "where start > @worker.applied",
            "either"));
    calls.add(call("count", "worker.spells.wages", "where month <= @on", "each"));
    calls.add(call("count", "worker.spells.wages", "where paid < @month-start", "each"));
    calls.add(
        call(
            "count",
            "worker.spells.wages",
            "where backpaid != true",
            "where month != @month",
            "each"));
    calls.add(call("count", "worker.spells.wages", "where paid = @month", "either"));
    calls.add(sum);
    calls.add(call("sum", "worker.spells.hours", "where contract = true", "each"));
    calls.add(call("latest", "worker.spells.end", "each"));
    calls.add(call("latest", "worker.spells.start", "where contract = true", "either"));
    calls.add(call("earliest", "worker.spells.start", "each"));
    calls.add(call("earliest", "worker.spells.wages.paid", "where amount >= 〔money〕", "either"));
    for (String mode : List.of("mode=current", "mode=longest", "mode=total")) {
      calls.add(call("months", "worker.spells", mode, "each"));
      calls.add(call("months", "worker.spells", mode, "gap=〔n30〕", "either"));
      calls.add(call("months", "worker.spells", mode, "bridge=reason in sick|unpaid", "each"));
      calls.add(
          call(
              "months",
              "worker.spells",
              mode,
              "where contract = true",
              "to=worker.applied",
              "each"));
      calls.add(
          call(
              "months",
              "worker.spells",
              mode,
              "gap=〔n10〕",
              "to=month-end",
              "bridge=reason = sick",
              "either"));
      calls.add(
          call(
              "reached",
              call("months", "worker.spells", mode, "gap=〔n10〕", "bridge=reason = sick"),
              "〔n3〕",
              "each"));
    }
    calls.add(overlap);
    calls.add(call("overlap", "worker.spells", "bridge=reason in sick|unpaid"));
    calls.add(call("reached", overlap, "〔n2〕"));
    calls.add(
        call("reached", call("overlap", "worker.spells", "bridge=reason in sick|unpaid"), "〔n3〕"));
    calls.add(call("deadline", call("reached", months, "〔n4〕"), "〔n12〕", "unit=months", "each"));
    calls.add(call("share", sum, call("sum", "worker.spells.wages.amount", "either")));
    calls.add(call("plus", call("value", "worker.savings", "each"), sum));
    calls.add(call("minus", call("value", "worker.savings", "each"), sum));
    calls.add(call("product", sum, "〔share〕", "〔percent〕"));
    Call part = call("share", call("least", sum, "〔money〕"), "〔money〕");
    calls.add(call("product", sum, part));
    calls.add(
        call(
            "product",
            "〔money〕",
            call("share", call("count", "worker.spells", "each"), sumOfHours())));
    calls.add(call("least", sum, "〔money〕"));
    calls.add(
        call(
            "greatest",
            call("value", "worker.applied", "each"),
            call("latest", "worker.spells.end", "either")));
    calls.add(call("greatest", "on", call("value", "worker.applied", "each")));
    calls.add(call("phased", "worker.born", "〔n60〕", "〔n4〕", "〔n36〕", "〔reform〕", "each"));
    calls.add(call("outcome", "other-scheme"));
    calls.add(call("earlier"));
    calls.add(call("parameter", "〔unset〕"));
    return calls;
  }

  /** Dates that are compared with one another, several of which move along with the day. */
  static List<Call> dates() {
    Call applied = call("value", "worker.applied", "either");
    return List.of(
        call("on"),
        applied,
        call("latest", "worker.spells.end", "each"),
        call("least", applied, call("on")),
        call("greatest", call("on"), call("latest", "worker.spells.end", "either")),
        call("least", "on", call("greatest", applied, "on")),
        call("monthEnd"),
        call("deadline", call("on"), "〔n2〕", "unit=months"),
        call("deadline", call("least", applied, "on"), "〔n3〕", "unit=months"));
  }

  private static Call sumOfHours() {
    return call("sum", "worker.spells.hours", "either");
  }

  /** Three roots about which everything is known: worker, spouse and office. */
  List<Node> truth() {
    Node office = new Node(Sample.EMPLOYER, "office");
    fill(office);
    return List.of(person(Sample.worker()), person(Sample.spouse()), office);
  }

  private Node person(Node person) {
    fill(person);
    Sample.put(person, "born", "" + LocalDate.of(1960, 1, 1).plusDays(random.nextInt(9000)));
    List<Node> spells = new ArrayList<>();
    long day = FIRST - random.nextInt(300);
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      spells.add(spell(person, i, day));
      day += random.nextInt(150);
    }
    rows(person, "spells", spells);
    List<Node> loans = new ArrayList<>();
    for (int i = 0; i < random.nextInt(2); i++) {
      Node loan = Sample.row(person, "loans", i);
      fill(loan);
      loans.add(loan);
    }
    rows(person, "loans", loans);
    return person;
  }

  private Node spell(Node person, int index, long start) {
    Node spell = Sample.row(person, "spells", index);
    fill(spell);
    set(spell, "start", start);
    int length = random.nextInt(4) == 0 ? -1 : random.nextInt(200);
    if (length < 0) {
      Sample.put(spell, "end", "none");
    } else {
      set(spell, "end", start + length);
    }
    List<Node> wages = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      Node wage = Sample.row(spell, "wages", i);
      fill(wage);
      set(wage, "month", Civil.monthStart(start + 31L * i));
      wages.add(wage);
    }
    rows(spell, "wages", wages);
    Node employer = Sample.row(spell, "employer", 0);
    fill(employer);
    spell.put(Sample.relation(spell, "employer"), employer);
    return spell;
  }

  private static void set(Node node, String fact, long day) {
    Sample.put(node, fact, new Known.Value(day, Evidence.DECLARED));
  }

  private static void rows(Node node, String list, List<Node> rows) {
    node.put(Sample.relation(node, list), new Rows(rows, FAR));
  }

  private void fill(Node node) {
    for (Fact fact : node.entity().facts()) {
      boolean none = random.nextInt(8) == 0 && !fact.id().equals("start");
      node.put(
          fact,
          none
              ? new Known.None(Evidence.DECLARED)
              : new Known.Value(value(fact), Evidence.DECLARED));
    }
  }

  private long value(Fact fact) {
    return switch (fact.type()) {
      case DATE -> FIRST - 200 + random.nextInt(800);
      case MONEY -> Raw.of(random.nextInt(4)) * 1000;
      case COUNT -> Raw.of(random.nextInt(4) * 10L);
      case YES_NO -> random.nextInt(4) == 0 ? 0 : 1;
      case CHOICE -> random.nextInt(fact.choices().size());
    };
  }

  /** How much is taken away: facts, evidence and rows, in one of so many. */
  List<Node> degraded(List<Node> roots, int oneOf) {
    return roots.stream().map(r -> degraded(r, oneOf)).toList();
  }

  private Node degraded(Node node, int oneOf) {
    Entity entity = node.entity();
    Node copy = new Node(entity, node.path());
    for (Fact fact : entity.facts()) {
      copy.put(fact, degraded(fact, node.fact(fact), oneOf));
    }
    for (Relation relation : entity.relations()) {
      Rows rows = relation.many() ? node.list(relation) : null;
      Node one = relation.many() ? null : node.one(relation);
      if (rows != null && random.nextInt(oneOf * 3) > 0) {
        copy.put(relation, degraded(rows, oneOf));
      } else if (one != null && random.nextInt(oneOf) > 0) {
        copy.put(relation, degraded(one, oneOf));
      }
    }
    return copy;
  }

  private Rows degraded(Rows rows, int oneOf) {
    boolean complete = random.nextInt(oneOf) > 0;
    LocalDate to = rows.completeTo();
    if (!complete && to != null) {
      LocalDate sooner = LocalDate.ofEpochDay(FIRST - 250 + random.nextInt(800));
      to = random.nextInt(3) == 0 ? null : sooner.isBefore(to) ? sooner : to;
    }
    List<Node> kept = new ArrayList<>();
    for (Node row : rows.rows()) {
      if (to == rows.completeTo() || began(row, to) || random.nextBoolean()) {
        kept.add(degraded(row, oneOf));
      }
    }
    return new Rows(kept, to);
  }

  /** Whether a row may not be left out of a list that is complete to a day. */
  private static boolean began(Node row, @Nullable LocalDate to) {
    String begins = row.entity().begins();
    Known known = begins == null ? Known.ABSENT : row.fact(row.entity().fact(begins).orElseThrow());
    boolean later =
        known instanceof Known.Value value
            && value.evidence() == Evidence.DECLARED
            && to != null
            && value.raw() > to.toEpochDay();
    return to != null && !later;
  }

  private Known degraded(Fact fact, Known known, int oneOf) {
    if (random.nextInt(oneOf) > 0 || known instanceof Known.Absent) {
      return known;
    }
    return switch (random.nextInt(5)) {
      case 0 -> known instanceof Known.Value v ? conflict(fact, v) : known;
      case 1 -> evidence(known, new Evidence("person", null, Quality.ESTIMATED, null, false));
      case 2 ->
          evidence(
              known,
              new Evidence(
                  "document",
                  LocalDate.ofEpochDay(FIRST - random.nextInt(200)),
                  Quality.VERIFIED,
                  LocalDate.ofEpochDay(FIRST + random.nextInt(400)),
                  false));
      default -> Known.ABSENT;
    };
  }

  private Known conflict(Fact fact, Known.Value value) {
    List<Known.Value> values = new ArrayList<>(List.of(value));
    values.add(random.nextInt(2), new Known.Value(value(fact), Evidence.DECLARED));
    return new Known.Conflict(values);
  }

  private static Known evidence(Known known, Evidence evidence) {
    if (known instanceof Known.None none && none.evidence() == Evidence.DECLARED) {
      return new Known.None(evidence);
    }
    return known instanceof Known.Value value && value.evidence() == Evidence.DECLARED
        ? new Known.Value(value.raw(), evidence)
        : known;
  }

  /** The same roots with every fact and list that is not among the paths taken from the truth. */
  static List<Node> completed(List<Node> roots, List<Node> truth, java.util.Set<String> except) {
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      all.add(completed(roots.get(i), truth.get(i), except));
    }
    return all;
  }

  private static Node completed(Node node, Node truth, java.util.Set<String> except) {
    Node copy = new Node(node.entity(), node.path());
    for (Fact fact : node.entity().facts()) {
      boolean keep = except.contains(node.path() + "." + fact.id());
      boolean absent = node.fact(fact) instanceof Known.Absent;
      copy.put(fact, keep || !absent ? node.fact(fact) : truth.fact(fact));
    }
    for (Relation relation : node.entity().relations()) {
      String path = node.path() + "." + relation.id();
      if (relation.many()) {
        Rows rows = rows(node, truth, relation, except, path);
        if (rows != null) {
          copy.put(relation, rows);
        }
      } else {
        Node one =
            node.one(relation) == null
                ? new Node(truth.one(relation).entity(), path)
                : node.one(relation);
        copy.put(relation, completed(one, truth.one(relation), except));
      }
    }
    return copy;
  }

  private static @Nullable Rows rows(
      Node node, Node truth, Relation relation, java.util.Set<String> except, String path) {
    Rows rows = node.list(relation);
    Rows all = truth.list(relation);
    boolean keep = except.contains(path);
    if (rows == null) {
      return keep ? null : all;
    }
    List<Node> kept = new ArrayList<>();
    for (Node row : all.rows()) {
      Node same =
          rows.rows().stream().filter(r -> r.path().equals(row.path())).findFirst().orElse(null);
      if (same != null) {
        kept.add(completed(same, row, except));
      } else if (!keep) {
        kept.add(row);
      }
    }
    return new Rows(kept, keep ? rows.completeTo() : all.completeTo());
  }
}
