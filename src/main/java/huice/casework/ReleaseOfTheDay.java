package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.ReleaseStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * Keeps the live release what the steps of releases say it is on a day. Doors call it, as they know
 * the day. Safe to use from all threads.
 */
@ApplicationScoped
public class ReleaseOfTheDay {
  private static final Logger LOG = Logger.getLogger(ReleaseOfTheDay.class);

  private final LiveRelease live;
  private final Releases releases;
  private final GoingLive goingLive;

  ReleaseOfTheDay(LiveRelease live, Releases releases, GoingLive goingLive) {
    this.live = live;
    this.releases = releases;
    this.goingLive = goingLive;
  }

  /**
   * Makes a release live at the start, the folder's when none was ever approved.
   *
   * @throws NotStarted when there is none for the day, or the folder's has faults
   */
  public synchronized void begin(Instant at, LocalDate today) {
    if (live.fromFolder()) {
      releases.live();
      return;
    }
    ReleaseHistory history = goingLive.history();
    if (history.liveOn(today).isEmpty() && history.after(today).isEmpty()) {
      goingLive.install(live.readFolder(), at, today);
      history = goingLive.history();
    }
    ReleaseStep first =
        history
            .liveOn(today)
            .orElseThrow(
                () -> new NotStarted("今天没有批准的发布。 No release is approved for today " + today + "."));
    live.goLive(releases.first(first.release()));
  }

  /**
   * Makes live what is to decide today, and makes ready what is to decide tomorrow. Whatever keeps
   * a release from being read, the one before goes on.
   */
  public synchronized void turn(LocalDate today) {
    if (live.fromFolder()) {
      return;
    }
    ReleaseHistory history = goingLive.history();
    String digest =
        history.liveOn(today).map(ReleaseStep::release).orElseGet(() -> live.get().digest());
    CompiledRelease next = releases.compiled(digest);
    if (next != live.get()) {
      live.goLive(next);
    }
    history.after(today).stream()
        .filter(step -> today.plusDays(1).equals(step.startOn()))
        .forEach(step -> ready(step.release()));
  }

  private void ready(String digest) {
    try {
      releases.compiled(digest);
    } catch (IllegalStateException damaged) {
      LOG.errorf("明天的发布无法读取 the release of tomorrow cannot be read: %s", damaged.getMessage());
    }
  }
}
