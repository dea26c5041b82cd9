package huice.entry;

import huice.casework.Candidate;
import huice.casework.ReleaseReader;
import huice.policy.ReleaseFiles;
import huice.simulation.Workbench;
import jakarta.inject.Singleton;

/**
 * What {@code huice check} finds, and a case that {@code huice test} fails, keep a release away.
 */
@Singleton
final class CheckedPacks implements ReleaseReader {
  @Override
  public Candidate read(ReleaseFiles files) {
    Workbench bench = Workbench.open(files);
    return new Candidate(bench.compiled(), bench.checkAndTest());
  }
}
