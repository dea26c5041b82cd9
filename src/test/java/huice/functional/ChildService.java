package huice.functional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The service as it is packaged, in a process of its own with a database of its own, so that it can
 * be killed.
 */
final class ChildService implements AutoCloseable {
  private static final String RUNNING = "Huice is running";

  private final Path home;
  private final Path root;
  private final Map<String, String> environment;
  private final int port;
  private Process process;
  private int starts;

  /**
   * Does not start it yet.
   *
   * @param root the folder of its policies, rules and test cases
   */
  ChildService(Path root, Map<String, String> environment) throws IOException {
    this.home = Files.createTempDirectory(Path.of("target"), "child").toAbsolutePath();
    this.root = root.toAbsolutePath();
    this.environment = Map.copyOf(environment);
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Starts it on the data that are there, and waits until it can be used. */
  void start(String zone) throws IOException {
    launch(zone);
    Await.until(() -> !process.isAlive() || said(RUNNING));
    if (!process.isAlive()) {
      throw new IllegalStateException("did not start: " + output());
    }
  }

  /** Begins to start it, with the calendar of a time zone. */
  void launch(String zone) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Ddrools.dateformat=yyyy-MM-dd",
            "-Duser.timezone=" + zone,
            "-Dhuice.home=" + home,
            "-Dhuice.root=" + root,
            "-jar",
            app().toString(),
            "--port=" + port));
    starts++;
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(log().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HUICE_"));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private static Path app() {
    String folder = System.getProperty("huice.app", "target/quarkus-app");
    return Path.of(folder, "quarkus-run.jar").toAbsolutePath();
  }

  private Path log() {
    return home.resolve("service-" + starts + ".log");
  }

  /** Whether it has said this since its last start. */
  boolean said(String words) {
    return output().contains(words);
  }

  private String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a power cut does: nothing is put in order. */
  void kill() {
    process.destroyForcibly();
    Await.until(() -> !process.isAlive());
  }

  /** Ends it and its database, also one that it left behind when it was killed. */
  @Override
  public void close() throws IOException {
    if (process == null) {
      return;
    }
    process.destroy();
    Await.until(() -> !process.isAlive());
    Path left = home.resolve(Path.of("data", "postgres", "postmaster.pid"));
    if (Files.exists(left)) {
      long server = Long.parseLong(Files.readAllLines(left).get(0).strip());
      ProcessHandle.of(server).ifPresent(ProcessHandle::destroy);
    }
  }
}
