package huice.entry;

import huice.casework.Accounts;
import huice.casework.Conflict;
import huice.casework.run.Runs;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Every night assesses what changed, as the account that is named for it; without one, nothing. */
@Singleton
final class NightlyRun {
  private static final Logger LOG = Logger.getLogger(NightlyRun.class);

  private final Runs runs;
  private final Accounts accounts;
  private final Clock clock;
  private final Optional<String> account;

  NightlyRun(
      Runs runs,
      Accounts accounts,
      Clock clock,
      @ConfigProperty(name = "huice.runs.account") Optional<String> account) {
    this.runs = runs;
    this.accounts = accounts;
    this.clock = clock;
    this.account = account;
  }

  @Scheduled(
      cron = "0 0 1 * * ?",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void night() {
    account.flatMap(accounts::named).ifPresent(this::run);
  }

  private void run(Accounts.Open by) {
    try {
      runs.begin(by.actor(), new Runs.Order(LocalDate.now(clock), null, false), clock);
    } catch (Conflict e) {
      LOG.info("全县测算正在进行 a county run is under way already");
    }
  }
}
