package huice.functional;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The service as it runs on real records: only what two people approved decides. Small packs, as
 * each is checked and compiled several times.
 */
public final class ApprovedReleases implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    // Tests say what day it is; the service's own look at the calendar would answer otherwise.
    return Map.of(
        "huice.root", Rezipped.ROOT.toString(),
        "huice.release", "approved",
        "huice.release-check", "24H");
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(TestDatabase.class));
  }
}
