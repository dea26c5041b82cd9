package huice.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huice.policy.ReleaseFiles;
import huice.simulation.Workbench;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveReleaseTest {
  private static final String RULE = "rules/shache-2024/couple-award.dslr";
  private static final String PARAMETER = "policies/shache-2024/parameters/continuous-months.yaml";
  @TempDir Path root;

  @Test
  void itStartsWithThePacksOfAFolder() throws IOException {
    copyPacks();
    LiveRelease live = started();

    assertThat(live.get().schemes()).extracting("id").contains("couple-award");
    assertThat(live.faults()).isEmpty();
  }

  @Test
  void itRefusesToStartWithEveryProblemByFileAndLine() throws IOException {
    copyPacks();
    Path rule = root.resolve(RULE);
    Files.writeString(rule, Files.readString(rule).replace("双方此前都没有领取过", "双方此前都没有领过"));
    Path parameter = root.resolve(PARAMETER);
    Files.writeString(parameter, Files.readString(parameter).replace("value: 6", "value: six"));

    assertThatThrownBy(this::started)
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining(RULE + ":")
        .hasMessageContaining(PARAMETER + ":")
        .hasMessageContaining("服务未启动")
        .hasMessageContaining("did not start");
  }

  @Test
  void itRefusesAFolderThatIsNoProject() {
    assertThatThrownBy(this::started)
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining("policies")
        .hasMessageContaining("huice.root");
  }

  private LiveRelease started() {
    LiveRelease live = new LiveRelease(LiveReleaseTest::read, root, false, Optional.of("folder"));
    live.start(new StartupEvent());
    return live;
  }

  private static Candidate read(ReleaseFiles files) {
    Workbench bench = Workbench.open(files);
    return new Candidate(bench.compiled(), bench.problems());
  }

  private void copyPacks() throws IOException {
    for (String folder : List.of("policies", "rules", "test-cases")) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path : paths.toList()) {
          Files.copy(path, root.resolve(path.toString()));
        }
      }
    }
  }
}
