package huice.entry.api;

import huice.casework.decision.Confirmations;
import huice.casework.report.Disparity;
import huice.casework.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What offices did, by scheme: small numbers are not shown, and there is no rank and no target. */
@Path("/api/reports")
@Tag(name = "reports", description = "报表 Reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  private final Reports reports;
  private final Disparity disparity;
  private final Confirmations confirmations;
  private final Desk desk;

  ReportsResource(Reports reports, Disparity disparity, Confirmations confirmations, Desk desk) {
    this.reports = reports;
    this.disparity = disparity;
    this.confirmations = confirmations;
    this.desk = desk;
  }

  @GET
  @Path("monthly")
  @RolesAllowed({"certifier", "policy-officer", "auditor"})
  @Operation(
      operationId = "monthlyReport",
      summary = "月报：各项目的人数和金额，小格不显示 People and sums by scheme, small cells not shown")
  public Reports.Monthly monthly(@QueryParam("month") @Nullable String month) {
    return reports.monthly(month(month), desk.actor(), desk.now());
  }

  @GET
  @Path("monthly.csv")
  @Produces(Tables.CSV)
  @RolesAllowed({"certifier", "policy-officer", "auditor"})
  @Operation(operationId = "monthlyReportTable", summary = "月报，CSV The same as a table")
  @APIResponse(responseCode = "200", description = "CSV")
  public Response monthlyTable(@QueryParam("month") @Nullable String month) {
    return Tables.answer(
        "csv",
        "monthly-" + month(month),
        ReportTables.monthly(reports.monthly(month(month), desk.actor(), desk.now())));
  }

  private YearMonth month(@Nullable String word) {
    return word == null ? YearMonth.from(desk.now().today()) : Words.month("month", word);
  }

  @GET
  @Path("applications")
  @RolesAllowed({"certifier", "policy-officer", "auditor"})
  @Operation(
      operationId = "applicationsReport",
      summary = "没有打开、停滞、撤回的申请 Applications unopened, stalled, withdrawn")
  public Reports.Courses applications(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return reports.courses(
        Words.day("from", from, FIRST), Words.day("to", to, LAST), desk.actor(), desk.now());
  }

  @GET
  @Path("applications.csv")
  @Produces(Tables.CSV)
  @RolesAllowed({"certifier", "policy-officer", "auditor"})
  @Operation(operationId = "applicationsReportTable", summary = "同上，CSV The same as a table")
  @APIResponse(responseCode = "200", description = "CSV")
  public Response applicationsTable(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return Tables.answer("csv", "reports-applied", ReportTables.courses(applications(from, to)));
  }

  @GET
  @Path("confirmations")
  @RolesAllowed({"policy-officer", "auditor"})
  @Operation(
      operationId = "confirmationReport",
      summary = "改判率和确认用时 Override rate and time to confirm, by office and scheme")
  public List<Confirmations.Line> confirmations(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return confirmations.report(
        Words.day("from", from, FIRST), Words.day("to", to, LAST), desk.actor(), desk.now());
  }

  @GET
  @Path("confirmations.csv")
  @Produces(Tables.CSV)
  @RolesAllowed({"policy-officer", "auditor"})
  @Operation(operationId = "confirmationReportTable", summary = "同上，CSV The same as a table")
  @APIResponse(responseCode = "200", description = "CSV")
  public Response confirmationsTable(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return Tables.answer(
        "csv", "confirmations", ReportTables.confirmations(confirmations(from, to)));
  }

  @GET
  @Path("disparity")
  @RolesAllowed({"policy-officer", "auditor"})
  @Operation(
      operationId = "disparityReport",
      summary = "各群体的结果、联系和用时 Outcomes, contacts and time by group")
  public Disparity.View disparity(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return disparity.of(
        Words.day("from", from, FIRST), Words.day("to", to, LAST), desk.actor(), desk.now());
  }

  @GET
  @Path("disparity.csv")
  @Produces(Tables.CSV)
  @RolesAllowed({"policy-officer", "auditor"})
  @Operation(operationId = "disparityReportTable", summary = "同上，CSV The same as a table")
  @APIResponse(responseCode = "200", description = "CSV")
  public Response disparityTable(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return Tables.answer("csv", "disparity", ReportTables.disparity(disparity(from, to)));
  }
}
