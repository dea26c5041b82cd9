package huice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.SchemeInfo;
import huice.model.Amount;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Dictionary.ProtectedUse;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.MonthLine;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Problem;
import huice.model.Relation;
import huice.model.ValueType;
import huice.simulation.Workbench;
import huice.twin.RandomCases;
import huice.twin.Reshaped;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the shipped packs owe the people they decide about, by the numbers of the requirements. */
class RightsTest {
  private static final int CASES = Integer.getInteger("properties", 1000) / 10;
  private static final Dictionary DICTIONARY = Shipped.release().dictionary();

  @Test
  void r12_every_rule_has_clauses_a_first_day_and_cases() {
    Set<String> tested = new TreeSet<>();
    Shipped.release().cases().forEach(c -> tested.add(c.scheme()));
    for (SchemeInfo scheme : Shipped.compiled().schemes()) {
      assertThat(scheme.versions())
          .as(scheme.id())
          .isNotEmpty()
          .allSatisfy(v -> assertThat(v.clauses()).isNotEmpty())
          .allSatisfy(v -> assertThat(v.from()).isNotNull());
      assertThat(tested).contains(scheme.id());
    }
  }

  /** Fault and intent: no fact holds them, so no rule can read them and none can set them. */
  @Test
  void r18_no_fact_is_about_fault_or_intent() {
    for (Entity entity : DICTIONARY.entities().values()) {
      for (Fact fact : entity.facts()) {
        String words = fact.id() + fact.label() + fact.question() + fact.choices();
        assertThat(words.toLowerCase(java.util.Locale.ROOT))
            .as(fact.entity() + "." + fact.id())
            .doesNotContain("故意", "恶意", "过错人", "骗取", "fraud", "deceit", "intent");
      }
    }
  }

  private static Set<String> registered(String fact) {
    Set<String> schemes = new HashSet<>();
    for (ProtectedUse use : DICTIONARY.protectedUses()) {
      if (named(use.fact()).equals(fact)) {
        schemes.addAll(use.schemes());
      }
    }
    return schemes;
  }

  private static String named(String path) {
    String root = path.substring(0, path.indexOf('.'));
    return DICTIONARY.roots().getOrDefault(root, root) + path.substring(path.indexOf('.'));
  }

  private static List<Fact> protectedFacts() {
    return DICTIONARY.entities().values().stream()
        .flatMap(e -> e.facts().stream())
        .filter(f -> f.protectedAttribute() != null)
        .toList();
  }

  @Test
  void r21_protected_attributes_are_read_only_as_registered_with_a_ground() {
    assertThat(protectedFacts()).isNotEmpty();
    assertThat(DICTIONARY.protectedUses()).allSatisfy(u -> assertThat(u.ground()).isNotBlank());
    for (Fact fact : protectedFacts()) {
      String name = fact.entity() + "." + fact.id();
      Set<String> readers = new TreeSet<>();
      Shipped.compiled().schemes().stream()
          .filter(s -> s.facts().contains(name))
          .map(SchemeInfo::id)
          .forEach(readers::add);
      assertThat(registered(name)).as(name).containsAll(readers);
    }
  }

