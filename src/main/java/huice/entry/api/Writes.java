package huice.entry.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Once;
import huice.model.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Every writing call goes through here: with the header {@code Idempotency-Key} a call that is sent
 * again, because its answer got lost, is answered and not done again. For worker threads.
 */
@ApplicationScoped
public class Writes {
  /** The header's name. */
  public static final String KEY = "Idempotency-Key";

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,100}");

  private final Once once;
  private final Caller caller;
  private final Request request;
  private final UriInfo address;
  private final ObjectMapper json;
  private final Clock clock;

  Writes(
      Once once, Caller caller, Request request, UriInfo address, ObjectMapper json, Clock clock) {
    this.once = once;
    this.caller = caller;
    this.request = request;
    this.address = address;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What a call answers.
   *
   * @param status of HTTP
   * @param json anything Jackson writes, or the bytes of a JSON text
   */
  public record Answer(int status, Object json) {
    /** Something new exists. */
    public static Answer created(Object json) {
      return new Answer(201, json);
    }

    /** It is done. */
    public static Answer ok(Object json) {
      return new Answer(200, json);
    }
  }

  Response once(HttpHeaders headers, SentBody body, Supplier<Answer> work) {
    return once(headers, body.bytes(), work);
  }

  /** A call without a body. */
  Response once(HttpHeaders headers, Supplier<Answer> work) {
    return once(headers, new byte[0], work);
  }

  /**
   * Does the work in one transaction that also keeps its answer; or answers as before.
   *
   * @throws Refused when the header is missing, or was used for another request
   */
  Response once(HttpHeaders headers, byte[] body, Supplier<Answer> work) {
    String key = key(headers.getRequestHeader(KEY));
    try {
      Once.Answered answer =
          once.answer(caller.actor(), key, digest(body), clock.instant(), () -> run(work));
      return Response.status(answer.status())
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(answer.json().getBytes(StandardCharsets.UTF_8))
          .build();
    } catch (Once.KeyReused e) {
      throw refused(ProblemKind.KEY_REUSED);
    }
  }

  /**
   * The one key of a call.
   *
   * @throws Refused when there is none, or more than one, or it is none
   */
  static String key(List<String> sent) {
    if (sent.size() != 1 || !VISIBLE.matcher(sent.get(0)).matches()) {
      throw refused(ProblemKind.KEY);
    }
    return sent.get(0);
  }

  private static Refused refused(ProblemKind kind) {
    Text remedy = kind.remedy();
    return new Refused(kind, remedy, List.of());
  }

  private Once.Answered run(Supplier<Answer> work) {
    Answer answer = work.get();
    return new Once.Answered(answer.status(), text(answer.json()));
  }

  private String text(Object answer) {
    if (answer instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A body can hold no line break before the address ends: the parts cannot run into another. */
  private byte[] digest(byte[] body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String call = request.getMethod() + " " + address.getRequestUri().getRawSchemeSpecificPart();
      sha.update((call + "\n").getBytes(StandardCharsets.UTF_8));
      return sha.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
