package huice.entry.page.open;

import huice.casework.Absent;
import huice.casework.LiveRelease;
import huice.casework.complaint.Complaints;
import huice.casework.decision.Periods;
import huice.casework.decision.Settings;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Pack;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The register of rules in force on a day (R13), and a guide to each of them. */
@Path("/policies")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class GuidePages {
  private final LiveRelease live;
  private final Complaints complaints;
  private final Settings settings;
  private final Pages pages;

  GuidePages(LiveRelease live, Complaints complaints, Settings settings, Pages pages) {
    this.live = live;
    this.complaints = complaints;
    this.settings = settings;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "open")
  static class Templates {
    private Templates() {}

    static native TemplateInstance policies(View view, Form form);

    static native TemplateInstance guide(Guide guide, List<String> offices, Periods periods);
  }

  /** The register on a day; {@code notInForce}: schemes without a version then. */
  record View(LocalDate on, String release, List<PackList> packs, List<Boards.Entry> notInForce) {}

  /** A policy with its schemes of the day. */
  record PackList(Pack pack, List<Boards.Entry> schemes) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance policies(@QueryParam("on") @Nullable String on) {
    CompiledRelease release = live.get();
    Form form = Form.blank().with("on", on);
    LocalDate day = day(form);
    List<PackList> packs =
        release.source().packs().stream().map(pack -> list(release, pack, day)).toList();
    List<Boards.Entry> others =
        release.schemes().stream()
            .filter(s -> !Boards.inForce(s, day))
            .map(Boards.Entry::of)
            .toList();
    return Templates.policies(new View(day, release.digest(), packs, others), form);
  }

  private static PackList list(CompiledRelease release, Pack pack, LocalDate day) {
    return new PackList(
        pack,
        release.schemes().stream()
            .filter(s -> s.pack().equals(pack.id()) && Boards.inForce(s, day))
            .map(Boards.Entry::of)
            .toList());
  }

  /** The day that was asked about; today where none was, or what was typed is none. */
  private LocalDate day(Form form) {
    LocalDate today = pages.today();
    LocalDate day = form.optionalDay("on", today.plusYears(20));
    return day == null || form.faulty() ? today : day;
  }

  @GET
  @Path("{scheme}")
  @Operation(hidden = true)
  public TemplateInstance guide(
      @PathParam("scheme") String id, @QueryParam("on") @Nullable String on) {
    CompiledRelease release = live.get();
    LocalDate day = day(Form.blank().with("on", on));
    SchemeInfo info =
        release.schemes().stream()
            .filter(s -> s.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Absent(Text.of("没有这个项目。", "There is no such scheme.")));
    return Templates.guide(Guides.of(release, info, day), complaints.offices(), settings.periods());
  }
}
