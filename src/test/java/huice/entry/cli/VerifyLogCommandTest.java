package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.functional.LogSubjects;
import huice.functional.Owner;
import huice.functional.TestDatabase;
import huice.model.Actor;
import huice.model.Role;
import huice.store.LogKind;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command in a process of its own, as it is called. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class VerifyLogCommandTest {
  @Inject LogSubjects subjects;

  @TestHTTPResource("/")
  String url;

  private record Run(int code, String out, String err) {}

  @Test
  void aWholeLogEndsWithZeroAndABrokenOneWithOneAndItsFirstBrokenLink() throws Exception {
    Actor auditor = subjects.account(Role.AUDITOR);
    long seq = subjects.write(auditor, LogKind.ACT, null, "{}");

    Run whole = command("--url", url, "--user", "auditor-a");
    assertThat(whole.out()).contains("日志完好");
    assertThat(whole.code()).isEqualTo(Main.GOOD);
    JsonNode json =
        new ObjectMapper().readTree(command("--url", url, "--user", "auditor-a", "--json").out());
    assertThat(json.path("whole").asBoolean()).isTrue();

    String change = "update log_content set content = '[]' where seq = " + seq;
    try (Owner owner = new Owner()) {
      owner.run(change);
      Run broken = command("--url", url, "--user", "auditor-a", "--lang", "en");
      owner.run(change.replace("[]", "{}"));
      assertThat(broken.out()).contains("entry " + seq + ", its content was changed");
      assertThat(broken.code()).isEqualTo(Main.PROBLEMS);
    }
  }

  @Test
  void aRefusalIsToldInTheServicesWords() throws Exception {
    subjects.account(Role.CASEWORKER);

    Run run = command("--url", url, "--user", "caseworker-a");

    assertThat(run.err()).contains("没有权限").doesNotContain("Exception");
    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
  }

  @Test
  void aServiceThatIsNotThereIsWrongUse() throws Exception {
    Run run = command("--url", "http://127.0.0.1:1", "--user", "auditor-a");

    assertThat(run.err()).contains("连不上服务 http://127.0.0.1:1").doesNotContain("Exception");
    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
  }

  @Test
  void wrongUseIsNamedBeforeAnythingIsSent() {
    assertThat(wrong("verify-log")).contains("--user");
    assertThat(wrong("verify-log", "--user", "a", "--url", "nowhere")).contains("--url 不是地址");
    assertThat(wrong("verify-log", "--user", "a", "--url", "http://example.org")).contains("https");
    assertThat(wrong("verify-log", "--user", "a")).contains("HUICE_PASSWORD");
  }

  private static String wrong(String... arguments) {
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(err), new PrintWriter(err, true), arguments);
    assertThat(code).isEqualTo(Main.WRONG_USE);
    return err.toString();
  }

  private static Run command(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "verify-log"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    // The accounts of the tests have their names as passwords.
    int user = line.indexOf("--user");
    builder.environment().put("HUICE_PASSWORD", line.get(user + 1));
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }
}
