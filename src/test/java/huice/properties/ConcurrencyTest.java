package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Release;
import huice.model.Result;
import huice.model.RuleText;
import huice.twin.Shipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Releases are swapped under load: every assessment is whole, by one of them. */
class ConcurrencyTest {
  private static final Ask BRIEF = new Ask(Set.of(), false, false);
  private static final int CASES = 150;
  private static final int ROUNDS = 6;
  private static final int THREADS = 4;

  /** The same packs without one condition, under a digest of their own. */
  private static CompiledRelease other() {
    Release release = Shipped.release();
    List<RuleText> rules = new ArrayList<>();
    for (RuleText rule : release.rules()) {
      List<String> lines = new ArrayList<>(rule.lines());
      lines.removeIf(l -> l.contains("双方此前都没有领取过本项奖补"));
      rules.add(new RuleText(rule.pack(), rule.scheme(), rule.form(), rule.file(), lines));
    }
    Release changed =
        new Release(
            "other",
            release.dictionary(),
            release.packs(),
            release.vocabulary(),
            rules,
            release.tables(),
            release.cases());
    return Objects.requireNonNull(Engine.compile(changed).release());
  }

  @Test
  void assessments_stay_whole_while_releases_are_swapped() throws Exception {
    List<CompiledRelease> releases = List.of(Shipped.compiled(), other());
    List<Case> cases = new ArrayList<>();
    for (int seed = 0; seed < CASES; seed++) {
      cases.add(Cases.full(seed * 2L));
    }
    Map<String, List<Map<String, Result>>> expected = new HashMap<>();
    for (CompiledRelease release : releases) {
      expected.put(
          release.digest(),
          cases.stream().map(c -> Outcomes.results(release.assess(c, BRIEF))).toList());
    }
    AtomicReference<CompiledRelease> live = new AtomicReference<>(releases.get(0));
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> work = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int first = t;
      work.add(pool.submit(() -> load(cases, expected, live, releases, first)));
    }
    int wrong = 0;
    for (Future<Integer> future : work) {
      wrong += future.get();
    }
    pool.shutdown();
    assertThat(wrong).isZero();
  }

  private static int load(
      List<Case> cases,
      Map<String, List<Map<String, Result>>> expected,
      AtomicReference<CompiledRelease> live,
      List<CompiledRelease> releases,
      int first) {
    int wrong = 0;
    for (int i = 0; i < CASES * ROUNDS; i++) {
      int at = (i * 7 + first * 31) % CASES;
      if (i % 5 == 0) {
        live.set(releases.get((i / 5 + first) % 2));
      }
      Assessment assessment = live.get().assess(cases.get(at), BRIEF);
      boolean right =
          Outcomes.results(assessment).equals(expected.get(assessment.release()).get(at));
      wrong += right ? 0 : 1;
    }
    return wrong;
  }
}
