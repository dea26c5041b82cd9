package huice.entry.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import huice.casework.LogCheck;
import huice.casework.LogReading;
import huice.casework.MaskedSample;
import huice.model.Actor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log for those who watch over it (R45, R46); each reading is logged like any other. */
@Path("/api/log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "log", description = "日志 The log")
@RolesAllowed("auditor")
public class LogResource {
  private final LogReading reading;
  private final LogCheck check;
  private final Caller caller;
  private final Clock clock;
  private final ObjectMapper json;

  LogResource(LogReading reading, LogCheck check, Caller caller, Clock clock, ObjectMapper json) {
    this.reading = reading;
    this.check = check;
    this.caller = caller;
    this.clock = clock;
    this.json = json;
  }

  @Schema(name = "LogEntry", description = "日志中的一条。 An entry of the log.")
  record Entry(
      long seq,
      Instant at,
      String kind,
      @Schema(description = "账号的编号。 The account's id.") String actor,
      @Nullable String actorName,
      @Schema(description = "涉及谁的数据。 Whose data it was.") @Nullable UUID about,
      @Schema(
              description = "内容；此人已注销时没有。 The content; absent when the person was erased since.",
              implementation = Object.class)
          @Nullable JsonNode content) {}

  @Schema(name = "LogPage")
  record Page(
      List<Entry> entries,
      @Schema(description = "下一页从此号之后开始；没有则已到末尾。 Ask on after this number; absent at the end.")
          @Nullable Long next) {}

  @Schema(name = "LogVerification", description = "日志校验的结果。 What the check of the log found.")
  record Verification(
      boolean whole,
      @Schema(description = "完好的条数。 How many entries are sound.") long entries,
      @Schema(description = "其中属于已注销的人的条数。 How many of them are about erased persons.")
          long unreadable,
      @Schema(description = "相符的库外日终值。 Heads outside the database that agree.") int heads,
      @Nullable String lastHash,
      @Schema(description = "第一处断裂。 The first broken link.") @Nullable Broken broken) {}

  @Schema(name = "BrokenLink")
  record Broken(
      @Schema(description = "条号；0 为日终值文件。 The entry; 0 for the files of heads.") long seq,
      String wrong,
      String what,
      String whatEn,
      @Nullable String head) {}

  @GET
  @Operation(
      operationId = "readLog",
      summary = "读取日志 Read the log",
      description = "读取本身也会记入日志。 The reading is itself logged.")
  @APIResponse(
      responseCode = "200",
      description = "按号排列的若干条 Entries by number",
      content = @Content(schema = @Schema(implementation = Page.class)))
  public Page read(
      @Parameter(
              description = "起始日（含）。 The first day.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "截止日（含）。 The last day.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "种类。 The kind.") @QueryParam("kind") @Nullable String kind,
      @Parameter(description = "只要此号之后的。 After this number only.") @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "条数，1 至 500，默认 100。 How many; 100 by default.") @QueryParam("limit")
          @Nullable String limit,
      @Context UriInfo address) {
    LogReading.Wanted wanted = LogQuery.wanted(address, from, to, kind, after, limit);
    LogReading.Page page = reading.read(caller.actor(), wanted, clock.instant());
    return new Page(page.entries().stream().map(this::entry).toList(), page.next());
  }

  @GET
  @Path("verification")
  @RolesAllowed({"auditor", "administrator"})
  @Operation(
      operationId = "verifyLog",
      summary = "校验日志 Verify the log",
      description =
          "逐条重算，指出第一处断裂，并与库外的日终值核对。"
              + " Computes every entry again, names the first broken link and compares the heads"
              + " kept outside the database.")
  @APIResponse(
      responseCode = "200",
      description = "校验结果 What was found",
      content = @Content(schema = @Schema(implementation = Verification.class)))
  public Verification verify() {
    Actor actor = caller.actor();
    LogCheck.Found found = check.check();
    reading.checked(actor, found, clock.instant());
    LogCheck.Broken broken = found.broken();
    return new Verification(
        found.whole(),
        found.entries(),
        found.unreadable(),
        found.heads(),
        found.lastHash(),
        broken == null ? null : broken(broken));
  }

  @GET
  @Path("sample")
  @Operation(
      operationId = "sampleLog",
      summary = "随机抽样，隐去身份 A random sample with identities masked",
      description =
          "同一种子在同样的日志和决定上抽到同样的样本；化名只在本次导出中有效。"
              + " The same seed draws the same from the same log and decisions; pseudonyms hold in"
              + " one export only.")
  @APIResponse(
      responseCode = "200",
      description = "日志和决定各若干条 Log entries and decisions",
      content = @Content(schema = @Schema(implementation = MaskedSample.class)))
  public MaskedSample sample(
      @Parameter(description = "种子，整数。 The seed, a whole number.", required = true)
          @QueryParam("seed")
          @Nullable String seed,
      @Parameter(description = "各抽多少，1 至 500，默认 50。 How many of each; 50 by default.")
          @QueryParam("n")
          @Nullable String size,
      @Context UriInfo address) {
    LogQuery.Lot lot = LogQuery.lot(address, seed, size);
    return reading.sample(caller.actor(), lot.seed(), lot.size(), clock.instant());
  }

  private static Broken broken(LogCheck.Broken broken) {
    return new Broken(
        broken.seq(),
        broken.wrong().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        broken.wrong().text().zh(),
        broken.wrong().text().en(),
        broken.head());
  }

  private Entry entry(LogReading.Line line) {
    return new Entry(
        line.seq(),
        line.at(),
        line.kind(),
        line.actor(),
        line.actorName(),
        line.about(),
        line.content() == null ? null : content(line.content()));
  }

  /** What is no JSON was changed by somebody; it is shown as it stands. */
  private JsonNode content(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
