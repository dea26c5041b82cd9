package huice.entry.api;

import huice.casework.ImportJob;
import huice.casework.ImportKinds;
import huice.casework.Imports;
import huice.casework.Invalid;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tables of persons, organisations and rows of their lists, taken in whole or not at all. */
@Path("/api/imports")
@Tag(name = "imports", description = "导入 Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
  private final Imports imports;
  private final ImportKinds kinds;
  private final Caller caller;
  private final Writes writes;
  private final Clock clock;

  ImportsResource(Imports imports, ImportKinds kinds, Caller caller, Writes writes, Clock clock) {
    this.imports = imports;
    this.kinds = kinds;
    this.caller = caller;
    this.writes = writes;
    this.clock = clock;
  }

  @GET
  @Path("/kinds")
  @RolesAllowed({"caseworker", "service"})
  @Operation(
      operationId = "importKinds",
      summary = "可以导入的各类表格，由事实词典而来 What can be imported, by the dictionary")
  public List<KindView> kinds() {
    return kinds.all().stream().map(KindView::of).toList();
  }

  @GET
  @Path("/template/{kind}")
  @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
  @RolesAllowed({"caseworker", "service"})
  @Operation(
      operationId = "importTemplate",
      summary = "一类表格的空表：表头、可填的词、示例 The empty table: heads, words and an example",
      description =
          "XLSX 的说明在第二张工作表；CSV 里以 # 开头的行是说明，导入时不读。"
              + " On the second sheet of XLSX; rows of a CSV that begin with # are notes.")
  public Response template(
      @PathParam("kind") String kind,
      @QueryParam("form") @Nullable String form,
      @Context UriInfo address) {
    known(address, List.of("form"));
    String written = form(form);
    return Tables.answer(
        written, "huice-" + kind.replaceAll("[^a-z_.]", ""), kinds.template(kind, written));
  }

  @POST
  @Path("/{id}")
  @Consumes({Tables.CSV, Tables.XLSX})
  @RolesAllowed({"caseworker", "service"})
  @Operation(
      operationId = "beginImport",
      summary = "导入一张表：全部成功或全部不收 Import a table: all of it or nothing",
      description =
          "id 是表格的种类。名单类（单位的申请）须写 claim=申请的 id。已登记的人只追加事实，登记不变。"
              + " The id is the kind of table. Rows of a claim need claim=. Who is registered"
              + " already gets the facts only; the registration stays as it is.")
  @APIResponse(
      responseCode = "202",
      description = "已开始 Begun",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  public Response begin(
      @PathParam("id") String kind,
      @QueryParam("claim") @Nullable String claim,
      @Context UriInfo address,
      @Context HttpHeaders headers,
      SentTable table) {
    known(address, List.of("claim"));
    MediaType type = headers.getMediaType();
    boolean xlsx = type != null && type.isCompatible(MediaType.valueOf(Tables.XLSX));
    UUID of = claim == null ? null : claim(claim);
    return writes.once(
        headers,
        table.bytes(),
        () ->
            new Writes.Answer(
                202, imports.begin(caller.actor(), kind, xlsx, table.bytes(), of, clock)));
  }

  private static UUID claim(String text) {
    UUID id = Ids.parsed(text);
    if (id == null) {
      throw new Invalid(
          "/claim", Text.of("不是标识", "this is no id"), Text.of("请写 id", "write the id"));
    }
    return id;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"caseworker", "service", "auditor"})
  @Operation(operationId = "import", summary = "导入的进度和问题 An import's progress and problems")
  @APIResponse(
      responseCode = "200",
      description = "进度 How it stands",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  public ImportJob job(@PathParam("id") String id) {
    return imports.job(caller.actor(), Ids.of(id));
  }

  static void known(UriInfo address, List<String> names) {
    List<Fault> unknown = Query.unknown(address, names);
    if (!unknown.isEmpty()) {
      throw Query.refused(unknown);
    }
  }

  /** One of the forms, the first when left out. */
  static String form(@Nullable String form) {
    if (form == null) {
      return Tables.FORMS.get(0);
    }
    if (!Tables.FORMS.contains(form)) {
      String words = String.join("|", Tables.FORMS);
      throw Query.refused(
          List.of(
              Fault.inQuery(
                  "form",
                  Text.of("没有这种格式", "there is no such form"),
                  Text.of("写 " + words, "write " + words))));
    }
    return form;
  }
}
