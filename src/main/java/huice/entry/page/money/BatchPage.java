package huice.entry.page.money;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.money.Awards;
import huice.casework.money.BatchView;
import huice.casework.money.Batches;
import huice.casework.money.Returns;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A payment batch: released by another person, written for the bank, answered by it. */
@Path("/desk/money/batches/{id}")
@Blocking
@Produces("text/html; charset=UTF-8")
public class BatchPage {
  private final Batches batches;
  private final Returns returns;
  private final Awards awards;
  private final Pages pages;

  BatchPage(Batches batches, Returns returns, Awards awards, Pages pages) {
    this.batches = batches;
    this.returns = returns;
    this.awards = awards;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "money")
  static class Templates {
    private Templates() {}

    static native TemplateInstance batch(View view, Form form);
  }

  /** The page; {@code faults} of a bank's table that was not taken. */
  record View(
      BatchView batch,
      int unanswered,
      List<Line> lines,
      boolean releases,
      boolean own,
      boolean drops,
      boolean files,
      boolean reads,
      List<Invalid.Fault> faults) {}

  /** A payment. */
  record Line(
      int no,
      String payee,
      String account,
      Text scheme,
      BigDecimal amount,
      @Nullable Boolean paid,
      @Nullable String reason,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate takenBackOn) {}

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance batch(@PathParam("id") UUID id) {
    return page(id, Form.blank(), List.of());
  }

  private TemplateInstance page(UUID id, Form form, List<Invalid.Fault> faults) {
    Actor actor = pages.actor();
    BatchView batch = batches.view(id, actor, pages.now());
    boolean certifier = actor.role() == Role.CERTIFIER;
    boolean acts = certifier || actor.role() == Role.CASEWORKER;
    boolean made = batch.state() == BatchView.State.MADE;
    boolean released =
        batch.state() == BatchView.State.RELEASED || batch.state() == BatchView.State.ANSWERED;
    return Templates.batch(
        new View(
            batch,
            batch.count() - batch.paid() - batch.failed(),
            batch.lines().stream().map(this::line).toList(),
            certifier && made && !batch.madeBy().equals(actor.id()),
            batch.madeBy().equals(actor.id()),
            acts && made,
            certifier && released,
            acts && released,
            faults),
        form);
  }

  private Line line(BatchView.Line line) {
    return new Line(
        line.no(),
        line.payee(),
        line.account(),
        awards.title(line.scheme()),
        line.amount(),
        line.paid(),
        line.reason(),
        line.answeredOn(),
        line.takenBackOn());
  }

  @POST
  @Path("release")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response release(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    return pages.post(
        form,
        () -> address(batches.release(id, pages.actor(), pages.now())),
        () -> page(id, form, List.of()));
  }

  @POST
  @Path("dropping")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response drop(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    return pages.post(
        form,
        () -> address(batches.drop(id, pages.actor(), pages.now())),
        () -> page(id, form, List.of()));
  }

  private static String address(BatchView batch) {
    return "/desk/money/batches/" + batch.id();
  }

  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response file(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String kind = form.value("form").equals("csv") ? "csv" : "xlsx";
    try {
      Batches.File file = batches.file(id, kind, pages.actor(), pages.now());
      String type =
          kind.equals("csv")
              ? "text/csv; charset=UTF-8"
              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return Response.ok(file.bytes())
          .type(type)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"" + file.name() + "." + kind + "\"")
          .build();
    } catch (Conflict early) {
      form.fault("", early.what());
      return Pages.shown(Response.Status.CONFLICT.getStatusCode(), () -> page(id, form, List.of()));
    }
  }

  @POST
  @Path("returns")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response answer(
      @PathParam("id") UUID id,
      @RestForm("key") @Nullable String key,
      @RestForm("table") @Nullable FileUpload table) {
    Uploaded sent = Uploaded.of(key, table);
    List<Invalid.Fault> bad = new ArrayList<>();
    if (sent.form().faulty()) {
      return Pages.shown(422, () -> page(id, sent.form(), List.of()));
    }
    return pages.post(
        sent.form(),
        () -> {
          try {
            return address(
                returns.take(id, sent.xlsx(), sent.bytes(), pages.actor(), pages.now()).batch());
          } catch (Invalid invalid) {
            // Shown row by row, not field by field.
            bad.addAll(invalid.faults());
            throw new Invalid(
                "/table",
                Text.of(
                    "这张表有 " + bad.size() + " 处不对，一行也没有收",
                    "the table has " + bad.size() + " faults; nothing of it was taken"),
                Text.of("见下面的表", "see the table below"));
          }
        },
        () -> page(id, sent.form(), bad));
  }
}
