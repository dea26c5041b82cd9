package huice.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "0", "65536", "8080x", "99999999999"})
  void aPortThatIsNoneIsRefusedInBothLanguages(String word) {
    assertThat(run("--port=" + word)).isEqualTo(2);
    assertThat(err.toString())
        .contains("端口「" + word + "」不是 1 到 65535 的整数", "请写成 --port=8080")
        .contains("is no whole number from 1 to 65535")
        .doesNotContain("Exception", "java.");
  }

  @Test
  void anUnknownOptionIsNamedInBothLanguages() {
    assertThat(run("--prot=1")).isEqualTo(2);
    assertThat(err.toString()).contains("用法有误 Wrong use", "不认识 --prot=1", "unknown: --prot=1");
  }

  private int run(String... arguments) {
    return Service.commandLine(new PrintWriter(err, true)).execute(arguments);
  }
}
