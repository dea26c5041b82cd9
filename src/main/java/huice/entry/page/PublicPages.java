package huice.entry.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.LiveRelease;
import huice.engine.CompiledRelease;
import huice.entry.api.ProblemKind;
import huice.model.Problem;
import huice.model.Release;
import huice.policy.CaseWriter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that anybody may read: what this is, what it holds, what it does not. */
@Path("/")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class PublicPages {
  private final LiveRelease live;
  private final Clock clock;
  private final ObjectMapper json;

  PublicPages(LiveRelease live, Clock clock, ObjectMapper json) {
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "")
  static class Templates {
    private Templates() {}

    static native TemplateInstance about(
        List<PackView> packs,
        List<DeclinedView> declined,
        List<Problem> faults,
        String digest,
        LocalDate today,
        String address,
        String example);

    static native TemplateInstance clauses(List<PackView> packs);

    static native TemplateInstance problems(List<ProblemKind> kinds);
  }

  @GET
  @Path("about")
  @Operation(hidden = true)
  public TemplateInstance about(@Context UriInfo address) {
    CompiledRelease release = live.get();
    return Templates.about(
        PackView.all(release),
        DeclinedView.all(release.source()),
        live.faults(),
        release.digest(),
        LocalDate.now(clock),
        address.getBaseUri().toString().replaceAll("/$", ""),
        example(release.source()));
  }

  /** The smallest of the test cases, as it would be sent. */
  private String example(Release release) {
    return release.cases().stream()
        .map(test -> text(CaseWriter.of(test.given())))
        .min(Comparator.comparingInt(String::length))
        .orElse("{}");
  }

  private String text(Map<String, Object> given) {
    try {
      return json.writeValueAsString(given);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Path("clauses")
  @Operation(hidden = true)
  public TemplateInstance clauses() {
    return Templates.clauses(PackView.all(live.get()));
  }

  @GET
  @Path("problems")
  @Operation(hidden = true)
  public TemplateInstance problems() {
    return Templates.problems(List.of(ProblemKind.values()));
  }
}
