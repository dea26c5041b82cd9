package huice.entry.page.open;

import huice.casework.OfficeFile;
import huice.casework.vacancy.Fairs;
import huice.casework.vacancy.Reach;
import huice.casework.vacancy.Vacancies;
import huice.casework.vacancy.VacancyView;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Vacancies for everybody, by the skill and the distance that whoever looks chooses. */
@Path("/jobs")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class JobsPage {
  private static final int FAIRS_AHEAD = 60;

  private final Vacancies vacancies;
  private final Fairs fairs;
  private final Boards boards;
  private final OfficeFile office;
  private final Pages pages;

  JobsPage(Vacancies vacancies, Fairs fairs, Boards boards, OfficeFile office, Pages pages) {
    this.vacancies = vacancies;
    this.fairs = fairs;
    this.boards = boards;
    this.office = office;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "open")
  static class Templates {
    private Templates() {}

    static native TemplateInstance jobs(View view, Form form);

    static native TemplateInstance job(VacancyView job, LocalDate today);
  }

  /** What the page shows. {@code chosen}: whether anything was chosen. */
  record View(
      LocalDate today,
      boolean chosen,
      List<VacancyView> jobs,
      List<Fairs.View> fairs,
      Boards.Board board,
      List<Option> skills,
      List<Option> reaches) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance jobs(
      @QueryParam("skill") @Nullable String skill,
      @QueryParam("near") @Nullable String near,
      @QueryParam("township") @Nullable String township) {
    LocalDate today = pages.today();
    String wanted = skill != null && office.skills().containsKey(skill) ? skill : null;
    Reach most =
        Arrays.stream(Reach.values()).filter(r -> r.id().equals(near)).findFirst().orElse(null);
    String place = township == null || township.isBlank() ? null : township.strip();
    Form form =
        Form.blank()
            .with("skill", wanted == null ? "" : wanted)
            .with("near", most == null ? "" : most.id())
            .with("township", most == Reach.TOWNSHIP ? place : null);
    return Templates.jobs(
        new View(
            today,
            wanted != null || most != null,
            vacancies.open(new Vacancies.Wanted(wanted, most, place), today),
            fairs.coming(today, FAIRS_AHEAD),
            boards.of("jobs", today).orElseThrow(),
            skills(office),
            reaches()),
        form);
  }

  private static List<Option> skills(OfficeFile office) {
    List<Option> skills = new ArrayList<>(List.of(Option.of("", "都可以", "any")));
    office.skills().forEach((id, label) -> skills.add(new Option(id, label)));
    return skills;
  }

  private static List<Option> reaches() {
    List<Option> reaches = new ArrayList<>(List.of(Option.of("", "远近都可以", "any distance")));
    for (Reach reach : Reach.values()) {
      reaches.add(new Option(reach.id(), reach.most()));
    }
    return reaches;
  }

  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance job(@PathParam("id") UUID id) {
    LocalDate today = pages.today();
    return Templates.job(vacancies.shown(id, today), today);
  }
}
