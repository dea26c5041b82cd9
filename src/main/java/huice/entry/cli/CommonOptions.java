package huice.entry.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import huice.explain.Language;
import huice.explain.Nearest;
import huice.explain.Page;
import huice.model.Pack;
import huice.model.Release;
import huice.model.Text;
import huice.simulation.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command shares: the folder it works on, the form of its answer, and where it goes. */
final class CommonOptions {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final int USUAL_WIDTH = 100;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "项目文件夹（含 policies、rules、test-cases） / the project's folder")
  private @Nullable Path root;

  @Option(names = "--json", description = "以 JSON 输出 / answer in JSON")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en|both",
      description = "输出语言，默认 zh / language of the answer, zh by default",
      converter = LanguageWord.class)
  private Language language = Language.ZH;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "显示帮助 / show this help")
  private boolean help;

  /** Writes one JSON value. */
  interface JsonBody {
    void write(JsonGenerator json) throws IOException;
  }

  /** What stands in a file or could be read of it. */
  byte[] bytes(Path file, int limit) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    } catch (IOException e) {
      throw wrongUse("读不了文件 " + file, "cannot read the file " + file);
    }
  }

  Workbench workbench() {
    return Workbench.open(folder());
  }

  /** The folder that the command works on. */
  Path folder() {
    String home = System.getProperty("huice.home");
    Path folder = root != null ? root : home != null ? Path.of(home) : Path.of("");
    if (!Files.isDirectory(folder)) {
      throw wrongUse("没有文件夹 " + folder, "there is no folder " + folder);
    }
    return folder;
  }

  boolean json() {
    return json;
  }

  Language language() {
    return language;
  }

  String say(String zh, String en) {
    return language.say(zh, en);
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  Page page() {
    return new Page(width());
  }

  int width() {
    return Integer.getInteger("huice.columns", USUAL_WIDTH);
  }

  void print(Page page) {
    out().print(page);
    out().flush();
  }

  /** Prints one JSON value and a line break. */
  void print(JsonBody body) {
    try (JsonGenerator generator = JSON.createGenerator(out())) {
      generator.useDefaultPrettyPrinter();
      body.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out().println();
    out().flush();
  }

  /** Prints what the service answered. */
  void print(JsonNode answer) {
    out().println(answer.toPrettyString());
    out().flush();
  }

  /** The command was called wrongly; ends it. */
  ParameterException wrongUse(String zh, String en) {
    return new ParameterException(spec.commandLine(), Text.of(zh, en).both());
  }

  /** A word that does not exist, with the one that was probably meant. */
  ParameterException unknown(String zh, String en, String word, Collection<String> known) {
    Text instead = Nearest.instead(word, known);
    return wrongUse(
        "没有" + zh + "「" + word + "」；" + instead.zh(),
        "there is no " + en + " \"" + word + "\"; " + instead.en());
  }

  /** Tells why nothing could be read at all. */
  int unreadable(Workbench workbench) {
    ProblemList.problems(workbench.problems())
        .forEach(p -> err().println(ProblemList.line(p, language)));
    return Main.PROBLEMS;
  }

  /** Refuses a pack that the release does not have. */
  void pack(@Nullable String pack, Release release) {
    List<String> packs = release.packs().stream().map(Pack::id).toList();
    if (pack != null && !packs.contains(pack)) {
      throw unknown("政策包", "pack", pack, packs);
    }
  }

  /** Shows how far long work has come, on a terminal only. */
  IntConsumer progress(int all) {
    if (!Boolean.getBoolean("huice.terminal")) {
      return done -> {};
    }
    return done -> {
      if (done % 20 == 0 || done == all) {
        err().print("\r" + done + "/" + all + (done == all ? "\r          \r" : " "));
        err().flush();
      }
    };
  }
}
