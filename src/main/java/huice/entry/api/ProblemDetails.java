package huice.entry.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import huice.casework.Invalid;
import huice.model.Text;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer that tells what was wrong (RFC 9457). It never repeats a value that was sent: names of
 * fields and places only.
 */
@Schema(
    name = "Problem",
    description =
        "出了什么问题（RFC 9457）；不回显所发送的值。 What was wrong (RFC 9457); values sent are never repeated.")
@JsonPropertyOrder({
  "type",
  "title",
  "titleEn",
  "status",
  "detail",
  "detailEn",
  "instance",
  "version",
  "errors"
})
public record ProblemDetails(
    @Schema(description = "问题的种类，见 /problems。 The kind of problem, see /problems.") String type,
    String title,
    String titleEn,
    int status,
    String detail,
    String detailEn,
    @Schema(description = "内部错误的编号。 The number of an internal error.") @Nullable String instance,
    @Schema(description = "发生变化的内容现在的版本。 The present version of what has changed.")
        @Nullable Long version,
    @Schema(description = "全部错误。 All faults.") List<Fault> errors) {
  static final String TYPE = "application/problem+json";
  static final MediaType MEDIA_TYPE = MediaType.valueOf(TYPE);
  private static final int RETRY_AFTER_SECONDS = 2;

  /**
   * One fault: a place in the body ({@code pointer}; line and column where known) or a query
   * parameter, what is wrong and what to send instead.
   */
  @Schema(name = "Fault")
  public record Fault(
      @Schema(
              description = "请求体中的位置（RFC 6901）。 The place in the body (RFC 6901).",
              examples = "/on")
          @Nullable String pointer,
      @Schema(description = "查询参数名。 The query parameter.") @Nullable String parameter,
      @Nullable Integer line,
      @Nullable Integer column,
      String detail,
      String detailEn,
      String instead,
      String insteadEn) {

    static Fault inBody(String pointer, @Nullable Integer line, Text what, Text instead) {
      return new Fault(pointer, null, line, null, what.zh(), what.en(), instead.zh(), instead.en());
    }

    static Fault of(Invalid.Fault fault) {
      return inBody(fault.pointer(), null, fault.what(), fault.instead());
    }

    static Fault inText(int line, int column, Text what, Text instead) {
      return new Fault(null, null, line, column, what.zh(), what.en(), instead.zh(), instead.en());
    }

    static Fault inQuery(String parameter, Text what, Text instead) {
      return new Fault(
          null, parameter, null, null, what.zh(), what.en(), instead.zh(), instead.en());
    }
  }

  public ProblemDetails {
    errors = List.copyOf(errors);
  }

  static ProblemDetails of(ProblemKind kind, Text detail) {
    return of(kind, detail, List.of());
  }

  static ProblemDetails of(ProblemKind kind, Text detail, List<Fault> errors) {
    return new ProblemDetails(
        kind.type(),
        kind.title().zh(),
        kind.title().en(),
        kind.status(),
        detail.zh(),
        detail.en(),
        null,
        null,
        errors);
  }

  /** The same problem under an incident's number. */
  ProblemDetails under(String incident) {
    return new ProblemDetails(
        type, title, titleEn, status, detail, detailEn, "urn:uuid:" + incident, version, errors);
  }

  /** The same problem with the present version of what has changed. */
  ProblemDetails at(@Nullable Long present) {
    return new ProblemDetails(
        type, title, titleEn, status, detail, detailEn, instance, present, errors);
  }

  Response.ResponseBuilder response() {
    Response.ResponseBuilder answer = Response.status(status).type(MEDIA_TYPE).entity(this);
    if (status == ProblemKind.BUSY.status()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    // What is left of a body that is too large is not read.
    return status == ProblemKind.TOO_LARGE.status() ? answer.header("Connection", "close") : answer;
  }
}
