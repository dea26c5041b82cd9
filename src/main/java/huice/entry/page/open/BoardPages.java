package huice.entry.page.open;

import huice.casework.vacancy.Fairs;
import huice.entry.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The start for everybody, and what there is for who starts up or wants to learn. */
@Path("/")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class BoardPages {
  private static final int FAIRS_AHEAD = 60;

  private final Boards boards;
  private final Fairs fairs;
  private final Pages pages;

  BoardPages(Boards boards, Fairs fairs, Pages pages) {
    this.boards = boards;
    this.fairs = fairs;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "open")
  static class Templates {
    private Templates() {}

    static native TemplateInstance start(
        List<Boards.Board> boards, List<Fairs.View> fairs, LocalDate today);

    static native TemplateInstance board(Boards.Board board, LocalDate today);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance start() {
    LocalDate today = pages.today();
    return Templates.start(boards.all(today), fairs.coming(today, FAIRS_AHEAD), today);
  }

  @GET
  @Path("start-up")
  @Operation(hidden = true)
  public TemplateInstance startUp() {
    return board("start-up");
  }

  @GET
  @Path("courses")
  @Operation(hidden = true)
  public TemplateInstance courses() {
    return board("courses");
  }

  private TemplateInstance board(String id) {
    LocalDate today = pages.today();
    return Templates.board(boards.of(id, today).orElseThrow(), today);
  }
}
