package huice.functional;

import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Many writing calls at once to a service that may go away meanwhile. */
final class Sending {
  private static final int SENDERS = 6;
  private static final int PATIENCE = 300;

  /** What was answered to each call that was answered, however. */
  final Map<Call, Answer> answered = new ConcurrentHashMap<>();

  /** What was answered to calls that were sent again then. */
  final Queue<Answer> refused = new ConcurrentLinkedQueue<>();

  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final List<Future<?>> under = new ArrayList<>();

  /** Begins to send the calls, several at a time, each once. */
  static Sending begin(Wire wire, List<Call> calls) {
    return new Sending().all(wire, calls, 0);
  }

  /** As {@link #begin}; what the service says has to be sent again is. */
  static Sending insisting(Wire wire, List<Call> calls) {
    return new Sending().all(wire, calls, PATIENCE);
  }

  private Sending all(Wire wire, List<Call> calls, int tries) {
    for (Call call : calls) {
      under.add(senders.submit(() -> send(wire, call, tries)));
    }
    senders.shutdown();
    return this;
  }

  private @Nullable Answer send(Wire wire, Call call, int tries) throws InterruptedException {
    try {
      Answer answer = wire.send(call);
      for (int left = tries; answer.status() == 503 && left > 0; left--) {
        refused.add(answer);
        Thread.sleep(50);
        answer = wire.send(call);
      }
      answered.put(call, answer);
      return answer;
    } catch (IOException e) {
      // the service is gone; whether the call was done will show
      return null;
    }
  }

  boolean over() {
    return under.stream().allMatch(Future::isDone);
  }

  void await() throws InterruptedException, ExecutionException {
    for (Future<?> one : under) {
      one.get();
    }
  }

  /** Whether this call was done, as far as its sender can know. */
  static boolean done(@Nullable Answer answer) {
    return answer != null && answer.status() / 100 == 2;
  }

  /** Sends a call, as often as the service says that it has to be sent again. */
  static Answer insist(Wire wire, Call call) throws IOException, InterruptedException {
    Answer answer = wire.send(call);
    for (int tries = 0; answer.status() == 503 && tries < PATIENCE; tries++) {
      Thread.sleep(200);
      answer = wire.send(call);
    }
    return answer;
  }
}
