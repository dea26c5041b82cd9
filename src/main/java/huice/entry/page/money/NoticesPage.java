package huice.entry.page.money;

import huice.casework.money.Notices;
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

/** What is shown publicly today, and nothing of what was taken down. */
@Path("/notices")
@Blocking
@Produces("text/html; charset=UTF-8")
public class NoticesPage {
  private final Notices notices;
  private final Pages pages;

  NoticesPage(Notices notices, Pages pages) {
    this.notices = notices;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "money")
  static class Templates {
    private Templates() {}

    static native TemplateInstance notices(LocalDate today, List<Notices.View> notices);
  }

  @GET
  @PermitAll
  @Operation(hidden = true)
  public TemplateInstance notices() {
    return Templates.notices(pages.today(), notices.up(pages.today()));
  }
}
