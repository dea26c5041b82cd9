package huice.entry.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckLimitTest {
  private long now = Long.MAX_VALUE - 5; // the nanosecond clock may overflow

  @Test
  void aMinutesShareMayBeUsedAtOnceAndComesBackEvenly() {
    CheckLimit limit = new CheckLimit(60, () -> now);
    for (int i = 0; i < 60; i++) {
      assertThat(limit.wait("a")).isZero();
    }

    assertThat(limit.wait("a")).isEqualTo(1);
    assertThat(limit.wait("b")).isZero();
    now += Duration.ofSeconds(1).toNanos();
    assertThat(limit.wait("a")).isZero();
    assertThat(limit.wait("a")).isPositive();
  }

  @Test
  void zeroIsNoLimit() {
    CheckLimit limit = new CheckLimit(0, () -> now);
    for (int i = 0; i < 10_000; i++) {
      assertThat(limit.wait("a")).isZero();
    }
  }

  @Test
  void manyAtOnceGetNoMoreThanTheirShare() throws InterruptedException {
    CheckLimit limit = new CheckLimit(1000, () -> now);
    AtomicInteger heard = new AtomicInteger();
    List<Thread> askers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread asker =
          new Thread(
              () -> {
                for (int n = 0; n < 1000; n++) {
                  heard.addAndGet(limit.wait("a") == 0 ? 1 : 0);
                }
              });
      asker.start();
      askers.add(asker);
    }
    for (Thread asker : askers) {
      asker.join();
    }

    assertThat(heard).hasValue(1000);
  }
}
