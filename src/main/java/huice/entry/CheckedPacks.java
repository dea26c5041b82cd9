package huice.entry;

import huice.casework.Candidate;
import huice.casework.ReleaseReader;
import huice.simulation.Workbench;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/**
 * What {@code huice check} finds, and a case that {@code huice test} fails, keep a release away.
 */
@Singleton
final class CheckedPacks implements ReleaseReader {
  @Override
  public Candidate read(Path root) {
    Workbench bench = Workbench.open(root);
    return new Candidate(bench.compiled(), bench.checkAndTest());
  }
}
