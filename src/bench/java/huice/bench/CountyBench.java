package huice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.entry.LocalDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * An invented county through the packaged service, as whole processes: registering it, a run over
 * everybody, the night after with one of a hundred changed, a person's page meanwhile, and memory.
 * For each number of people given ({@code 10000,100000}); run from the root of the repository, the
 * program being built. The database is this program's own, with fsync as in service.
 */
public final class CountyBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "bench";
  private static final String PASSWORD = "bench-and-nothing-else";
  private static final String HEAP = System.getProperty("huice.heap", "1g");
  private static final int HUNDRED = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalDatabase database;
  private final int port;
  private final Process service;
  private volatile long most;

  private CountyBench(Path folder) throws IOException {
    database = LocalDatabase.kept(folder);
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    service = start(folder);
  }

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%9s %9s %9s %9s %9s %9s %9s %9s%n",
        "people", "load s", "run s", "1 % s", "none s", "page ms", "p99 ms", "heap MB");
    String sizes = args.length == 0 || args[0].equals(".*") ? "10000,100000" : args[0];
    for (String size : sizes.split(",")) {
      Path folder = Files.createTempDirectory(Path.of("target"), "county");
      CountyBench bench = new CountyBench(folder);
      try {
        bench.measure(Integer.parseInt(size));
      } finally {
        bench.stop(folder);
      }
    }
  }

  private Process start(Path folder) throws IOException {
    Path app =
        Stream.of("target/quarkus-app", "target/quick/quarkus-app")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder(
            "java",
            "-Xmx" + HEAP,
            "-Dfile.encoding=UTF-8",
            "-Ddrools.dateformat=yyyy-MM-dd",
            "-Duser.timezone=Asia/Shanghai",
            "-Dhuice.home=" + folder.toAbsolutePath(),
            "-Dhuice.root=" + Path.of("").toAbsolutePath(),
            "-jar",
            app.resolve("quarkus-run.jar").toString(),
            "--port=" + port);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder
        .environment()
        .putAll(
            Map.of(
                "HUICE_DB_URL",
                database.url(),
                "HUICE_DB_USER",
                database.user(),
                "HUICE_DB_OWNER",
                database.owner(),
                "HUICE_DB_OWNER_PASSWORD",
                "unused",
                "HUICE_ADMIN",
                ADMIN,
                "HUICE_ADMIN_PASSWORD",
                PASSWORD,
                "HUICE_RELEASE",
                "folder"));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("service.log").toFile());
    Process process = builder.start();
    until(() -> !process.isAlive() || answers());
    return process;
  }

  private boolean answers() {
    try {
      return send(request("/api/accounts").GET().build()).statusCode() == 200;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private void measure(int people) throws Exception {
    post(
        "/api/accounts",
        Map.of(
            "name",
            "clerk",
            "shown",
            "clerk",
            "role",
            "caseworker",
            "office",
            "A",
            "password",
            PASSWORD));
    double load = timed("/api/populations", Map.of("people", people, "seed", 1));
    sql("vacuum analyze");
    most = 0;
    String person = one("select min(id::text) from person");
    Pages pages = new Pages(person);
    Thread looking = new Thread(pages);
    looking.setDaemon(true);
    looking.start();
    double run = timed("/api/runs", Map.of("everybody", true));
    pages.done = true;
    looking.join();
    long heap = most;
    sql(
        "insert into touched (record) select id from (select id, row_number() over (order by id) n"
            + " from person) p where n % "
            + HUNDRED
            + " = 0");
    double some = timed("/api/runs", Map.of());
    double none = timed("/api/runs", Map.of());
    System.out.printf(
        Locale.ROOT,
        "%9d %9.1f %9.2f %9.2f %9.2f %9.1f %9.1f %9d%n",
        people,
        load,
        run,
        some,
        none,
        pages.at(0.5),
        pages.at(0.99),
        heap >> 20);
  }

  /** Opens a person's page again and again, as a desk does. */
  private final class Pages implements Runnable {
    private final String person;
    private final List<Double> took = new ArrayList<>();
    volatile boolean done;

    Pages(String person) {
      this.person = person;
    }

    @Override
    public void run() {
      try {
        while (!done) {
          long begun = System.nanoTime();
          int status = send(request("clerk", "/desk/persons/" + person).GET().build()).statusCode();
          took.add((System.nanoTime() - begun) / 1e6);
          if (status != 200) {
            throw new IllegalStateException("the page answered " + status);
          }
          Thread.sleep(50);
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    double at(double share) {
      double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)];
    }
  }

  /** Begins something and waits for its end; seconds. */
  private double timed(String path, Map<String, Object> order) throws Exception {
    long begun = System.nanoTime();
    JsonNode state = post(path, order);
    String id = state.path("id").asText();
    while (state.path("state").asText().equals("running")) {
      Thread.sleep(20);
      state = JSON.readTree(send(request(path + "/" + id).GET().build()).body());
      most = Math.max(most, heap());
    }
    if (!state.path("state").asText().equals("done")) {
      throw new IllegalStateException(state.toString());
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** What the service's heap holds now, in bytes. */
  private long heap() throws IOException, InterruptedException {
    String metrics = send(request("/q/metrics").GET().build()).body();
    return metrics
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    if (answer.statusCode() / HUNDRED != 2) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return request(ADMIN, path);
  }

  private HttpRequest.Builder request(String who, String path) {
    String secret = who + ":" + PASSWORD;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.owner(), "");
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private String one(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.owner(), "");
        Statement run = connection.createStatement();
        ResultSet row = run.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void until(BooleanSupplier there) {
    while (!there.getAsBoolean()) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void stop(Path folder) throws IOException, InterruptedException {
    service.destroy();
    service.waitFor();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      Path[] all = files.toArray(Path[]::new);
      for (int i = all.length - 1; i >= 0; i--) {
        Files.deleteIfExists(all[i]);
      }
    }
  }
}
