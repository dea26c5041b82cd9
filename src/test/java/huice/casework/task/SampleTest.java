package huice.casework.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static List<UUID> ids(int count) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(new UUID(i, i));
    }
    return ids;
  }

  @Test
  void theSameSeedDrawsTheSameInWhateverOrderTheyLie() {
    List<UUID> ids = ids(100);
    List<UUID> other = new ArrayList<>(ids);
    Collections.shuffle(other, new Random(3));
    assertThat(Sample.of("a", ids, 10)).isEqualTo(Sample.of("a", other, 10)).hasSize(10);
    assertThat(Sample.of("b", ids, 10)).isNotEqualTo(Sample.of("a", ids, 10));
  }

  @Test
  void everybodyHasTheSameChance() {
    List<UUID> ids = ids(10);
    int[] drawn = new int[10];
    for (int seed = 0; seed < 5_000; seed++) {
      Sample.of("seed" + seed, ids, 2).forEach(id -> drawn[ids.indexOf(id)]++);
    }
    for (int times : drawn) {
      assertThat(times).isBetween(900, 1_100);
    }
  }
}
