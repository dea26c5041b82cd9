package huice.entry;

import huice.casework.LogHeads;
import huice.casework.Once;
import huice.casework.counter.Drafts;
import huice.casework.decision.Now;
import huice.casework.task.TaskMaking;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** What is done when a day is over, or at the next start when the service was off by then. */
@Singleton
final class Nights {
  private static final Duration ANSWERS_KEPT = Duration.ofDays(1);

  private final LogHeads heads;
  private final Once once;
  private final Drafts drafts;
  private final TaskMaking tasks;
  private final Clock clock;

  Nights(LogHeads heads, Once once, Drafts drafts, TaskMaking tasks, Clock clock) {
    this.heads = heads;
    this.once = once;
    this.drafts = drafts;
    this.tasks = tasks;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    heads.closeDayBefore(clock.instant());
  }

  @Scheduled(
      cron = "30 0 0 * * ?",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void midnight() {
    heads.closeDayBefore(clock.instant());
    once.forget(clock.instant().minus(ANSWERS_KEPT));
    drafts.forget(clock.instant());
  }

  /** After midnight's release is live. */
  @Scheduled(
      cron = "0 10 0 * * ?",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void worklist() {
    tasks.night(new Now(clock.instant(), LocalDate.now(clock)));
  }
}
