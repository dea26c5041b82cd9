package huice.functional;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until something that goes on by itself has come to a state. */
final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(10);

  private Await() {}

  /**
   * Returns once the state is there.
   *
   * @throws AssertionError when it does not come in time
   */
  static void until(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("patience is over");
      }
      pause(LOOK);
    }
  }

  /** For who was asked to come again later. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
