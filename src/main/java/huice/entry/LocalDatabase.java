package huice.entry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that this process starts and stops, reachable from this machine only. One process at
 * a time holds a kept database; what a killed process left behind is cleared at the next start.
 */
public final class LocalDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final @Nullable FileChannel lock;

  private LocalDatabase(EmbeddedPostgres postgres, @Nullable FileChannel lock) {
    this.postgres = postgres;
    this.lock = lock;
    createUser();
  }

  private void createUser() {
    String create =
        "do $$ begin if not exists (select from pg_roles where rolname = '%1$s')"
            + " then create role %1$s login; end if; end $$";
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(String.format(Locale.ROOT, create, user()));
    } catch (SQLException e) {
      throw new IllegalStateException("数据库用户无法建立。 The database's user cannot be created.", e);
    }
  }

  /**
   * Starts the database kept in {@code folder}, which is created when absent.
   *
   * @throws IllegalStateException when another process has it open, or an old server does not stop
   */
  public static LocalDatabase kept(Path folder) {
    try {
      Path home = Files.createDirectories(folder.toAbsolutePath());
      FileChannel lock = lock(home.resolve("huice.lock"));
      try {
        Path records = home.resolve("postgres");
        stopLeftover(records);
        Path binaries = home.resolve("postgres-binaries");
        EmbeddedPostgres.Builder builder =
            builder(binaries)
                .setDataDirectory(records)
                .setCleanDataDirectory(false)
                .setOutputRedirector(
                    ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile()))
                // The library is made for tests and turns both off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        EmbeddedPostgres postgres = builder.start();
        closeToOthers(binaries);
        return new LocalDatabase(postgres, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an empty database that is gone when closed; for tests, so it may lose data. */
  public static LocalDatabase temporary(Path binaries) {
    try {
      return new LocalDatabase(builder(binaries.toAbsolutePath()).start(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path binaries) throws IOException {
    if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
      throw new IllegalStateException(
          "PostgreSQL 不能以 root 身份运行：请换一个用户，或设置 HUICE_DB_URL。"
              + " PostgreSQL does not run as root where `unshare -U` is forbidden:"
              + " use another user, or set HUICE_DB_URL.");
    }
    // The builder takes its folder from this property when it is made.
    System.setProperty("ot.epg.working-dir", Files.createDirectories(binaries).toString());
    return EmbeddedPostgres.builder()
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setServerConfig("timezone", "Asia/Shanghai")
        .setServerConfig("log_timezone", "Asia/Shanghai")
        .setServerConfig("max_connections", "100")
        // The same order and letter case on every machine, whatever locales it has.
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C");
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
  }

  /** Owns and migrates the tables. */
  public String owner() {
    return "postgres";
  }

  /** What the service connects as; has only the rights that the migrations grant it. */
  public String user() {
    return "huice";
  }

  /** Stops the server; a second call does nothing. */
  @Override
  public void close() {
    try {
      postgres.close();
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The system drops the lock when the process ends, however it ends. */
  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // held by this very process: told below
    }
    channel.close();
    throw new IllegalStateException(
        "数据目录正被另一个惠策进程使用："
            + file.getParent()
            + "。 Another Huice is running on "
            + file.getParent()
            + "; stop it first.");
  }

  /**
   * A server outlives a process that was killed. Whoever holds the lock knows that it belongs to
   * nobody. A pid file without its server is removed: PostgreSQL would refuse to start if an
   * unrelated process has the number by now.
   */
  private static void stopLeftover(Path records) throws IOException {
    Path pidFile = records.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = server(pidFile, records);
    if (server.isPresent()) {
      stop(server.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> server(Path pidFile, Path records) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(c -> c.contains(records.toString()))
                    .isPresent());
  }

  private static void stop(ProcessHandle server) throws IOException {
    // SIGINT is PostgreSQL's fast shutdown; Java itself can only send SIGTERM, which waits.
    new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start();
    try {
      server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while stopping PostgreSQL", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "上次遗留的数据库进程 "
              + server.pid()
              + " 停不下来。 PostgreSQL process "
              + server.pid()
              + ", left from before, does not stop.",
          e);
    }
  }

  /** The library makes the folder of programs writable for everybody. */
  private static void closeToOthers(Path binaries) throws IOException {
    Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
