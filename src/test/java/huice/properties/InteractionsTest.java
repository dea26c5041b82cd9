package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.Compilation;
import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.model.Case;
import huice.model.Clause;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.GivenUp;
import huice.model.Interaction;
import huice.model.Known;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Pack;
import huice.model.Problem;
import huice.model.Raw;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of schemes that exclude one another the best allowed combination stands, by trying them all. */
class InteractionsTest {
  private static final int RELEASES = 40;
  private static final int CASES = 25;
  private static final Text SAMPLE = Text.of("例", "sample");

  private final Random random = new Random(11);

  private static Fact fact(String id, int ordinal, ValueType type) {
    Unit unit = type == ValueType.MONEY ? Unit.YUAN : Unit.NONE;
    return new Fact(
        "worker",
        id,
        ordinal,
        SAMPLE,
        SAMPLE,
        type,
        unit,
        false,
        List.of(),
        List.of("person"),
        List.of(),
        null,
        Fact.ChangedBy.PERSON,
        Fact.Absence.ASK,
        false,
        null,
        "f.yaml",
        1);
  }

  private static Entity worker(int schemes) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < schemes; i++) {
      facts.add(fact("fits" + i, 2 * i, ValueType.YES_NO));
      facts.add(fact("pays" + i, 2 * i + 1, ValueType.MONEY));
    }
    return new Entity("worker", SAMPLE, null, null, facts, List.of());
  }

  private static RuleText rule(int i, boolean monthly) {
    String drl =
        """
        rule "scheme %d"
        @kind("待遇")
        @subject("劳动者")
        @clause("1")
        @since("2020-01-01")
        %s
        when
        Case( value("worker.fits%d") == true )
        then
        pay.amount(value("worker.pays%d"));
        end
        """
            .formatted(i, monthly ? "@monthly(\"yes\")" : "", i, i);
    return new RuleText("p", "s" + i, RuleText.Form.DRL, "s" + i + ".drl", drl.lines().toList());
  }

  private CompiledRelease release(int schemes, List<Interaction> interactions, boolean monthly) {
    Entity worker = worker(schemes);
    SubjectKind kind =
        new SubjectKind("worker", Text.of("劳动者", "worker"), "worker", List.of(), null);
    Dictionary dictionary =
        new Dictionary(
            Map.of("worker", worker),
            Map.of("worker", "worker"),
            Map.of("worker", kind),
            List.of());
    List<RuleText> rules = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < schemes; i++) {
      rules.add(rule(i, monthly));
      ids.add("s" + i);
    }
    Pack pack =
        new Pack(
            "p",
            SAMPLE,
            "a",
            false,
            null,
            null,
            List.of(clause(ids)),
            List.of(),
            List.of(),
            List.of(),
            interactions);
    RuleText vocabulary =
        new RuleText("", "vocabulary", RuleText.Form.SENTENCES, "v.dsl", List.of());
    Compilation compilation =
        Engine.compile(
            new Release("d", dictionary, List.of(pack), vocabulary, rules, List.of(), List.of()));
    assertThat(compilation.problems())
        .filteredOn(p -> !p.notice())
        .extracting(Problem::toString)
        .isEmpty();
    return Objects.requireNonNull(compilation.release());
  }

  private static Clause clause(List<String> schemes) {
    return new Clause(
        "p", "1", "", "g", "benefit", Clause.Status.ENCODED, schemes, "", "c.yaml", 1);
  }

  @Test
  void the_best_allowed_combination_stands_and_ties_go_by_declared_order() {
    for (int r = 0; r < RELEASES; r++) {
      int schemes = 2 + random.nextInt(5);
      boolean monthly = r % 2 == 0;
      List<Interaction> exclusions = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        exclusions.add(exclusion(schemes, monthly));
      }
      CompiledRelease release = release(schemes, exclusions, monthly);
      for (int c = 0; c < CASES; c++) {
        compare(release, schemes, exclusions, "release " + r + " case " + c);
      }
    }
  }

  private Interaction exclusion(int schemes, boolean monthly) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < schemes; i++) {
      ids.add("s" + i);
    }
    java.util.Collections.shuffle(ids, random);
    return new Interaction(
        "p",
        "x",
        Interaction.Kind.EXCLUSION,
        monthly ? Interaction.Period.MONTH : Interaction.Period.EVER,
        Interaction.Within.CASE,
        ids.subList(0, 2 + random.nextInt(schemes - 1)),
        "1",
        "i.yaml",
        1);
  }

  private void compare(
      CompiledRelease release, int schemes, List<Interaction> exclusions, String as) {
    Node node = new Node(release.source().dictionary().root("worker").orElseThrow(), "worker");
    long[] pays = new long[schemes];
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < schemes; i++) {
      boolean fits = random.nextInt(5) > 0;
      pays[i] = 100L * (1 + random.nextInt(4));
      put(node, "fits" + i, fits ? 1 : 0);
      put(node, "pays" + i, Raw.of(pays[i]));
      if (fits) {
        fitting.add(i);
      }
    }
    Case asked = new Case(LocalDate.of(2024, 5, 5), null, null, Map.of("worker", node));
    Set<String> kept = new TreeSet<>();
    Set<String> lost = new TreeSet<>();
    for (Outcome outcome : release.assess(asked, Ask.all()).outcomes()) {
      assertThat(outcome.choose()).as(as).isEmpty();
      if (outcome.amount() != null) {
        kept.add(outcome.scheme());
        assertThat(outcome.amount().value())
            .as(as)
            .isEqualByComparingTo(
                BigDecimal.valueOf(pays[Integer.parseInt(outcome.scheme().substring(1))]));
      }
      outcome.givenUp().stream().map(GivenUp::scheme).forEach(lost::add);
    }
    Set<String> all = new TreeSet<>(kept);
    all.addAll(lost);
    Set<String> expected = new TreeSet<>();
    fitting.forEach(i -> expected.add("s" + i));
    assertThat(all).as(as + " none is forgotten").isEqualTo(expected);
    assertThat(kept).as(as).isEqualTo(best(fitting, pays, exclusions));
  }

  private static void put(Node node, String id, long raw) {
    node.put(node.entity().fact(id).orElseThrow(), new Known.Value(raw, Evidence.DECLARED));
  }

  /** Every subset; of those worth most the one that holds the earlier declared. */
  private static Set<String> best(List<Integer> fitting, long[] pays, List<Interaction> rules) {
    List<Integer> order = new ArrayList<>(fitting);
    order.sort(java.util.Comparator.comparingInt(i -> declared("s" + i, rules)));
    Set<String> best = Set.of();
    long most = -1;
    for (int bits = (1 << order.size()) - 1; bits >= 0; bits--) {
      Set<String> chosen = new TreeSet<>();
      long worth = 0;
      for (int i = 0; i < order.size(); i++) {
        if ((bits >> (order.size() - 1 - i) & 1) == 1) {
          chosen.add("s" + order.get(i));
          worth += pays[order.get(i)];
        }
      }
      boolean allowed =
          rules.stream().allMatch(r -> r.schemes().stream().filter(chosen::contains).count() < 2);
      if (allowed && worth > most) {
        most = worth;
        best = chosen;
      }
    }
    return best;
  }

  private static int declared(String id, List<Interaction> rules) {
    int place = 0;
    for (Interaction rule : rules) {
      int at = rule.schemes().indexOf(id);
      if (at >= 0) {
        return place + at;
      }
      place += rule.schemes().size();
    }
    return place;
  }
}
