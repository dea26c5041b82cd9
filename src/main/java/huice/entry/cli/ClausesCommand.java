package huice.entry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.Clause;
import huice.model.Release;
import huice.model.Text;
import huice.simulation.Workbench;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code clauses [PACK]}: every clause and what became of it. */
@Command(name = "clauses", description = "条款登记：每一条由什么项目编码，或为何不编码 / the register of clauses")
final class ClausesCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "PACK", description = "只看一个政策包 / one pack only")
  private @Nullable String pack;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    if (release == null) {
      return common.unreadable(workbench);
    }
    common.pack(pack, release);
    List<Clause> clauses =
        release.packs().stream()
            .filter(p -> pack == null || pack.equals(p.id()))
            .flatMap(p -> p.clauses().stream())
            .toList();
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("clauses");
            for (Clause clause : clauses) {
              write(json, clause);
            }
            json.writeEndArray();
            json.writeEndObject();
          });
    } else {
      common.print(
          common
              .page()
              .table(
                  List.of(
                      common.say("政策包", "pack"),
                      common.say("条款", "clause"),
                      common.say("状态", "status"),
                      common.say("项目或理由", "schemes or reason"),
                      common.say("内容", "text")),
                  clauses.stream().map(this::row).toList()));
    }
    return Main.GOOD;
  }

  private List<String> row(Clause clause) {
    String became =
        clause.schemes().isEmpty() ? clause.reason() : String.join("、", clause.schemes());
    String text =
        common.language() == huice.explain.Language.ZH && !clause.quote().isEmpty()
            ? clause.quote()
            : clause.gloss();
    return List.of(
        clause.pack(), clause.id(), common.language().say(status(clause.status())), became, text);
  }

  private static Text status(Clause.Status status) {
    return switch (status) {
      case ENCODED -> Text.of("已编码", "encoded");
      case AGGREGATE -> Text.of("仅存文本", "kept as text");
      case DECLINED -> Text.of("不编码", "declined");
      case OPEN -> Text.of("待编码", "open");
    };
  }

  static void write(JsonGenerator json, Clause clause) throws IOException {
    json.writeStartObject();
    json.writeStringField("pack", clause.pack());
    json.writeStringField("id", clause.id());
    json.writeStringField("status", clause.status().name().toLowerCase(Locale.ROOT));
    json.writeStringField("kind", clause.kind());
    json.writeStringField("quote", clause.quote());
    json.writeStringField("gloss", clause.gloss());
    json.writeArrayFieldStart("schemes");
    for (String scheme : clause.schemes()) {
      json.writeString(scheme);
    }
    json.writeEndArray();
    json.writeStringField("reason", clause.reason());
    json.writeStringField("file", clause.file());
    json.writeNumberField("line", clause.line());
    json.writeEndObject();
  }
}
