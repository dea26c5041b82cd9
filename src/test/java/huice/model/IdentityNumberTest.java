package huice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the standard's own example and made-up ones. */
class IdentityNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Optional<IdentityNumber> of(String text) {
    return IdentityNumber.of(text, TODAY);
  }

  @Test
  void theStandardsExamplesAreValid() {
    assertThat(of("11010519491231002X")).isPresent();
    assertThat(of("440524188001010014")).as("born in 1880").isEmpty();
  }

  @Test
  void widthCaseAndSpacesDoNotMatter() {
    assertThat(of(" １１０１０５１９４９１２３１００２ｘ ")).isEqualTo(of("11010519491231002X"));
  }

  @Test
  void anOldNumberIsTheSameAsItsNewForm() {
    assertThat(of("110105491231002")).isPresent().isEqualTo(of("11010519491231002X"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "110105194912310021",
        "11010519491231002",
        "1101051949123100XX",
        "010105194912310027",
        "110105490231002",
        "1101054912310O2",
        "not a number"
      })
  void whatCannotBeANumberIsNone(String text) {
    assertThat(of(text)).isEmpty();
  }

  @Test
  void aDayOfBirthAfterTodayIsNone() {
    assertThat(IdentityNumber.of("11010519491231002X", LocalDate.of(1949, 12, 30))).isEmpty();
  }

  @Test
  void itsTextIsMasked() {
    assertThat(of("11010519491231002X").orElseThrow()).hasToString("1***************2X");
  }
}
