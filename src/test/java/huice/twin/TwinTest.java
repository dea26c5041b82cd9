package huice.twin;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine and the rules as officers wrote them agree with the same schemes in plain Java. */
class TwinTest {
  private static final int WORKERS = Integer.getInteger("workers", 100_000);

  @Test
  void engine_and_twin_agree_on_every_generated_worker() {
    Agreement agreement = new Agreement(Shipped.compiled());
    Workers workers = new Workers(Shipped.release().dictionary(), 2024);
    RandomCases less = new RandomCases(Shipped.release().dictionary(), 2024);
    for (int i = 0; i < WORKERS; i++) {
      Case whole = workers.next();
      Case asked = i % 2 == 0 ? whole : less.degraded(whole, 5 << i / 2 % 5);
      agreement.compare(asked, "worker " + i);
    }
    assertThat(agreement.differences()).isEqualTo(List.of());
    assertThat(agreement.seen()).as("all results of all kinds were seen").hasSizeGreaterThan(30);
  }
}
