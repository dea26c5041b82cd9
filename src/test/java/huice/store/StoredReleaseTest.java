package huice.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredReleaseTest {
  @Test
  @TestTransaction
  void aReleaseIsReadBackAsItWasStored() {
    StoredRelease release = new StoredRelease();
    release.digest = "sha256:1";
    release.storedAt = Instant.parse("2024-03-01T00:00:00Z");
    release.content = "夫妻工就业奖补".getBytes(StandardCharsets.UTF_8);
    release.persist();
    StoredRelease.getEntityManager().flush();
    StoredRelease.getEntityManager().clear();

    StoredRelease read = StoredRelease.findById("sha256:1");

    assertThat(read.storedAt).isEqualTo(release.storedAt);
    assertThat(read.content).isEqualTo(release.content);
  }
}
