package huice.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void everyFormHasAVersionAndNothingElseHasOne() {
    Set<String> forms = new TreeSet<>(Shape.ALL.keySet());
    forms.add(Versions.WHERE);

    assertThat(Measures.versions().keySet()).isEqualTo(forms);
    assertThat(Measures.versions().values()).allMatch(version -> version > 0);
  }

  @Test
  void aCallReadsByItsOwnFormAndThoseOfItsOperands() {
    Call months =
        new Call(
            "months",
            List.of(
                new Call.Word("worker.employments"),
                new Call.Word("where end = none"),
                new Call.Word("gap=〔间断天数〕")));

    assertThat(Measures.versions(new Call("reached", List.of(new Call.Nested(months)))).keySet())
        .containsExactly("months", "parameter", "reached", "value", "where");
  }
}
