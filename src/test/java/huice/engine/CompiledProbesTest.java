package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Raw;
import huice.model.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conditions built in process and conditions built by Drools' compiler agree bit for bit. */
class CompiledProbesTest {
  private static final List<Version> VERSIONS = ShippedRelease.COMPILED.versions();
  private static Probes compiled;

  @BeforeAll
  static void build() {
    compiled = CompiledProbes.build(VERSIONS);
  }

  @Test
  void every_case_of_the_packs_comes_out_the_same() {
    CompiledRelease other = ShippedRelease.COMPILED.with(compiled);
    for (TestCase test : ShippedRelease.SOURCE.cases()) {
      assertThat(other.assess(test.given(), Ask.all()))
          .as(test.name())
          .isEqualTo(ShippedRelease.COMPILED.assess(test.given(), Ask.all()));
    }
  }

  @Test
  void ten_thousand_rows_of_intervals_set_the_same_bits() {
    Random random = new Random(42);
    for (int round = 0; round < 10_000; round += VERSIONS.size()) {
      List<Row> one = new ArrayList<>();
      List<Row> two = new ArrayList<>();
      for (Version version : VERSIONS) {
        Row row = row(version);
        Row same = row(version);
        for (int slot = 0; slot < row.lo.length; slot++) {
          row.lo[slot] = end(random, Raw.LOW);
          row.hi[slot] = random.nextInt(3) > 0 ? row.lo[slot] : end(random, Raw.HIGH);
          if (row.hi[slot] < row.lo[slot]) {
            row.hi[slot] = Raw.HIGH;
          }
          same.lo[slot] = row.lo[slot];
          same.hi[slot] = row.hi[slot];
        }
        one.add(row);
        two.add(same);
      }
      ShippedRelease.COMPILED.probes().decide(one);
      compiled.decide(two);
      for (int i = 0; i < one.size(); i++) {
        assertThat(two.get(i).met).as(VERSIONS.get(i).name()).isEqualTo(one.get(i).met);
        assertThat(two.get(i).fired).as(VERSIONS.get(i).name()).isEqualTo(one.get(i).fired);
      }
    }
  }

  private static Row row(Version version) {
    return new Row(
        version.index(),
        version.slots().size(),
        version.conditions().size(),
        version.branches().size());
  }

  /** Few values, so that bounds are met exactly often. */
  private static long end(Random random, long open) {
    return switch (random.nextInt(8)) {
      case 0 -> open;
      case 1 -> Raw.NEVER;
      default -> random.nextInt(4);
    };
  }
}
