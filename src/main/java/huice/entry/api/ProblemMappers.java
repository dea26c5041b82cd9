package huice.entry.api;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.entry.access.TooManyAttempts;
import huice.model.Text;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what can go wrong into answers: one method a kind, and a last one for our own faults. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int FRAMES = 12;
  private static final String SIGN_IN_PAGE = "/sign-in";

  private final AllowedMethods methods;

  ProblemMappers(AllowedMethods methods) {
    this.methods = methods;
  }

  @ServerExceptionMapper
  Response refused(Refused refused) {
    return refused.problem().response().build();
  }

  @ServerExceptionMapper
  Response conflict(Conflict conflict) {
    return ProblemDetails.of(ProblemKind.CONFLICT, conflict.what())
        .at(conflict.version())
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowed refusal) {
    return ProblemDetails.of(ProblemKind.NOT_ALLOWED, refusal.why()).response().build();
  }

  @ServerExceptionMapper
  Response invalid(Invalid invalid) {
    int count = invalid.faults().size();
    return ProblemDetails.of(
            ProblemKind.INVALID,
            Text.of("共 " + count + " 处错误。", "Faults: " + count + "."),
            invalid.faults().stream().map(ProblemDetails.Fault::of).toList())
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response absent(Absent absent) {
    return ProblemDetails.of(ProblemKind.NOT_FOUND, absent.what()).response().build();
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException absent) {
    return answer(ProblemKind.NOT_FOUND);
  }

  @ServerExceptionMapper
  Response method(NotAllowedException method, UriInfo address) {
    return problem(ProblemKind.METHOD)
        .response()
        .header(HttpHeaders.ALLOW, methods.of(address.getPath()))
        .build();
  }

  @ServerExceptionMapper
  Response answerForm(NotAcceptableException form) {
    return answer(ProblemKind.ANSWER_FORM);
  }

  @ServerExceptionMapper
  Response bodyForm(NotSupportedException form) {
    return answer(ProblemKind.BODY_FORM);
  }

  @ServerExceptionMapper
  Response signIn(UnauthorizedException nobody, UriInfo address, HttpHeaders headers) {
    return signIn(address, headers);
  }

  @ServerExceptionMapper
  Response signIn(AuthenticationFailedException failed, UriInfo address, HttpHeaders headers) {
    TooManyAttempts wait = failed.getCause() instanceof TooManyAttempts many ? many : null;
    if (address.getPath().equals(SIGN_IN_PAGE)) {
      return page(wait == null ? "?failed=1" : "?wait=" + wait.seconds());
    }
    return wait == null ? signIn(address, headers) : later(wait.seconds());
  }

  @ServerExceptionMapper
  Response later(TooMany wait) {
    return later(wait.seconds());
  }

  @ServerExceptionMapper
  Response notYours(ForbiddenException other) {
    return answer(ProblemKind.NOT_YOURS);
  }

  /**
   * Other refusals of the HTTP layer keep their status; whatever text they carry is not passed on.
   */
  @ServerExceptionMapper
  Response request(WebApplicationException other) {
    int status = other.getResponse().getStatus();
    if (status >= 500) {
      return failed(other);
    }
    ProblemDetails problem = problem(ProblemKind.REQUEST);
    return problem.response().status(status).build();
  }

  /** What is left: the database went away, or it is our own fault. */
  @ServerExceptionMapper
  Response failed(Throwable fault) {
    Optional<String> outage = Outage.of(fault);
    if (outage.isEmpty()) {
      return incident(fault);
    }
    LOG.warnf("数据库不可用 the database cannot be used: %s", outage.get());
    return answer(ProblemKind.UNAVAILABLE);
  }

  /** Our own fault: the log gets the number and where it happened, never a message with data. */
  private static Response incident(Throwable fault) {
    String number = UUID.randomUUID().toString();
    LOG.errorf("%s %s", number, where(fault));
    return problem(ProblemKind.INTERNAL).under(number).response().build();
  }

  /** Kinds and places of a failure and its causes, without their messages. */
  static String where(Throwable fault) {
    StringBuilder text = new StringBuilder();
    Throwable next = fault;
    for (int depth = 0; next != null && depth < 5; depth++, next = next.getCause()) {
      text.append(depth == 0 ? "" : "\n  caused by ").append(next.getClass().getName());
      text.append(
          Arrays.stream(next.getStackTrace())
              .limit(FRAMES)
              .map(frame -> "\n    at " + frame)
              .collect(Collectors.joining()));
    }
    return text.toString();
  }

  private static Response later(long seconds) {
    return problem(ProblemKind.TOO_MANY)
        .response()
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  /** A person is led to the form; a program is told how, but a browser's own box is kept away. */
  private static Response signIn(UriInfo address, HttpHeaders headers) {
    if (!address.getPath().startsWith("/api/") && asksForAPage(headers)) {
      return page("");
    }
    Response.ResponseBuilder answer = problem(ProblemKind.SIGN_IN).response();
    if (headers.getHeaderString("Sec-Fetch-Mode") == null) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Huice\", charset=\"UTF-8\"");
    }
    return answer.build();
  }

  private static Response page(String query) {
    return Response.seeOther(URI.create(SIGN_IN_PAGE + query)).build();
  }

  private static boolean asksForAPage(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
  }

  private static Response answer(ProblemKind kind) {
    return problem(kind).response().build();
  }

  private static ProblemDetails problem(ProblemKind kind) {
    return ProblemDetails.of(kind, kind.remedy());
  }
}
