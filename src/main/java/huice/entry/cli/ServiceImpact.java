package huice.entry.cli;

import huice.policy.ReleaseFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An impact on those who are registered, worked out by the running service. */
record ServiceImpact(CommonOptions common, ServiceClient client) {
  int run(
      @Nullable ReleaseFiles base,
      @Nullable LocalDate on,
      @Nullable String scheme,
      String format,
      @Nullable Path out) {
    throw new UnsupportedOperationException();
  }
}
