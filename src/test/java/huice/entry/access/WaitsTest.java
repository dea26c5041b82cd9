package huice.entry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private long now;
  private final Attempts attempts = new Attempts(() -> now);

  @Test
  void theFirstFailuresAreFreeAndEachFurtherOneDoublesTheWaitUpToAMinute() {
    for (int i = 0; i < 11; i++) {
      attempts.begin("name", "address-" + i);
    }
    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(wait("name", "elsewhere")).isEqualTo(seconds);
      pass(Duration.ofSeconds(seconds));
      attempts.begin("name", "elsewhere");
    }
  }

  @Test
  void aWaitIsNotMadeLongerByAskingDuringIt() {
    for (int i = 0; i < 11; i++) {
      attempts.begin("name", "address");
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(wait("name", "address")).isEqualTo(1);
    }
  }

  @Test
  void theRightPasswordForgetsTheFailuresOfTheName() {
    for (int i = 0; i < 10; i++) {
      attempts.begin("name", "address-" + i);
    }
    attempts.begin("name", "address");
    pass(Duration.ofSeconds(1));
    attempts.begin("name", "address");
    attempts.right("name", "address");

    assertThatCode(() -> attempts.begin("name", "address")).doesNotThrowAnyException();
  }

  @Test
  void anAddressThatTriesManyNamesWaitsToo() {
    for (int i = 0; i < 51; i++) {
      attempts.begin("name-" + i, "address");
    }

    assertThat(wait("somebody", "address")).isPositive();
    assertThatCode(() -> attempts.begin("somebody", "another")).doesNotThrowAnyException();
  }

  @Test
  void rightPasswordsOfOthersDoNotWashAnAddressClean() {
    for (int i = 0; i < 50; i++) {
      attempts.begin("name-" + i, "address");
      attempts.begin("own", "address");
      attempts.right("own", "address");
    }
    attempts.begin("name", "address");

    assertThat(wait("somebody", "address")).isPositive();
  }

  @Test
  void afterAQuarterOfAnHourNothingIsHeldAgainstAnybody() {
    for (int i = 0; i < 11; i++) {
      attempts.begin("name", "address");
    }
    pass(Duration.ofMinutes(16));

    for (int i = 0; i < 10; i++) {
      attempts.begin("name", "address");
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private long wait(String name, String address) {
    TooManyAttempts[] refusal = new TooManyAttempts[1];
    assertThatExceptionOfType(TooManyAttempts.class)
        .isThrownBy(() -> attempts.begin(name, address))
        .satisfies(e -> refusal[0] = e);
    return refusal[0].seconds();
  }
}
