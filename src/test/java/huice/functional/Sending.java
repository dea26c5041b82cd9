package huice.functional;

import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Many writing calls at once to a service that may go away meanwhile. */
final class Sending {
  private static final int SENDERS = 6;
  private static final int PATIENCE = 60;

  /** What was answered to each call that was answered, however. */
  final Map<Call, Answer> answered = new ConcurrentHashMap<>();

  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final List<Future<?>> under = new ArrayList<>();

  /** Begins to send the calls, several at a time. */
  static Sending begin(Wire wire, List<Call> calls) {
    Sending sending = new Sending();
    for (Call call : calls) {
      sending.under.add(sending.senders.submit(() -> sending.send(wire, call)));
    }
    sending.senders.shutdown();
    return sending;
  }

  private void send(Wire wire, Call call) {
    try {
      answered.put(call, wire.send(call));
    } catch (IOException e) {
      // the service is gone; whether the call was done will show
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
