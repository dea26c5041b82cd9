package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.SchemeInfo;
import huice.model.Case;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Relation;
import huice.model.Rows;
import huice.twin.Reshaped;
import huice.twin.Shipped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same facts give the same outcomes, in whatever order and company they are asked about. */
class OrderTest {
  private static final int CASES = Integer.getInteger("properties", 1500) / 10;

  private static Map<String, String> gists(Case asked, Ask ask) {
    Map<String, String> gists = new TreeMap<>();
    for (Outcome outcome : Shipped.compiled().assess(asked, ask).outcomes()) {
      gists.put(outcome.scheme() + " " + outcome.subject(), Outcomes.gist(outcome));
    }
    return gists;
  }

  private static Case shuffled(Case asked, Random random) {
    Case copy =
        Reshaped.copy(
            asked,
            new Reshaped.Change() {
              @Override
              public @Nullable Rows rows(Node node, Relation relation, @Nullable Rows rows) {
                if (rows == null) {
                  return null;
                }
                List<Node> mixed = new ArrayList<>(rows.rows());
                Collections.shuffle(mixed, random);
                return new Rows(mixed, rows.completeTo());
              }
            });
    List<Map.Entry<String, Node>> entries = new ArrayList<>(copy.roots().entrySet());
    Collections.shuffle(entries, random);
    Map<String, Node> roots = new LinkedHashMap<>();
    entries.forEach(e -> roots.put(e.getKey(), e.getValue()));
    return new Case(copy.on(), copy.from(), copy.to(), roots);
  }

  @Test
  void neither_the_order_of_rows_nor_asking_twice_changes_anything() {
    for (int seed = 0; seed < CASES; seed++) {
      Case asked = seed % 3 == 0 ? Cases.full(seed) : Cases.partial(seed);
      Map<String, String> first = gists(asked, Ask.all());
      assertThat(gists(asked, Ask.all())).as("seed %s again", seed).isEqualTo(first);
      assertThat(withoutRecheck(gists(shuffled(asked, new Random(seed)), Ask.all())))
          .as("seed %s shuffled", seed)
          .isEqualTo(withoutRecheck(first));
    }
  }

  /** The day to look again may be early: it depends on which row was found to prove a thing. */
  private static Map<String, String> withoutRecheck(Map<String, String> gists) {
    Map<String, String> without = new TreeMap<>();
    gists.forEach((key, gist) -> without.put(key, gist.replaceAll(" recheck \\S+", "")));
    return without;
  }

  @Test
  void a_scheme_asked_for_alone_comes_out_as_among_all() {
    List<String> ids = Shipped.compiled().schemes().stream().map(SchemeInfo::id).toList();
    for (int seed = 0; seed < CASES; seed++) {
      Case asked = seed % 3 == 0 ? Cases.full(seed) : Cases.partial(seed);
      String id = ids.get(seed % ids.size());
      Map<String, String> all = gists(asked, Ask.all());
      all.keySet().removeIf(k -> !k.startsWith(id + " "));
      assertThat(gists(asked, Ask.only(id))).as("seed %s", seed).isEqualTo(all);
    }
  }

  @Test
  void leaving_out_reasons_and_outlook_changes_no_result() {
    for (int seed = 0; seed < CASES; seed++) {
      Case asked = Cases.partial(seed);
      assertThat(
              Outcomes.results(Shipped.compiled().assess(asked, new Ask(Set.of(), false, false))))
          .as("seed %s", seed)
          .isEqualTo(Outcomes.results(Shipped.compiled().assess(asked, Ask.all())));
    }
  }
}
