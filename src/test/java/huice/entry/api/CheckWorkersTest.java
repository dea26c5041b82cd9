package huice.entry.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckWorkersTest {
  private final CheckWorkers workers = new CheckWorkers(1, 1);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    workers.stop();
  }

  @Test
  void oneTooManyIsTurnedAwayAsBusyAndTheOthersAreAnswered() throws Exception {
    CompletableFuture<String> working = started(() -> waited("first"));
    CompletableFuture<String> waiting = started(() -> "second");
    CompletableFuture<String> tooMany = started(() -> "third");

    assertThat(tooMany)
        .failsWithin(5, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              Response answer = refused.problem().response().build();
              assertThat(answer.getStatus()).isEqualTo(503);
              assertThat(answer.getHeaderString("Retry-After")).matches("[1-9]\\d*");
              assertThat(refused.problem().detail()).contains("Retry-After");
            });
    end.countDown();
    assertThat(working.get(5, TimeUnit.SECONDS)).isEqualTo("first");
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("second");
  }

  @Test
  void aCheckRunsOnAThreadOfItsOwn() throws Exception {
    assertThat(started(() -> Thread.currentThread().getName()).get(5, TimeUnit.SECONDS))
        .startsWith("huice-check-");
  }

  private CompletableFuture<String> started(java.util.function.Supplier<String> check) {
    return workers.run(check).subscribeAsCompletionStage();
  }

  private String waited(String answer) {
    try {
      assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
    return answer;
  }
}
