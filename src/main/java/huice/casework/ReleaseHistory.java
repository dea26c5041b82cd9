package huice.casework;

import huice.model.ReleaseStep;
import huice.model.ReleaseStep.Kind;
import huice.model.ReleaseStep.Terms;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of releases come to. Live on a day is the approval with the latest start by that
 * day, of several from one day the last given, that was not rolled back since. Immutable.
 */
public record ReleaseHistory(List<ReleaseStep> steps) {
  private static final Comparator<ReleaseStep> LATEST =
      Comparator.comparing(ReleaseHistory::start).thenComparing(ReleaseStep::seq);

  public ReleaseHistory {
    steps = List.copyOf(steps);
  }

  /** The approval by which a release is live on a day; empty before the first. */
  public Optional<ReleaseStep> liveOn(LocalDate day) {
    return standing().stream().filter(step -> !start(step).isAfter(day)).max(LATEST);
  }

  /** Approvals that take effect after a day, the next first. */
  public List<ReleaseStep> after(LocalDate day) {
    return standing().stream().filter(step -> start(step).isAfter(day)).sorted(LATEST).toList();
  }

  /** Proposals that nobody has approved or rejected, in order. */
  public List<ReleaseStep> open() {
    return steps.stream()
        .filter(step -> step.kind() == Kind.PROPOSED)
        .filter(step -> last(step.release()) == step)
        .toList();
  }

  Optional<ReleaseStep> open(String release) {
    return open().stream().filter(step -> step.release().equals(release)).findFirst();
  }

  /** Everybody who ever proposed this release. */
  Set<UUID> authors(String release) {
    return steps.stream()
        .filter(step -> step.kind() == Kind.PROPOSED && step.release().equals(release))
        .map(ReleaseStep::by)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The approval that counts on a day once what is live on it is rolled back. */
  Optional<ReleaseStep> beforeLive(LocalDate day) {
    String live = liveOn(day).map(ReleaseStep::release).orElse("");
    return standing().stream()
        .filter(step -> !start(step).isAfter(day) && !step.release().equals(live))
        .max(LATEST);
  }

  /**
   * The release whose terms an award has on a day that was made under {@code release}: its own, or
   * the last one since that changed running awards. Empty when it no longer stands, so that the
   * live one counts.
   */
  public Optional<String> terms(String release, LocalDate day) {
    List<ReleaseStep> begun =
        standing().stream().filter(step -> !start(step).isAfter(day)).sorted(LATEST).toList();
    String terms = null;
    for (ReleaseStep step : begun) {
      boolean changes = step.terms() == Terms.CHANGE;
      if (step.release().equals(release) || (terms != null && changes)) {
        terms = step.release();
      }
    }
    return Optional.ofNullable(terms);
  }

  private @Nullable ReleaseStep last(String release) {
    return steps.stream()
        .filter(step -> step.release().equals(release))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** Approvals that were not rolled back afterwards. */
  private List<ReleaseStep> standing() {
    return steps.stream()
        .filter(step -> step.kind() == Kind.APPROVED)
        .filter(step -> steps.stream().noneMatch(later -> undoes(later, step)))
        .toList();
  }

  private static boolean undoes(ReleaseStep later, ReleaseStep approved) {
    return later.kind() == Kind.ROLLED_BACK
        && later.release().equals(approved.release())
        && later.seq() > approved.seq();
  }

  private static LocalDate start(ReleaseStep approved) {
    return Objects.requireNonNull(approved.startOn());
  }
}
