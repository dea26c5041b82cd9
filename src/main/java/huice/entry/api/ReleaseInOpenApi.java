package huice.entry.api;

import huice.casework.LiveRelease;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Release;
import huice.model.TestCase;
import huice.policy.CaseWriter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes the interface by the release of the moment: the body's schema from the dictionary, its
 * examples from the test cases. Runs at every request for the description, so that a fact added to
 * the dictionary is described without a line of Java.
 */
@ApplicationScoped
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ReleaseInOpenApi implements OASFilter {
  private static final String CHECK = "check";

  /** What is sent to be answered only: nothing is written that must not be written twice. */
  private static final Set<String> ASKED_BY_BODY = Set.of(CHECK, "findPerson");

  private static final List<ProblemKind> READING = List.of(ProblemKind.INTERNAL);
  private static final List<ProblemKind> ASKING =
      List.of(ProblemKind.QUERY, ProblemKind.NOT_FOUND, ProblemKind.INTERNAL);
  private static final List<ProblemKind> SENDING =
      List.of(
          ProblemKind.MALFORMED,
          ProblemKind.TOO_LARGE,
          ProblemKind.BODY_FORM,
          ProblemKind.CASE,
          ProblemKind.TOO_MANY,
          ProblemKind.BUSY,
          ProblemKind.INTERNAL);
  private static final List<ProblemKind> WRITING =
      List.of(
          ProblemKind.MALFORMED,
          ProblemKind.NOT_FOUND,
          ProblemKind.CONFLICT,
          ProblemKind.TOO_LARGE,
          ProblemKind.BODY_FORM,
          ProblemKind.INVALID,
          ProblemKind.INTERNAL);
  private static final List<ProblemKind> WITH_A_ROLE =
      List.of(ProblemKind.SIGN_IN, ProblemKind.NOT_YOURS, ProblemKind.TOO_MANY);

  private final LiveRelease live;

  ReleaseInOpenApi(LiveRelease live) {
    this.live = live;
  }

  @Override
  public void filterOpenAPI(OpenAPI description) {
    CompiledRelease release = live.get();
    CaseSchemas.of(release.source().dictionary()).forEach(description.getComponents()::addSchema);
    description
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().forEach((verb, call) -> call(call, verb, release)));
  }

  private static void call(Operation call, PathItem.HttpMethod verb, CompiledRelease release) {
    if (CHECK.equals(call.getOperationId())) {
      refusals(call, SENDING);
      examples(call, release.source());
      schemes(call, release);
    } else if (verb == PathItem.HttpMethod.GET) {
      refusals(call, asks(call) ? ASKING : READING);
    } else {
      refusals(call, WRITING);
      if (!ASKED_BY_BODY.contains(call.getOperationId())) {
        call.addParameter(key());
      }
    }
    if (call.getSecurity() != null && !call.getSecurity().isEmpty()) {
      refusals(call, WITH_A_ROLE);
    }
  }

  private static boolean asks(Operation operation) {
    return operation.getParameters() != null && !operation.getParameters().isEmpty();
  }

  private static Parameter key() {
    return OASFactory.createParameter()
        .name(Writes.KEY)
        .in(Parameter.In.HEADER)
        .required(true)
        .description(
            "本次请求自选的编号；同一编号再发只答复、不重办。"
                + " A number of the caller's own: sent again, the call is answered and not done again.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).pattern("^[!-~]{1,100}$"));
  }

  /** The parameter {@code schemes} takes the ids there are, with commas between. */
  private static void schemes(Operation operation, CompiledRelease release) {
    List<Object> ids = release.schemes().stream().<Object>map(SchemeInfo::id).toList();
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getName().equals("schemes")) {
        parameter
            .style(Parameter.Style.FORM)
            .explode(false)
            .schema(
                OASFactory.createSchema()
                    .addType(SchemaType.ARRAY)
                    .items(OASFactory.createSchema().addType(SchemaType.STRING).enumeration(ids)));
      }
    }
  }

  private static void examples(Operation operation, Release release) {
    Map<String, Example> examples = new LinkedHashMap<>();
    for (TestCase test : release.cases()) {
      examples.computeIfAbsent(
          test.scheme(),
          scheme ->
              OASFactory.createExample()
                  .summary(scheme + ": " + test.name())
                  .value(CaseWriter.of(test.given())));
    }
    for (MediaType body : operation.getRequestBody().getContent().getMediaTypes().values()) {
      body.setExamples(examples);
    }
  }

  private static void refusals(Operation operation, List<ProblemKind> kinds) {
    for (ProblemKind kind : kinds) {
      operation.getResponses().addAPIResponse(Integer.toString(kind.status()), refusal(kind));
    }
  }

  private static APIResponse refusal(ProblemKind kind) {
    return OASFactory.createAPIResponse()
        .description(kind.title().both())
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemDetails.TYPE,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"))));
  }
}
