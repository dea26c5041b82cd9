package huice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.CompiledRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions of every earlier version come out again as they were (R32). */
class KeptDecisionsTest {
  static List<Path> versions() throws IOException {
    try (Stream<Path> folders = Files.list(KeptDecisions.FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void thereAreDecisionsOfAnEarlierVersion() throws IOException {
    assertThat(versions()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void r32DecisionsKeptFromEarlierVersionsReplayByteForByte(Path folder) {
    KeptDecisions kept = new KeptDecisions(folder);
    CompiledRelease release = kept.release();
    assertThat(release.digest()).isEqualTo(kept.digest());
    assertThat(kept.decisions()).hasSizeGreaterThanOrEqualTo(18);

    List<String> unexplained = new ArrayList<>();
    for (KeptDecisions.Kept decision : kept.decisions()) {
      String before = text(KeptDecisions.bytes(decision.outcome()));
      String now = text(kept.again(release, decision));
      if (!before.equals(now)) {
        List<String> changed = kept.changedMeasures(release, decision.scheme());
        String words = decision.name() + ": " + changed + "\n" + firstDifference(before, now);
        System.out.println("another outcome than kept: " + words);
        if (changed.isEmpty()) {
          unexplained.add(words);
        }
      }
    }
    assertThat(unexplained)
        .as("outcomes that differ although no measure that the scheme reads by has a new version")
        .isEmpty();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String firstDifference(String before, String now) {
    int at = 0;
    while (at < Math.min(before.length(), now.length()) && before.charAt(at) == now.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 60);
    return "  kept …"
        + before.substring(from, Math.min(before.length(), at + 60))
        + "\n  now  …"
        + now.substring(from, Math.min(now.length(), at + 60));
  }
}
