package huice.entry.page.runs;

import huice.casework.run.Telling;
import huice.entry.page.Pages;
import huice.entry.page.counter.Tidings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** People of the office who may apply for something and can be told, in no order of merit. */
@Path("/desk/telling")
@Blocking
@Produces("text/html; charset=UTF-8")
public class TellingPage {
  private static final int SHOWN = 50;

  private final Telling telling;
  private final Pages pages;

  TellingPage(Telling telling, Pages pages) {
    this.telling = telling;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "runs")
  static class Templates {
    private Templates() {}

    static native TemplateInstance telling(List<Row> rows, @Nullable UUID next);
  }

  /** Somebody, masked, with what may be applied for. */
  record Row(UUID id, String name, String number, Tidings told) {}

  @GET
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance telling(@QueryParam("after") @Nullable UUID after) {
    List<Telling.ToTell> found = telling.office(pages.actor(), after, SHOWN, pages.now().at());
    List<Row> rows =
        found.stream()
            .filter(one -> !one.told().lines().isEmpty())
            .map(
                one ->
                    new Row(
                        one.person().id(),
                        Objects.requireNonNullElse(one.person().name(), "—"),
                        Objects.requireNonNullElse(one.person().number(), "—"),
                        Tidings.of(one.told())))
            .toList();
    return Templates.telling(
        rows, found.size() < SHOWN ? null : found.get(found.size() - 1).person().id());
  }
}
