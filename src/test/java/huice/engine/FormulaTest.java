package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Truth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final Formula EITHER =
      new Formula.Or(List.of(new Formula.Leaf(0), new Formula.Leaf(1)));

  @Test
  void an_alternative_to_what_is_met_is_not_in_the_way() {
    Formula rule = new Formula.And(List.of(EITHER, new Formula.Leaf(2)));

    assertThat(failing(rule, Truth.MET, Truth.NOT_MET, Truth.NOT_MET)).containsExactly(2);
    assertThat(failing(rule, Truth.NOT_MET, Truth.NOT_MET, Truth.MET)).containsExactly(0, 1);
  }

  @Test
  void under_unless_what_is_met_is_in_the_way() {
    Formula rule = new Formula.And(List.of(new Formula.Not(EITHER), new Formula.Leaf(2)));

    assertThat(failing(rule, Truth.MET, Truth.NOT_MET, Truth.MET)).containsExactly(0);
  }

  private static Set<Integer> failing(Formula formula, Truth... truths) {
    Set<Integer> found = new TreeSet<>();
    formula.failing(true, i -> truths[i], found);
    return found;
  }
}
