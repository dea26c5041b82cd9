package huice.entry.api;

import huice.casework.money.BatchView;
import huice.casework.money.Batches;
import huice.casework.money.Returns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments in batches: made by one person, released by another, answered by the bank. */
@Path("/api/batches")
@Tag(name = "batches", description = "支付批次 Payment batches")
@Produces(MediaType.APPLICATION_JSON)
public class BatchesResource {
  private final Batches batches;
  private final Returns returns;
  private final Desk desk;
  private final Writes writes;

  BatchesResource(Batches batches, Returns returns, Desk desk, Writes writes) {
    this.batches = batches;
    this.returns = returns;
    this.desk = desk;
    this.writes = writes;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "batches", summary = "批次一览 The latest batches")
  public List<BatchView> batches() {
    return batches.list();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "batch", summary = "一个批次 A batch")
  public BatchView batch(@PathParam("id") UUID id) {
    return batches.view(id, desk.actor(), desk.now());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "makeBatch", summary = "按队列制表 Puts together what can be paid")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.NewBatch.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  public Response makeBatch(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.NewBatch.class,
        sent -> batches.make(sent.fund(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/release")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier"})
  @Operation(operationId = "releaseBatch", summary = "由另一人复核放行 Another person releases it")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Nothing.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  public Response releaseBatch(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        MoneyBodies.Nothing.class,
        sent -> batches.release(id, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/dropping")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "dropBatch", summary = "放行前作废 Takes it back before the release")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Nothing.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  public Response dropBatch(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        MoneyBodies.Nothing.class,
        sent -> batches.drop(id, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/file")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
  @RolesAllowed("certifier")
  @Operation(
      operationId = "paymentFile",
      summary = "支付文件，同一批次每次都一样 The file for the bank, the same every time")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MoneyBodies.FileForm.class)))
  public Response paymentFile(@PathParam("id") UUID id, SentBody body) {
    Fields fields = Fields.of(body, "form");
    String form = fields.oneOf("form", Tables.FORMS);
    fields.check();
    Batches.File file = batches.file(id, form, desk.actor(), desk.now());
    return Tables.answer(form, file.name(), file.bytes());
  }

  @POST
  @Path("{id}/returns")
  @Consumes({Tables.CSV, Tables.XLSX})
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "bankReturn",
      summary = "读入银行回单：全部或者一行不收 Takes in the bank's answer: all of it or nothing",
      description =
          "列：批次号、行号、金额、结果（成功、失败）、失败原因、日期。同一份再读不改变任何内容。" + " The same table again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "读入的结果 What came of it",
      content = @Content(schema = @Schema(implementation = Returns.Taken.class)))
  public Response bankReturn(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentTable table) {
    MediaType type = headers.getMediaType();
    boolean xlsx = type != null && type.isCompatible(MediaType.valueOf(Tables.XLSX));
    return writes.once(
        headers,
        table.bytes(),
        () -> Writes.Answer.ok(returns.take(id, xlsx, table.bytes(), desk.actor(), desk.now())));
  }
}
