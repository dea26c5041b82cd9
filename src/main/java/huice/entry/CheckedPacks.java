package huice.entry;

import huice.casework.Candidate;
import huice.casework.ReleaseReader;
import huice.simulation.Workbench;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** What {@code huice check} finds without running the cases keeps a release from going live. */
@Singleton
final class CheckedPacks implements ReleaseReader {
  @Override
  public Candidate read(Path root) {
    Workbench bench = Workbench.open(root);
    return new Candidate(bench.compiled(), bench.problems());
  }
}
