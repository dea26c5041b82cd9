package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.twin.RandomCases;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conditions in Drools' canonical model and those built by its compiler agree bit for bit. */
class CanonicalTest {
  private static final int CASES = Integer.getInteger("canonical", 10_000);
  private static final int BATCH = 500;

  private final CompiledRelease release = Shipped.compiled();
  private final Probes canonical = release.probes();
  private final Probes compiled = CompiledProbes.build(release.versions());

  /** The rows that the engine itself decides for a case. */
  private List<Row> rows(Case asked) {
    Assessing assessing = new Assessing(release, asked, asked.on(), false);
    List<Row> rows = new ArrayList<>();
    long on = asked.on().toEpochDay();
    for (Version version : release.versions()) {
      Scheme scheme = release.scheme(version.scheme());
      for (Subject subject : assessing.subjects(scheme)) {
        for (long month : assessing.months(scheme, on)) {
          Line line = assessing.line(scheme, subject, on, month);
          if (line.row != null && line.version == version) {
            rows.add(line.row);
          }
        }
      }
    }
    return rows;
  }

  private static Row fresh(Row row) {
    Row fresh = new Row(row.getVersion(), row.lo.length, row.met.length, row.fired.length);
    System.arraycopy(row.lo, 0, fresh.lo, 0, row.lo.length);
    System.arraycopy(row.hi, 0, fresh.hi, 0, row.hi.length);
    return fresh;
  }

  private void agree(List<Row> decided, String as) {
    List<Row> again = decided.stream().map(CanonicalTest::fresh).toList();
    compiled.decide(again);
    for (int i = 0; i < again.size(); i++) {
      Row a = decided.get(i);
      Row b = again.get(i);
      if (!Arrays.equals(a.met, b.met) || !Arrays.equals(a.fired, b.fired)) {
        assertThat(Arrays.toString(b.met) + Arrays.toString(b.fired))
            .as(as + " version " + a.getVersion())
            .isEqualTo(Arrays.toString(a.met) + Arrays.toString(a.fired));
      }
    }
  }

  @Test
  void both_builds_decide_generated_cases_alike() {
    Workers workers = new Workers(Shipped.release().dictionary(), 77);
    RandomCases random = new RandomCases(Shipped.release().dictionary(), 77);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Case whole = i % 4 == 3 ? random.full(true) : workers.next();
      rows.addAll(rows(i % 2 == 0 ? whole : random.degraded(whole, 8)));
      if (rows.size() > BATCH) {
        agree(rows, "case " + i);
        rows.clear();
      }
    }
    agree(rows, "last cases");
  }

  @Test
  void both_builds_decide_all_test_cases_alike() {
    assertThat(Shipped.release().cases()).isNotEmpty();
    Shipped.release().cases().forEach(c -> agree(rows(c.given()), c.scheme() + " " + c.name()));
  }

  @Test
  void both_builds_decide_any_intervals_alike() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 20 * BATCH; i++) {
      Version version = release.versions().get(i % release.versions().size());
      Row row =
          new Row(
              version.index(),
              version.slots().size(),
              version.conditions().size(),
              version.branches().size());
      for (int slot = 0; slot < row.lo.length; slot++) {
        long a = random.nextInt(4);
        long b = random.nextInt(3) == 0 ? random.nextInt(4) : a;
        row.lo[slot] = random.nextInt(12) == 0 ? huice.model.Raw.LOW : Math.min(a, b);
        row.hi[slot] = random.nextInt(12) == 0 ? huice.model.Raw.HIGH : Math.max(a, b);
      }
      rows.add(row);
    }
    canonical.decide(rows);
    agree(rows, "random intervals");
  }
}
