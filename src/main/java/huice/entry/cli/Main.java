package huice.entry.cli;

import huice.entry.UsageWords;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command {@code huice}: one subcommand a class, each a {@code Callable<Integer>} that returns
 * {@link #GOOD} or {@link #PROBLEMS}. The launcher handles {@code start} itself, because only the
 * service needs Quarkus.
 */
@Command(
    name = "huice",
    description = {
      "惠策：把就业政策变成看得懂、查得到、可申诉的决定。",
      "Huice: turns employment policy into decisions one can read, check and contest."
    },
    synopsisHeading = "用法 Usage: ",
    commandListHeading = "%n命令 Commands:%n",
    optionListHeading = "%n选项 Options:%n",
    parameterListHeading = "%n参数 Parameters:%n",
    footer = {
      "",
      "  start  启动服务（端口 8080，自带数据库） / the service on port 8080 with its own database",
      "",
      "退出码 Exit codes: 0 一切正常 good, 1 发现问题 problems found, 2 用法有误 wrong use"
    },
    mixinStandardHelpOptions = true,
    version = "huice 0.1.0",
    subcommands = {
      CheckCommand.class,
      TestCommand.class,
      DecideCommand.class,
      ExplainCommand.class,
      DrlCommand.class,
      ClausesCommand.class,
      QuestionsCommand.class,
      VocabularyCommand.class,
      WorkbookCommand.class,
      ReleaseCommand.class,
      VerifyLogCommand.class,
      ImpactCommand.class,
      TouchedCommand.class,
      ReplayCommand.class,
      RunCommand.class,
      PopulationCommand.class,
      HelpCommand.class
    })
public final class Main {
  /** Nothing to object to. */
  public static final int GOOD = CommandLine.ExitCode.OK;

  /** The command ran and found problems. */
  public static final int PROBLEMS = CommandLine.ExitCode.SOFTWARE;

  /** The command was called wrongly and did nothing. */
  public static final int WRONG_USE = CommandLine.ExitCode.USAGE;

  /** Days are Beijing's. */
  static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  /** Runs one command; the process goes on. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
      err.println(
          "字符集须为 UTF-8，请用 ./huice 启动。 The default charset is "
              + Charset.defaultCharset()
              + ", not UTF-8: start with ./huice.");
      return WRONG_USE;
    }
    CommandLine commandLine =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(Main::wrongUse)
            .setExecutionExceptionHandler(Main::ourFault);
    commandLine.registerConverter(LocalDate.class, Main::day);
    commandLine.registerConverter(YearMonth.class, Main::month);
    commandLine.setUsageHelpWidth(100).setUsageHelpLongOptionsMaxWidth(28);
    commandLine
        .getSubcommands()
        .values()
        .forEach(c -> c.getCommandSpec().usageMessage().synopsisHeading("用法 Usage: "));
    if (arguments.length == 0) {
      commandLine.usage(out);
      return WRONG_USE;
    }
    return commandLine.execute(arguments);
  }

  private static int wrongUse(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("用法有误 Wrong use: " + UsageWords.of(e));
    err.println("见 see: " + command.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USE;
  }

  private static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "「" + word + "」不是日期，请写成 2024-01-31 (not a day; write 2024-01-31)");
    }
  }

  private static YearMonth month(String word) {
    try {
      return YearMonth.parse(word);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "「" + word + "」不是月份，请写成 2024-01 (not a month; write 2024-01)");
    }
  }

  /** What nobody foresaw, in words; the trace only for whoever asks for it. */
  private static int ourFault(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof ServiceFailed failed) {
      err.println(failed.getMessage());
      return failed.code();
    }
    err.println(
        "程序出错，责任在我们，请把这一行报给我们 (our fault, please report this line): "
            + e.getClass().getSimpleName()
            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    if (Boolean.getBoolean("huice.trace")) {
      e.printStackTrace(err);
    }
    return PROBLEMS;
  }
}
