package huice.entry.api;

import huice.casework.LiveRelease;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a release decides; names it. */
@Readiness
final class ReleaseCheck implements HealthCheck {
  private final LiveRelease live;

  ReleaseCheck(LiveRelease live) {
    this.live = live;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("release")
        .withData("digest", live.get().digest())
        .withData("faults", live.faults().size())
        .up()
        .build();
  }
}
