package huice.entry;

import huice.casework.NotStarted;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code huice start}: the service, with a database of its own in {@code data/} unless {@code
 * HUICE_DB_URL} names a server.
 */
@QuarkusMain
@Command(
    name = "huice start",
    description = "启动服务，自带数据库。 Starts the service with a database of its own.",
    synopsisHeading = "用法 Usage: ",
    optionListHeading = "%n选项 Options:%n",
    footer = {
      "",
      "环境变量 Environment: HUICE_DB_URL (jdbc:postgresql://…), HUICE_DB_USER, HUICE_DB_PASSWORD",
      "  使用已有的 PostgreSQL，而不是 data/ 里的。 Use this PostgreSQL instead of the one in data/.",
      "  HUICE_DB_OWNER, HUICE_DB_OWNER_PASSWORD",
      "  建表和升级用的另一个用户。 Another user, who owns and migrates the tables.",
      "  HUICE_ADMIN, HUICE_ADMIN_PASSWORD",
      "  首次启动时建立的管理员。 The administrator that the first start makes.",
      "  HUICE_ACCOUNTS=demo",
      "  首次启动时建立演示账号。 The first start makes the accounts of the demo.",
      "  HUICE_RELEASE=folder|approved",
      "  规则来自文件夹（演示），还是经两人批准。 Rules from the folder (demo), or approved by two people."
    })
public final class Service implements Callable<Integer> {
  private static final int NOT_STARTED = 1;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "端口，默认 8080。 The port, 8080 by default.",
      converter = PortNumber.class)
  private @Nullable Integer port;

  @Option(
      names = "--dev",
      description = "文件一改即生效，只用演示数据。 Takes changed files in at once, on demo data only.")
  private boolean dev;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "显示帮助。 Shows this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Runs until the process is told to end. */
  public static void main(String... arguments) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(err).execute(arguments));
  }

  /** The command with its messages in both languages. */
  static CommandLine commandLine(PrintWriter err) {
    return new CommandLine(new Service())
        .setErr(err)
        .setParameterExceptionHandler(
            (wrong, arguments) -> {
              err.println("用法有误 Wrong use: " + UsageWords.of(wrong));
              err.println("见 see: ./huice start --help");
              return CommandLine.ExitCode.USAGE;
            });
  }

  /** A port as it is written. */
  static final class PortNumber implements CommandLine.ITypeConverter<Integer> {
    private static final int LAST = 65_535;

    @Override
    public Integer convert(String word) {
      int port = word.matches("\\d{1,5}") ? Integer.parseInt(word) : 0;
      if (port < 1 || port > LAST) {
        throw new CommandLine.TypeConversionException(
            "端口「"
                + word
                + "」不是 1 到 65535 的整数，请写成 --port=8080 (the port \""
                + word
                + "\" is no whole number from 1 to 65535; write --port=8080)");
      }
      return port;
    }
  }

  @Override
  public Integer call() {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
      err.println("字符集须为 UTF-8，请用 ./huice start 启动。 Not UTF-8: start with ./huice start.");
      return NOT_STARTED;
    }
    if (port != null) {
      System.setProperty("quarkus.http.port", port.toString());
    }
    System.setProperty("huice.dev", Boolean.toString(dev));
    sessions();
    // The database in data/ holds the demo unless told otherwise: see README.
    if (environment("HUICE_RELEASE").isEmpty() && environment("HUICE_DB_URL").isEmpty()) {
      System.setProperty("huice.release", "folder");
    }
    try {
      connect();
    } catch (IllegalStateException | UncheckedIOException e) {
      err.println(e.getMessage());
      return NOT_STARTED;
    }
    Quarkus.run(
        Announcement.class,
        (code, problem) -> {
          if (problem != null) {
            explain(problem, err);
          }
          stopped.countDown();
          System.exit(code);
        });
    return 0;
  }

  private void connect() {
    String url = environment("HUICE_DB_URL");
    if (!url.isEmpty()) {
      datasource(url, environment("HUICE_DB_USER"), environment("HUICE_DB_PASSWORD"));
      owner(environment("HUICE_DB_OWNER"), environment("HUICE_DB_OWNER_PASSWORD"));
      return;
    }
    System.out.println("正在启动数据库…… Starting the database …");
    LocalDatabase database =
        LocalDatabase.kept(Path.of(System.getProperty("huice.home", ""), "data"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterService(database)));
    datasource(database.url(), database.user(), "");
    // The local server trusts this machine, but Flyway insists on a password.
    owner(database.owner(), "unused");
    if (environment("HUICE_ACCOUNTS").isEmpty()) {
      System.setProperty("huice.accounts", "demo");
    }
    if (environment("HUICE_DEMO").isEmpty()) {
      System.setProperty("huice.demo", "county");
    }
  }

  /**
   * Sessions are encrypted under a key of this start, so that they end with it. Quarkus would make
   * one too, but write it to the log.
   */
  private static void sessions() {
    if (environment("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY").isEmpty()) {
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      System.setProperty(
          "quarkus.http.auth.session.encryption-key", Base64.getEncoder().encodeToString(key));
    }
  }

  /** The service still uses the database while it stops, and all shutdown hooks start at once. */
  private void closeAfterService(LocalDatabase database) {
    try {
      stopped.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  /** What an operator can mend is said in words; anything else is our fault and needs its trace. */
  private static void explain(Throwable problem, PrintWriter err) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotStarted) {
        err.println(cause.getMessage());
        return;
      }
      if (cause instanceof BindException) {
        err.println("端口已被占用，可用 --port 换一个。 The port is in use; choose another with --port.");
        err.println("  " + cause.getMessage());
        return;
      }
      if (cause instanceof SQLException) {
        err.println("数据库不可用，请检查 HUICE_DB_URL、HUICE_DB_USER、HUICE_DB_PASSWORD、HUICE_DB_OWNER。");
        err.println(
            "The database cannot be used; check HUICE_DB_URL, _USER, _PASSWORD and _OWNER.");
        err.println("  " + cause.getMessage());
        return;
      }
    }
    err.println("服务未能启动。 The service did not start.");
    problem.printStackTrace(err);
  }

  private static void datasource(String url, String user, String password) {
    System.setProperty("quarkus.datasource.jdbc.url", url);
    System.setProperty("quarkus.datasource.username", user);
    System.setProperty("quarkus.datasource.password", password);
  }

  /** Who owns the tables and migrates them: never the user that the service works as. */
  private static void owner(String owner, String password) {
    System.setProperty("quarkus.flyway.username", owner);
    System.setProperty("quarkus.flyway.password", password);
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value.strip();
  }
}
