package huice.casework;

import huice.engine.Compilation;
import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.model.Loaded;
import huice.model.Problem;
import huice.model.Release;
import huice.policy.Packs;
import huice.policy.ReleaseFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some compiled releases, the least used forgotten first; one is compiled at a time, because each
 * takes a processor for seconds. Safe to use from all threads.
 */
final class CompiledReleases {
  private static final int MOST = 4;

  private final Map<String, CompiledRelease> kept =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledRelease> eldest) {
          return size() > MOST;
        }
      };

  /** Gives the packed files of a release that is not kept. */
  interface Files {
    byte[] of(String digest);
  }

  /** A stored release is damaged, or was written for another version of this program. */
  static final class Unreadable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** Null when it would have to be compiled. */
  @Nullable CompiledRelease find(String digest) {
    synchronized (kept) {
      return kept.get(digest);
    }
  }

  synchronized CompiledRelease of(String digest, Files files) {
    CompiledRelease known = find(digest);
    return known == null ? put(compile(digest, files.of(digest))) : known;
  }

  CompiledRelease put(CompiledRelease release) {
    synchronized (kept) {
      kept.put(release.digest(), release);
    }
    return release;
  }

  /** It was checked when it was approved; what this program cannot read any more is our fault. */
  private static CompiledRelease compile(String digest, byte[] zip) {
    ReleaseFiles files = ReleaseFiles.unzip(zip);
    if (!files.digest().equals(digest)) {
      throw new Unreadable("the stored release " + digest + " is damaged");
    }
    Loaded loaded = Packs.load(files);
    Release release = loaded.release();
    Compilation compilation = release == null ? null : Engine.compile(release);
    List<Problem> problems = new ArrayList<>(loaded.problems());
    if (compilation != null) {
      problems.addAll(compilation.problems());
    }
    CompiledRelease compiled = compilation == null ? null : compilation.release();
    Problem fault = problems.stream().filter(problem -> !problem.notice()).findFirst().orElse(null);
    if (compiled == null || fault != null) {
      throw new Unreadable(
          "the stored release " + digest + " cannot be read by this program: " + fault);
    }
    return compiled;
  }
}
