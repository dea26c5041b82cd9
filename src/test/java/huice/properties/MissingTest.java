package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.model.Amount;
import huice.model.Case;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Missing;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Relation;
import huice.model.Result;
import huice.model.Rows;
import huice.twin.RandomCases;
import huice.twin.Reshaped;
import huice.twin.Shipped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is listed as missing is lacking, and all of it together is all that is needed. */
class MissingTest {
  private static final int CASES = Integer.getInteger("properties", 1500) / 5;

  /** The state of everything listed: the paths of absent, doubtful or incomplete things. */
  private static Set<String> lacking(Case asked) {
    Set<String> paths = new HashSet<>();
    for (Node node : Reshaped.nodes(asked)) {
      for (Fact fact : node.entity().facts()) {
        if (!(node.fact(fact) instanceof Known.Value value)
            || value.evidence().weak()
            || value.evidence().until() != null) {
          paths.add(node.path() + "." + fact.id());
        }
      }
      for (Relation relation : node.entity().relations()) {
        Rows rows = relation.many() ? node.list(relation) : null;
        if (rows == null || rows.completeTo() == null || rows.completeTo().isBefore(asked.on())) {
          paths.add(node.path() + "." + relation.id());
        }
      }
    }
    return paths;
  }

  @Test
  void what_is_listed_as_missing_is_not_already_known() {
    for (int seed = 0; seed < CASES; seed++) {
      Case asked = Cases.partial(seed);
      Set<String> lacking = lacking(asked);
      for (Outcome outcome : outcomes(asked)) {
        for (Missing missing : outcome.missing()) {
          boolean absentRoot = !asked.roots().containsKey(missing.fact().split("\\.")[0]);
          assertThat(absentRoot || lacking.contains(missing.fact()))
              .as(seed + " " + outcome.scheme() + " asks for " + missing.fact())
              .isTrue();
        }
      }
    }
  }

  private static List<Outcome> outcomes(Case asked) {
    return Shipped.compiled().assess(asked, new Ask(Set.of(), true, false)).outcomes();
  }

  /** Everything that is not listed stays unknown; what is listed is taken from {@code whole}. */
  private static Case told(Case less, Case whole, Set<String> listed) {
    Map<String, Node> known = new java.util.HashMap<>();
    Reshaped.nodes(whole).forEach(n -> known.put(n.path(), n));
    return Reshaped.copy(
        less,
        new Reshaped.Change() {
          @Override
          public Known fact(Node node, Fact fact, Known was) {
            boolean tell = listed.contains(node.path() + "." + fact.id());
            Node other = known.get(node.path());
            return tell && other != null ? other.fact(fact) : was;
          }

          @Override
          public @Nullable Rows rows(Node node, Relation relation, @Nullable Rows was) {
            Node other = known.get(node.path());
            return listed.contains(node.path() + "." + relation.id()) && other != null
                ? other.list(relation)
                : was;
          }
        });
  }

  @Test
  void telling_what_is_missing_again_and_again_settles_every_outcome() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = Cases.random(seed);
      Case less =
          random.degraded(
              new huice.twin.Workers(Shipped.release().dictionary(), seed).next(), 4 << seed % 4);
      Case whole = random.completed(less);
      for (String key : open(less)) {
        Case asked = less;
        Set<String> listed = new HashSet<>();
        for (int round = 0; round < 12 && listed(asked, key, listed); round++) {
          asked = told(less, whole, listed);
        }
        assertThat(wants(outcome(asked, key))).as(seed + " " + key + " told " + listed).isFalse();
      }
    }
  }

  private static List<String> open(Case asked) {
    return outcomes(asked).stream()
        .filter(MissingTest::wants)
        .map(o -> o.scheme() + " " + o.subject())
        .toList();
  }

  /** Whether facts are wanted for the answer, or for its sum. */
  private static boolean wants(@Nullable Outcome outcome) {
    if (outcome == null) {
      return false; // What was told made the row none of the scheme's business.
    }
    Amount amount = outcome.amount();
    return outcome.outcome() == Result.NEEDS_INFO
        || amount != null && amount.value() == null && amount.notSet().isEmpty();
  }

  /** Adds what is asked for; false when nothing is. */
  private static boolean listed(Case asked, String key, Set<String> into) {
    Outcome outcome = outcome(asked, key);
    return outcome != null
        && wants(outcome)
        && into.addAll(outcome.missing().stream().map(Missing::fact).toList());
  }

  private static @Nullable Outcome outcome(Case asked, String key) {
    return Outcomes.bySubject(
            Shipped.compiled().assess(asked, Ask.only(key.substring(0, key.indexOf(' ')))))
        .get(key);
  }
}
