package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpIsInBothLanguages() {
    assertThat(run("--help")).isEqualTo(Main.GOOD);
    assertThat(out.toString()).contains("用法 Usage: huice").contains("退出码 Exit codes");
  }

  @Test
  void noCommandIsWrongUseAndShowsTheHelp() {
    assertThat(run()).isEqualTo(Main.WRONG_USE);
    assertThat(out.toString()).contains("用法 Usage: huice");
  }

  @Test
  void anUnknownCommandIsWrongUseAndIsNamed() {
    assertThat(run("decode")).isEqualTo(Main.WRONG_USE);
    assertThat(err.toString()).contains("decode");
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
