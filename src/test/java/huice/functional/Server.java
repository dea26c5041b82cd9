package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL of the tests as its administrator handles it. */
final class Server {
  private final Path data;
  private final Path control;

  /** The server that runs now. */
  Server() throws IOException, SQLException {
    try (Owner owner = new Owner()) {
      data = Path.of(owner.one("show data_directory"));
    }
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    String program = ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow();
    control = Path.of(program).resolveSibling("pg_ctl");
  }

  /** Ends what the service's connections are doing, and them. */
  static void endConnections() throws SQLException {
    try (Owner owner = new Owner()) {
      owner.one(
          "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'huice'");
    }
  }

  void stop() throws IOException, InterruptedException {
    run("stop", "-m", "fast");
  }

  /** At the same port, with the same settings. */
  void start() throws IOException, InterruptedException {
    String line = Files.readString(data.resolve("postmaster.opts")).strip();
    String options = line.substring(line.indexOf(' ') + 1).replace("\"", "'");
    run("start", "-l", data.resolve("restarted.log").toString(), "-o", options);
  }

  private void run(String... what) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      line.addAll(List.of("unshare", "-U"));
    }
    line.addAll(List.of(control.toString(), "-w", "-D", data.toString()));
    line.addAll(List.of(what));
    Process process = new ProcessBuilder(line).inheritIO().start();
    assertThat(process.waitFor()).as("%s", line).isZero();
  }
}
