package huice.entry.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.Once;
import huice.casework.decision.Now;
import huice.entry.api.Caller;
import huice.model.Actor;
import huice.model.Text;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What every page with a form does: knows who asks and when, does the form's work once, and leads
 * to another page or shows the form again.
 */
@RequestScoped
public class Pages {
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
  private static final int UNPROCESSABLE = 422;

  private final Once once;
  private final Caller caller;
  private final Request request;
  private final UriInfo address;
  private final ObjectMapper json;
  private final Clock clock;

  Pages(
      Once once, Caller caller, Request request, UriInfo address, ObjectMapper json, Clock clock) {
    this.once = once;
    this.caller = caller;
    this.request = request;
    this.address = address;
    this.json = json;
    this.clock = clock;
  }

  public Actor actor() {
    return caller.actor();
  }

  public Now now() {
    Instant at = clock.instant();
    return new Now(at, LocalDate.ofInstant(at, clock.getZone()));
  }

  public LocalDate today() {
    return now().today();
  }

  /**
   * Does a form's work in one transaction under the form's key, then leads to the address that it
   * gives; sent again, leads there and does nothing. A form with faults, or whose work finds some,
   * is shown again with status 422; one that came too late with 409 and what changed.
   *
   * @param field the form's field that a pointer of {@link Invalid} stands for
   */
  public Response post(
      Form form,
      Supplier<String> work,
      UnaryOperator<String> field,
      Supplier<TemplateInstance> again) {
    if (form.faulty()) {
      return shown(UNPROCESSABLE, again);
    }
    try {
      Once.Answered answer =
          once.answer(
              actor(),
              form.key(),
              digest(form),
              clock.instant(),
              () -> new Once.Answered(Response.Status.SEE_OTHER.getStatusCode(), text(work.get())));
      return Response.seeOther(URI.create(address(answer.json()))).build();
    } catch (Invalid invalid) {
      form.faults(invalid, field);
      return shown(UNPROCESSABLE, again);
    } catch (Conflict conflict) {
      form.conflicts(conflict.what());
      return shown(Response.Status.CONFLICT.getStatusCode(), again);
    } catch (Once.KeyReused e) {
      return reused(form, again);
    }
  }

  /** As above, where pointers are the fields' names. */
  public Response post(Form form, Supplier<String> work, Supplier<TemplateInstance> again) {
    return post(form, work, pointer -> pointer.replaceFirst("^/", ""), again);
  }

  /**
   * As {@link #post}, for work whose answer a page tells at once; sent again, the same is told. The
   * answer is kept, so it holds no personal data.
   */
  public <T> Response tell(
      Form form,
      Class<T> type,
      Supplier<T> work,
      Function<T, TemplateInstance> page,
      Supplier<TemplateInstance> again) {
    if (form.faulty()) {
      return shown(UNPROCESSABLE, again);
    }
    try {
      Once.Answered answer =
          once.answer(
              actor(),
              form.key(),
              digest(form),
              clock.instant(),
              () -> new Once.Answered(Response.Status.OK.getStatusCode(), written(work.get())));
      T told = json.readValue(answer.json(), type);
      return shown(answer.status(), () -> page.apply(told));
    } catch (Invalid invalid) {
      form.faults(invalid, pointer -> pointer.replaceFirst("^/", ""));
      return shown(UNPROCESSABLE, again);
    } catch (Conflict conflict) {
      form.conflicts(conflict.what());
      return shown(Response.Status.CONFLICT.getStatusCode(), again);
    } catch (Once.KeyReused e) {
      return reused(form, again);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks whether something may be done, and shows what comes before it; a form whose work would
   * find a fault or come too late is shown again.
   */
  public <T> Response look(
      Form form, Supplier<T> look, Function<T, Response> page, Supplier<TemplateInstance> again) {
    try {
      return page.apply(look.get());
    } catch (Invalid invalid) {
      form.faults(invalid, pointer -> pointer.replaceFirst("^/", ""));
      return shown(UNPROCESSABLE, again);
    } catch (Conflict conflict) {
      form.conflicts(conflict.what());
      return shown(Response.Status.CONFLICT.getStatusCode(), again);
    }
  }

  /**
   * Does the work of a form that anybody may send, and shows what came of it. Nothing is kept for
   * sending it again: that is the work's own affair.
   */
  public Response open(
      Form form, Supplier<TemplateInstance> work, Supplier<TemplateInstance> again) {
    if (form.faulty()) {
      return shown(UNPROCESSABLE, again);
    }
    try {
      TemplateInstance done = work.get();
      return shown(Response.Status.OK.getStatusCode(), () -> done);
    } catch (Invalid invalid) {
      form.faults(invalid, pointer -> pointer.replaceFirst("^/", ""));
      return shown(UNPROCESSABLE, again);
    } catch (Conflict conflict) {
      form.conflicts(conflict.what());
      return shown(Response.Status.CONFLICT.getStatusCode(), again);
    }
  }

  private static Response reused(Form form, Supplier<TemplateInstance> again) {
    form.renewKey();
    form.conflicts(
        Text.of(
            "这张表已经提交过一次。要再办一件，请核对后再次提交。",
            "This form was sent before. To do it once more, check it and send it again."));
    return shown(Response.Status.CONFLICT.getStatusCode(), again);
  }

  /** A page, or a part of one, with a status. */
  public static Response shown(int status, Supplier<TemplateInstance> page) {
    return Response.status(status).type(HTML).entity(page.get().render()).build();
  }

  private String text(String see) {
    return written(Map.of("see", see));
  }

  private String written(Object answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address(String answer) {
    try {
      return json.readTree(answer).path("see").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Field by field in a fixed order; the token may differ when the same form is sent again. */
  private byte[] digest(Form form) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((request.getMethod() + " " + address.getPath()).getBytes(StandardCharsets.UTF_8));
      TreeMap<String, Object> sorted = new TreeMap<>(form.sent());
      sorted.remove("csrf-token");
      return sha.digest(json.writeValueAsBytes(sorted));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
