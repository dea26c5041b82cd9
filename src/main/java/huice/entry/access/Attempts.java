package huice.entry.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often signing in has failed, by account name and by client address. After so many failures
 * each further one makes the next attempt wait twice as long, up to a limit; nobody is locked out
 * for good. What is remembered is forgotten after a while and bounded in number. Safe to use from
 * all threads.
 */
@Singleton
class Attempts {
  private static final int MOST = 20_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  /** A stranger's guesses must not keep an account's owner out for long. */
  private static final Limit NAME = new Limit(10, Duration.ofMinutes(1));

  /** A whole office may come from one address. */
  private static final Limit ADDRESS = new Limit(50, Duration.ofMinutes(10));

  private final LongSupplier nanos;
  private final Cache<String, Failures> names;
  private final Cache<String, Failures> addresses;

  /** So many failures are free; no wait is longer than this. */
  private record Limit(int free, Duration longest) {
    long wait(int failures) {
      int doubled = Math.min(failures - free - 1, 20);
      return doubled < 0 ? 0 : Math.min(TimeUnit.SECONDS.toNanos(1L << doubled), longest.toNanos());
    }
  }

  /** So many; the next attempt is heard from {@code until} on, by the nanosecond clock. */
  private record Failures(int count, long until) {
    Failures less(long now) {
      int left = count - 1;
      return new Failures(left, Math.min(until - now, ADDRESS.wait(left)) + now);
    }
  }

  @Inject
  Attempts() {
    this(System::nanoTime);
  }

  Attempts(LongSupplier nanos) {
    this.nanos = nanos;
    this.names = cache(nanos);
    this.addresses = cache(nanos);
  }

  private static Cache<String, Failures> cache(LongSupplier nanos) {
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterWrite(REMEMBERED)
        .ticker(nanos::getAsLong)
        .build();
  }

  /**
   * Counts an attempt as failed before it is looked at, so that many at once do not slip through;
   * {@link #right} takes it back.
   *
   * @throws TooManyAttempts when the name or the address has to wait
   */
  void begin(String name, String address) {
    long now = nanos.getAsLong();
    long wait = Math.max(left(names, name, now), left(addresses, address, now));
    if (wait > 0) {
      throw new TooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(wait - 1) + 1);
    }
    count(names, name, NAME, now);
    count(addresses, address, ADDRESS, now);
  }

  /** The attempt was right: the name's failures are forgotten, the address' others stay. */
  void right(String name, String address) {
    names.invalidate(name);
    long now = nanos.getAsLong();
    addresses.asMap().computeIfPresent(address, (same, counted) -> counted.less(now));
  }

  private static long left(Cache<String, Failures> cache, String key, long now) {
    Failures failures = cache.getIfPresent(key);
    return failures == null ? 0 : failures.until() - now;
  }

  private static void count(Cache<String, Failures> cache, String key, Limit limit, long now) {
    cache
        .asMap()
        .compute(
            key,
            (same, before) -> {
              int count = before == null ? 1 : before.count() + 1;
              return new Failures(count, now + limit.wait(count));
            });
  }
}
