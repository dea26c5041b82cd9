package huice.entry.api;

import huice.casework.Absent;
import huice.casework.LiveRelease;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Relation;
import huice.model.Release;
import huice.model.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forms made from the dictionary: a fact added there is on them without programming. */
@Path("/api/forms")
@Tag(name = "facts")
@PermitAll
public class FormsResource {
  private final LiveRelease live;

  FormsResource(LiveRelease live) {
    this.live = live;
  }

  /**
   * The questions about one kind of thing, and those about the rows of its lists, by their entity.
   */
  public record Form(
      String release, FactList.EntityEntry entity, Map<String, FactList.EntityEntry> rows) {}

  @GET
  @Path("/{entity}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "form",
      summary = "一类记录的表格：问题、类型、选项、来源和材料 A form: questions, types, choices, sources, proofs")
  @APIResponse(responseCode = "200", description = "表格 The form")
  public Form form(@PathParam("entity") String id) {
    Release release = live.get().source();
    Dictionary dictionary = release.dictionary();
    Entity entity =
        dictionary
            .entity(id)
            .orElseThrow(
                () -> new Absent(Text.of("词典里没有这一类记录", "the dictionary has no such entity")));
    Map<String, FactList.EntityEntry> rows = new LinkedHashMap<>();
    collect(dictionary, entity, rows);
    return new Form(release.digest(), FactList.entry(entity), rows);
  }

  private static void collect(
      Dictionary dictionary, Entity entity, Map<String, FactList.EntityEntry> rows) {
    for (Relation relation : entity.relations()) {
      Entity other = dictionary.entities().get(relation.entity());
      if (other != null && !rows.containsKey(other.id())) {
        rows.put(other.id(), FactList.entry(other));
        collect(dictionary, other, rows);
      }
    }
  }
}