  /** Sex, birth date, marriage and health are flipped; hukou and disability are no facts at all. */
  @Test
  void r22_flipping_a_protected_attribute_changes_registered_schemes_only() {
    Set<String> attributes = new TreeSet<>();
    protectedFacts().forEach(f -> attributes.add(String.valueOf(f.protectedAttribute())));
    assertThat(attributes).contains("age", "sex", "marriage");
    Set<String> changed = new TreeSet<>();
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = new RandomCases(DICTIONARY, 77_000 + seed);
      Case asked = seed % 2 == 0 ? random.full(false) : new Workers(DICTIONARY, seed).next();
      Map<String, String> before = gist(asked);
      for (Fact attribute : protectedFacts()) {
        Case other = flipped(asked, attribute, new RandomCases(DICTIONARY, 99_000 + seed));
        Map<String, String> after = gist(other);
        Set<String> allowed = registered(attribute.entity() + "." + attribute.id());
        for (Map.Entry<String, String> entry : before.entrySet()) {
          String scheme = entry.getKey().split(" ", 2)[0];
          if (allowed.contains(scheme)) {
            if (!entry.getValue().equals(after.get(entry.getKey()))) {
              changed.add(scheme);
            }
          } else {
            assertThat(after.get(entry.getKey()))
                .as("seed " + seed + " " + attribute.id() + " " + entry.getKey())
                .isEqualTo(entry.getValue());
          }
        }
      }
    }
    assertThat(changed).as("the flips reach the rules that may read them").isNotEmpty();
  }

  private static Case flipped(Case asked, Fact attribute, RandomCases values) {
    List<Known> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (Reshaped.FactPlace place : Reshaped.facts(values.full(false))) {
        if (place.fact() == attribute) {
          others.add(place.node().fact(attribute));
        }
      }
    }
    return Reshaped.copy(
        asked,
        new Reshaped.Change() {
          private int next;

          @Override
          public Known fact(Node node, Fact fact, Known known) {
            if (fact != attribute || known instanceof Known.Absent) {
              return known;
            }
            return others.isEmpty()
                ? new Known.None(Evidence.DECLARED)
                : others.get(next++ % others.size());
          }
        });
  }

  private static Map<String, String> gist(Case asked) {
    Map<String, String> gist = new TreeMap<>();
    Assessment assessment = Shipped.compiled().assess(asked, new Ask(Set.of(), false, false));
    for (Outcome outcome : assessment.outcomes()) {
      StringBuilder text = new StringBuilder(outcome.outcome() + " " + sum(outcome.amount()));
      outcome
          .months()
          .forEach(
              m -> text.append(' ').append(m.month()).append(m.outcome()).append(sum(m.amount())));
      gist.put(outcome.scheme() + " " + outcome.subject(), text.toString());
    }
    return gist;
  }

  private static String sum(@Nullable Amount amount) {
    return amount == null ? "-" : amount.value() + "/" + amount.low() + "/" + amount.high();
  }

  @Test
  void r24_facts_are_of_closed_types_from_listed_sources_and_each_is_read() {
    Set<String> sources = Set.of("person", "document", "employer", "ledger");
    for (Entity entity : DICTIONARY.entities().values()) {
      for (Fact fact : entity.facts()) {
        String name = fact.entity() + "." + fact.id();
        assertThat(fact.type()).as(name).isIn((Object[]) ValueType.values());
        assertThat(fact.sources())
            .as(name)
            .isNotEmpty()
            .allMatch(s -> sources.contains(s) || s.startsWith("register:"));
        if (fact.type() == ValueType.CHOICE) {
          assertThat(fact.choices()).as(name).hasSizeGreaterThan(1);
        }
      }
    }
    assertThat(Workbench.open(Path.of(".")).problems())
        .filteredOn(p -> !p.notice())
        .extracting(Problem::toString)
        .isEmpty();
  }

  @Test
  void r26_every_condition_can_be_answered_from_a_question_or_a_source() {
    Map<String, String> asked = new LinkedHashMap<>();
    for (Entity entity : DICTIONARY.entities().values()) {
      entity
          .facts()
          .forEach(f -> asked.put(f.entity() + "." + f.id(), f.question().zh() + f.sources()));
      for (Relation relation : entity.relations()) {
        asked.put(relation.owner() + "." + relation.id(), relation.question().zh());
      }
    }
    for (SchemeInfo scheme : Shipped.compiled().schemes()) {
      for (String fact : scheme.facts()) {
        assertThat(asked.get(fact)).as(scheme.id() + " reads " + fact).isNotBlank();
      }
    }
  }

  @Test
  void r30_nothing_is_ever_owed_by_a_worker() {
    int sums = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Case asked = new RandomCases(DICTIONARY, 55_000 + seed).full(seed % 2 == 0);
      for (Outcome outcome :
          Shipped.compiled().assess(asked, new Ask(Set.of(), false, false)).outcomes()) {
        sums += owed(outcome.scheme(), outcome.amount());
        for (MonthLine month : outcome.months()) {
          sums += owed(outcome.scheme(), month.amount());
        }
      }
    }
    assertThat(sums).isPositive();
  }

  private static int owed(String scheme, @Nullable Amount amount) {
    if (amount == null) {
      return 0;
    }
    for (BigDecimal part : new BigDecimal[] {amount.value(), amount.low(), amount.high()}) {
      if (part != null) {
        assertThat(part).as(scheme).isGreaterThanOrEqualTo(BigDecimal.ZERO);
      }
    }
    return amount.value() == null ? 0 : 1;
  }
}
