package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Missing;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Result;
import huice.model.Rows;
import huice.model.TestCase;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where one fact alone is asked for, its answers make a difference. */
class MissingMattersTest {
  @Test
  void a_fact_that_alone_is_missing_has_answers_with_different_outcomes() {
    int asked = 0;
    for (TestCase test : ShippedRelease.SOURCE.cases()) {
      for (Outcome outcome : outcomes(test.given(), test.scheme())) {
        if (outcome.outcome() != Result.NEEDS_INFO || outcome.missing().size() != 1) {
          continue;
        }
        Missing missing = outcome.missing().get(0);
        Set<Object> answers = new HashSet<>();
        for (Known answer : answers(test.given(), missing.fact())) {
          // An answer may also make the row none of the scheme's business.
          answers.add(
              outcomes(with(test.given(), missing.fact(), answer), test.scheme()).stream()
                  .filter(o -> o.subject().equals(outcome.subject()))
                  .map(Outcome::outcome)
                  .findFirst());
        }
        if (!answers.isEmpty()) {
          asked++;
          assertThat(answers).as("%s: %s", test.name(), missing.fact()).hasSizeGreaterThan(1);
        }
      }
    }
    assertThat(asked).isGreaterThan(20);
  }

  private static List<Outcome> outcomes(Case asked, String scheme) {
    return ShippedRelease.COMPILED.assess(asked, new Ask(Set.of(scheme), true, false)).outcomes();
  }

  /** Possible answers to a fact at a path; none for a list. */
  private static List<Known> answers(Case asked, String path) {
    Fact fact = fact(asked, path);
    List<Known> answers = new ArrayList<>();
    if (fact == null) {
      return answers;
    }
    long on = asked.on().toEpochDay();
    switch (fact.type()) {
      case YES_NO -> add(answers, 0, 1);
      case CHOICE -> {
        for (int i = 0; i < fact.choices().size(); i++) {
          add(answers, i);
        }
      }
      case DATE -> {
        for (int days :
            new int[] {
              -20_000, -9_000, -4_000, -1_500, -700, -200, -60, -31, -10, -1, 0, 1, 30, 400, 4_000
            }) {
          add(answers, on + days);
        }
      }
      case COUNT, MONEY -> {
        for (long value : new long[] {0, 1, 2, 3, 5, 12, 36, 100, 2_000, 50_000, 1_000_000}) {
          add(answers, Raw.of(value));
        }
        for (int ago = 0; ago < 4; ago++) {
          add(answers, Raw.of(asked.on().getYear() - ago));
        }
        if (fact.type() == ValueType.MONEY) {
          add(answers, Raw.of(10_000_000));
        }
      }
    }
    answers.add(new Known.None(Evidence.DECLARED));
    return answers;
  }

  private static void add(List<Known> answers, long... values) {
    for (long value : values) {
      answers.add(new Known.Value(value, Evidence.DECLARED));
    }
  }

  private static @Nullable Fact fact(Case asked, String path) {
    Map<String, Fact> found = new HashMap<>();
    asked.roots().forEach((root, node) -> collect(node, root, found));
    return found.get(path);
  }

  private static void collect(Node node, String path, Map<String, Fact> found) {
    node.entity().facts().forEach(f -> found.put(path + "." + f.id(), f));
    for (Relation relation : node.entity().relations()) {
      Rows rows = relation.many() ? node.list(relation) : null;
      for (int i = 0; rows != null && i < rows.rows().size(); i++) {
        collect(rows.rows().get(i), path + "." + relation.id() + "[" + i + "]", found);
      }
      Node one = relation.many() ? null : node.one(relation);
      if (one != null) {
        collect(one, path + "." + relation.id(), found);
      }
    }
  }

  private static Case with(Case asked, String path, Known answer) {
    Map<String, Node> roots = new HashMap<>();
    asked.roots().forEach((root, node) -> roots.put(root, copy(node, root, path, answer)));
    return new Case(asked.on(), asked.from(), asked.to(), roots);
  }

  private static Node copy(Node node, String at, String path, Known answer) {
    Node copy = new Node(node.entity(), node.path());
    node.entity()
        .facts()
        .forEach(f -> copy.put(f, (at + "." + f.id()).equals(path) ? answer : node.fact(f)));
    for (Relation relation : node.entity().relations()) {
      String below = at + "." + relation.id();
      if (relation.many() && node.list(relation) != null) {
        Rows rows = Objects.requireNonNull(node.list(relation));
        List<Node> copies = new ArrayList<>();
        for (int i = 0; i < rows.rows().size(); i++) {
          copies.add(copy(rows.rows().get(i), below + "[" + i + "]", path, answer));
        }
        copy.put(relation, new Rows(copies, rows.completeTo()));
      } else if (!relation.many() && node.one(relation) != null) {
        copy.put(relation, copy(Objects.requireNonNull(node.one(relation)), below, path, answer));
      }
    }
    return copy;
  }
}
