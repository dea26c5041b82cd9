package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void a_fraction_is_shown_to_four_decimals_and_kept_exact() {
    Ratio fraction = Ratio.parse("124200/29");

    assertThat(fraction.shown()).isEqualTo("≈ 4282.7586");
    assertThat(fraction.times(Ratio.parse("29"))).isEqualTo(Ratio.parse("124200"));
    assertThat(Ratio.parse("1/8").shown()).isEqualTo("0.125");
  }
}
