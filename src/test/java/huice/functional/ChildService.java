package huice.functional;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The service as it is packaged, in a process of its own with a database of its own, so that it can
 * be killed.
 */
final class ChildService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String RUNNING = "Huice is running";

  private final Path home;
  private final Map<String, String> environment;
  private final int port;
  private Process process;
  private int starts;

  /** Does not start it yet. */
  ChildService(Path home, Map<String, String> environment) throws IOException {
    this.home = Files.createDirectories(home).toAbsolutePath();
    this.environment = Map.copyOf(environment);
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Starts it on the data that are there, and waits until it can be used. */
  void start() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Ddrools.dateformat=yyyy-MM-dd",
            "-Duser.timezone=Asia/Shanghai",
            "-Dhuice.home=" + home,
            "-Dhuice.root=" + Path.of("").toAbsolutePath(),
            "-jar",
            app().toString(),
            "--port=" + port));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("HUICE_"));
    builder.environment().putAll(environment);
    process = builder.start();
    starts++;
    awaitReady();
  }

  private static Path app() {
    String folder = System.getProperty("huice.app", "target/quarkus-app");
    return Path.of(folder, "quarkus-run.jar").toAbsolutePath();
  }

  private Path log() {
    return home.resolve("service.log");
  }

  /** It says so once its accounts are made, too. */
  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      String log = Files.readString(log());
      if (log.split(RUNNING, -1).length - 1 == starts) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("did not start: " + Files.readString(log()));
  }

  /** As a power cut does: nothing is put in order. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
