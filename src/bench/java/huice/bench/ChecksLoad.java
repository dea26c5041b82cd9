package huice.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.policy.CaseWriter;
import huice.twin.Agreement;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Throughput and latency of {@code POST /api/checks} for the first nine schemes with reasons, load
 * and service on the same machine. Arguments: address of the service, connections, seconds, and
 * requests a second (0: as many as go). Start the service with {@code huice.checks-per-minute=0}.
 * At a given rate the latency counts from the moment at which the request was due.
 */
public final class ChecksLoad {
  private static final int BODIES = 500;
  private static final int MOST = 5_000_000;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<byte[]> bodies = new ArrayList<>();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final long[] nanos = new long[MOST];
  private final AtomicLong done = new AtomicLong();

  private ChecksLoad(String service) throws JsonProcessingException {
    this.address =
        URI.create(service + "/api/checks?schemes=" + String.join(",", Agreement.SCHEMES));
    ObjectMapper json = new ObjectMapper();
    Workers workers = new Workers(Shipped.release().dictionary(), 1);
    for (int i = 0; i < BODIES; i++) {
      bodies.add(json.writeValueAsBytes(CaseWriter.of(workers.next())));
    }
  }

  public static void main(String[] args) throws Exception {
    ChecksLoad load = new ChecksLoad(args[0]);
    int connections = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    double rate = args.length > 3 ? Double.parseDouble(args[3]) : 0;
    load.run(connections, seconds, rate);
    load.next.set(0);
    load.done.set(0);
    load.failed.set(0);
    load.run(connections, seconds, rate);
    load.tell(seconds);
  }

  private void run(int connections, int seconds, double rate) throws Exception {
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      all.add(CompletableFuture.runAsync(() -> work(start, end, rate), threads));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
    threads.shutdown();
  }

  private void work(long start, long end, double rate) {
    while (System.nanoTime() < end) {
      long number = next.getAndIncrement();
      long due = rate > 0 ? start + (long) (number * 1e9 / rate) : System.nanoTime();
      while (System.nanoTime() < due) {
        java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
      }
      if (!ask((int) (number % BODIES))) {
        failed.incrementAndGet();
      }
      int place = (int) done.getAndIncrement();
      if (place < MOST) {
        nanos[place] = System.nanoTime() - due;
      }
    }
  }

  private boolean ask(int body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(bodies.get(body)))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
    } catch (java.io.IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tell(int seconds) {
    long[] sorted = Arrays.copyOf(nanos, (int) Math.min(MOST, done.get()));
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%.0f a second, failed %d, median %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
        sorted.length / (double) seconds,
        failed.get(),
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }
}
