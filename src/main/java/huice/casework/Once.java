package huice.casework;

import huice.model.Actor;
import huice.model.Text;
import huice.store.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does a writing call once, however often it is sent: its effects and its answer become permanent
 * together, and a call sent again gets that answer. Safe to use from all threads.
 */
@ApplicationScoped
public class Once {
  private final Answers answers;

  Once(Answers answers) {
    this.answers = answers;
  }

  /** What was answered: a status of HTTP and a JSON text. */
  public record Answered(int status, String json) {}

  /** The key was used before, for another request. */
  public static final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyReused() {
      super("the key was used for another request", null, false, false);
    }
  }

  /**
   * The answer to a call. When the work throws, nothing is kept and the key stays free. Two calls
   * under one key at the same time: the second waits for the first.
   *
   * @param request a digest of all that makes this call differ from another
   * @throws KeyReused when the key belongs to another request of this account
   * @throws Conflict when the first call takes too long to be waited for
   */
  @Transactional
  public Answered answer(
      Actor actor, String key, byte[] request, Instant at, Supplier<Answered> work) {
    if (!answers.reserve(actor.id(), key)) {
      throw new Conflict(
          Text.of("同一请求正在处理中，请稍后再发。", "The same request is being worked on; send it again later."));
    }
    Optional<Answers.Kept> before = answers.find(actor.id(), key);
    if (before.isPresent()) {
      Answers.Kept kept = before.get();
      if (!Arrays.equals(kept.request(), request)) {
        throw new KeyReused();
      }
      return new Answered(kept.status(), kept.json());
    }
    Answered answer = work.get();
    answers.keep(actor.id(), key, new Answers.Kept(request, answer.status(), answer.json()), at);
    return answer;
  }

  /** Drops the answers given before a moment: nobody sends those calls again. */
  @Transactional
  public void forget(Instant before) {
    answers.forget(before);
  }
}
