package huice.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a release on its way to being live, in the order of {@code seq}. {@code impact},
 * {@code startOn} and {@code terms} stand in what is proposed and approved; {@code reason} in what
 * is rejected or rolled back. {@code by} and {@code name} are null for the release that came with
 * the installation.
 */
public record ReleaseStep(
    long seq,
    String release,
    Kind kind,
    @Nullable String impact,
    @Nullable LocalDate startOn,
    @Nullable Terms terms,
    @Nullable String reason,
    Instant at,
    @Nullable UUID by,
    @Nullable String name) {

  /** What was done. */
  public enum Kind {
    PROPOSED,
    APPROVED,
    REJECTED,
    ROLLED_BACK;

    /** As it is stored and sent: {@code rolled-back}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** Whether running awards keep the terms they were granted under. */
  public enum Terms {
    KEEP,
    CHANGE;

    /** As it is stored and sent: {@code keep}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Terms of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }
}
