package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions built in process and conditions built by Drools' compiler agree bit for bit. */
class CompiledProbesTest {
  @Test
  void every_case_of_the_packs_and_ten_thousand_rows_come_out_the_same() {
    assertThat(CrossCheck.differences(ShippedRelease.COMPILED)).isEmpty();
  }

  @Test
  void a_compiler_that_leaves_out_a_rule_is_found_out() {
    List<Version> all = ShippedRelease.COMPILED.versions();
    Probes fewer = Probes.build(all.subList(0, all.size() - 1));

    assertThat(CrossCheck.differences(ShippedRelease.COMPILED, fewer)).isNotEmpty();
  }
}
