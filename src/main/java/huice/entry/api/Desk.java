package huice.entry.api;

import huice.casework.decision.Now;
import huice.model.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** What every writing call on applications does: reads its body, knows who calls and when. */
@RequestScoped
class Desk {
  private final Writes writes;
  private final JsonBody bodies;
  private final Caller caller;
  private final Clock clock;

  Desk(Writes writes, JsonBody bodies, Caller caller, Clock clock) {
    this.writes = writes;
    this.bodies = bodies;
    this.caller = caller;
    this.clock = clock;
  }

  Actor actor() {
    return caller.actor();
  }

  Now now() {
    Instant at = clock.instant();
    return new Now(at, LocalDate.ofInstant(at, clock.getZone()));
  }

  /** Does something once, with the body it needs. */
  <T extends Record> Response done(
      HttpHeaders headers, SentBody body, Class<T> type, Function<T, Object> work) {
    return writes.once(
        headers, body, () -> Writes.Answer.ok(work.apply(Whole.of(bodies.read(body, type)))));
  }

  /** As {@link #done}, for what makes something new. */
  <T extends Record> Response made(
      HttpHeaders headers, SentBody body, Class<T> type, Function<T, Object> work) {
    return writes.once(
        headers, body, () -> Writes.Answer.created(work.apply(Whole.of(bodies.read(body, type)))));
  }
}
