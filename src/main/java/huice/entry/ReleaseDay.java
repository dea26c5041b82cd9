package huice.entry;

import huice.casework.ReleaseOfTheDay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at the calendar: makes the approved release of the day live at the start, and again every
 * few seconds, so that one that another process approved is taken up too.
 */
@ApplicationScoped
class ReleaseDay {
  private static final Logger LOG = Logger.getLogger(ReleaseDay.class);

  private final ReleaseOfTheDay release;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService looking;

  ReleaseDay(
      ReleaseOfTheDay release,
      Clock clock,
      @ConfigProperty(name = "huice.release-check", defaultValue = "10s") Duration every) {
    this.release = release;
    this.clock = clock;
    this.every = every;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    looking =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "huice-release");
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
  }

  /** After the folder was read. */
  void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) StartupEvent event) {
    release.begin(clock.instant(), LocalDate.now(clock));
    looking.scheduleWithFixedDelay(
        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whatever happens, the release before goes on and the next look comes. */
  private void look() {
    try {
      release.turn(LocalDate.now(clock));
    } catch (RuntimeException e) {
      LOG.errorf(e, "无法确定今天的发布，仍用原来的 the release of the day is not known, the old one goes on");
    }
  }

  void stop(@Observes ShutdownEvent event) {
    looking.shutdownNow();
  }
}
