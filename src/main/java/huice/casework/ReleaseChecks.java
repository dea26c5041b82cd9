package huice.casework;

import huice.engine.CompiledRelease;
import huice.engine.CrossCheck;
import huice.model.Problem;
import huice.model.Text;
import huice.policy.ReleaseFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Looks into a release before anybody may propose or approve it. Takes seconds to a minute: call it
 * outside transactions. Safe to use from all threads; it works one release at a time.
 */
@ApplicationScoped
public class ReleaseChecks {
  private static final int MOST_TOLD = 200;

  private final ReleaseReader reader;
  private final Releases releases;

  ReleaseChecks(ReleaseReader reader, Releases releases) {
    this.reader = reader;
    this.releases = releases;
  }

  /**
   * All that {@code huice check} and {@code huice test} look at.
   *
   * @param zip the files as sent, not trusted
   * @throws Invalid with every problem that was found
   */
  public synchronized CheckedRelease proposed(byte[] zip) {
    return checked(ReleaseFiles.unzip(zip), false);
  }

  /**
   * The same of a stored release, by this program, and the comparison with Drools' own compiler.
   *
   * @throws Absent when there is no such release
   * @throws Invalid with every problem that was found
   */
  public synchronized CheckedRelease approved(String digest) {
    return checked(ReleaseFiles.unzip(releases.content(digest)), true);
  }

  private CheckedRelease checked(ReleaseFiles files, boolean compare) {
    if (!files.problems().isEmpty()) {
      throw refused(files.problems());
    }
    Candidate candidate = reader.read(files);
    CompiledRelease release = candidate.release();
    if (release == null) {
      throw refused(candidate.faults());
    }
    if (compare) {
      List<Text> differences = CrossCheck.differences(release);
      if (!differences.isEmpty()) {
        throw new Invalid(
            differences.stream()
                .map(what -> new Invalid.Fault("", what, Text.of("请报告给维护人员", "tell the engineers")))
                .toList());
      }
    }
    return new CheckedRelease(files, release, compare);
  }

  private static Invalid refused(List<Problem> problems) {
    return new Invalid(
        problems.stream()
            .limit(MOST_TOLD)
            .map(
                problem ->
                    new Invalid.Fault(
                        "/" + problem.file() + ":" + problem.line(),
                        problem.what(),
                        problem.instead()))
            .toList());
  }
}
