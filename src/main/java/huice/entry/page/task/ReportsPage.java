package huice.entry.page.task;

import huice.casework.LiveRelease;
import huice.casework.decision.Confirmations;
import huice.casework.report.Disparity;
import huice.casework.report.Reports;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A month in numbers in which nobody can be found again. */
@Path("/desk/reports")
@Blocking
@RolesAllowed({"certifier", "policy-officer", "auditor"})
@Produces("text/html; charset=UTF-8")
public class ReportsPage {
  private final Reports reports;
  private final Disparity disparity;
  private final Confirmations confirmations;
  private final LiveRelease live;
  private final Pages pages;

  ReportsPage(
      Reports reports,
      Disparity disparity,
      Confirmations confirmations,
      LiveRelease live,
      Pages pages) {
    this.reports = reports;
    this.disparity = disparity;
    this.confirmations = confirmations;
    this.live = live;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "tasks")
  static class Templates {
    private Templates() {}

    static native TemplateInstance reports(View view, Form form);
  }

  /** {@code whole}: who looks at how offices decide sees the last two parts too. */
  record View(
      YearMonth month,
      LocalDate from,
      LocalDate to,
      Reports.Monthly monthly,
      Reports.Courses courses,
      boolean whole,
      List<Confirmed> confirmations,
      Disparity.@Nullable View disparity) {}

  record Confirmed(String scheme, Confirmations.Line line) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance page(@QueryParam("month") @Nullable String word) {
    Actor actor = pages.actor();
    YearMonth month = month(word);
    LocalDate from = month.atDay(1);
    LocalDate to = month.atEndOfMonth();
    boolean whole = actor.role() != Role.CERTIFIER;
    Map<String, String> titles =
        live.get().schemes().stream()
            .collect(Collectors.toMap(SchemeInfo::id, SchemeInfo::title, (a, b) -> a));
    List<Confirmed> confirmed =
        whole
            ? confirmations.report(from, to, actor, pages.now()).stream()
                .map(line -> new Confirmed(titles.getOrDefault(line.scheme(), line.scheme()), line))
                .toList()
            : List.of();
    return Templates.reports(
        new View(
            month,
            from,
            to,
            reports.monthly(month, actor, pages.now()),
            reports.courses(from, to, actor, pages.now()),
            whole,
            confirmed,
            whole ? disparity.of(from, to, actor, pages.now()) : null),
        Form.blank().with("month", month.toString()));
  }

  /** A word that is no month is as good as none. */
  private YearMonth month(@Nullable String word) {
    YearMonth now = YearMonth.from(pages.today());
    try {
      YearMonth asked = word == null ? now : YearMonth.parse(word.strip());
      return asked.getYear() < 1900 || asked.isAfter(now) ? now : asked;
    } catch (DateTimeException e) {
      return now;
    }
  }
}
