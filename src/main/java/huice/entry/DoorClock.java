package huice.entry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock, for the doors only: rules get their dates as inputs. */
final class DoorClock {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemDefaultZone();
  }
}
