package huice.entry.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many checks a client address may ask for: so many a minute, all at once or spread. One number
 * is kept for an address, the moment up to which its share is used. Without locks; safe to use from
 * all threads.
 */
@Singleton
class CheckLimit {
  private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
  private static final int MOST_ADDRESSES = 20_000;

  private final long each;
  private final LongSupplier nanos;
  private final Cache<String, AtomicLong> used;

  /**
   * @param perMinute 0 for no limit
   */
  @Inject
  CheckLimit(@ConfigProperty(name = "huice.checks-per-minute") int perMinute) {
    this(perMinute, System::nanoTime);
  }

  CheckLimit(int perMinute, LongSupplier nanos) {
    this.each = perMinute <= 0 ? 0 : Math.max(1, WINDOW / perMinute);
    this.nanos = nanos;
    this.used =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .ticker(nanos::getAsLong)
            .build();
  }

  /** Seconds that this address has to wait; 0 when it may ask now, which then counts. */
  long wait(String address) {
    if (each == 0) {
      return 0;
    }
    long now = nanos.getAsLong();
    AtomicLong mine = used.get(address, first -> new AtomicLong(now));
    while (true) {
      long before = mine.get();
      long after = Math.max(before - now, 0) + each;
      if (after > WINDOW) {
        return TimeUnit.NANOSECONDS.toSeconds(after - WINDOW - 1) + 1;
      }
      if (mine.compareAndSet(before, now + after)) {
        return 0;
      }
    }
  }
}
