package huice.functional;

import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Writing calls sent to a service that may go away meanwhile. */
final class Sending {
  private static final int SENDERS = 6;
  private static final int TRIES = 300;
  private static final Duration LATER = Duration.ofMillis(100);

  /** What was answered to each call that was answered, however. */
  final Map<Call, Answer> answered = new ConcurrentHashMap<>();

  /** What was answered to calls that were sent again then. */
  final Queue<Answer> refused = new ConcurrentLinkedQueue<>();

  private final List<Future<?>> under;

  private Sending(Wire wire, List<Call> calls, int senders, int tries) {
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    under = calls.stream().<Future<?>>map(c -> threads.submit(() -> send(wire, c, tries))).toList();
    threads.shutdown();
  }

  /** Begins to send the calls, several at a time, each once. */
  static Sending begin(Wire wire, List<Call> calls) {
    return new Sending(wire, calls, SENDERS, 1);
  }

  /** As {@link #begin}, one after the other. */
  static Sending inOrder(Wire wire, List<Call> calls) {
    return new Sending(wire, calls, 1, 1);
  }

  /** As {@link #begin}; what the service says has to be sent again is. */
  static Sending insisting(Wire wire, List<Call> calls) {
    return new Sending(wire, calls, SENDERS, TRIES);
  }

  private void send(Wire wire, Call call, int tries) {
    try {
      answered.put(call, send(wire, call, tries, refused::add));
    } catch (UncheckedIOException e) {
      // the service is gone; whether the call was done will show
    }
  }

  void await() throws InterruptedException, ExecutionException {
    for (Future<?> one : under) {
      one.get();
    }
  }

  /** Sends a call, as often as the service says that it has to be sent again. */
  static Answer insist(Wire wire, Call call) {
    return send(wire, call, TRIES, refused -> {});
  }

  private static Answer send(Wire wire, Call call, int tries, Consumer<Answer> refused) {
    Answer answer = wire.send(call);
    for (int left = tries - 1; answer.status() == 503 && left > 0; left--) {
      refused.accept(answer);
      Await.pause(LATER);
      answer = wire.send(call);
    }
    return answer;
  }
}
