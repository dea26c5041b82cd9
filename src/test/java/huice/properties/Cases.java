package huice.properties;

import huice.model.Case;
import huice.twin.RandomCases;
import huice.twin.Shipped;
import huice.twin.Workers;

/** Where the properties take their cases from: plausible workers and random facts in turn. */
final class Cases {
  private Cases() {}

  /** Everything about everyone is known; some of it, of every fourth case, on doubtful evidence. */
  static Case full(RandomCases random, long seed) {
    return seed % 2 == 0
        ? new Workers(Shipped.release().dictionary(), seed).next()
        : random.full(seed % 4 == 1);
  }

  static Case full(long seed) {
    return full(random(seed), seed);
  }

  /** Much, but not all, is known. */
  static Case partial(long seed) {
    RandomCases random = random(seed);
    return random.degraded(full(random, seed), 4 << seed / 2 % 5);
  }

  static RandomCases random(long seed) {
    return new RandomCases(Shipped.release().dictionary(), seed);
  }
}
