package huice.casework;

import huice.engine.CompiledRelease;
import huice.policy.ReleaseFiles;

/**
 * Files in which nothing is wrong, as only {@link ReleaseChecks} can say; {@code compared} when
 * Drools' own compiler made the same of them.
 */
public final class CheckedRelease {
  private final ReleaseFiles files;
  private final CompiledRelease compiled;
  private final boolean compared;

  CheckedRelease(ReleaseFiles files, CompiledRelease compiled, boolean compared) {
    this.files = files;
    this.compiled = compiled;
    this.compared = compared;
  }

  /** What the release is called. */
  public String digest() {
    return files.digest();
  }

  ReleaseFiles files() {
    return files;
  }

  /** The release itself, for comparing it with another. */
  public CompiledRelease compiled() {
    return compiled;
  }

  boolean compared() {
    return compared;
  }
}
