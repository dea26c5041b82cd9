package huice.entry.api;

import huice.casework.Looks;
import huice.policy.CaseWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record as known at a number: its case in the form in which cases are sent, and its history. */
@Schema(name = "Look")
public record LookView(
    UUID record,
    String entity,
    long version,
    @Schema(
            description =
                "个案，格式同 /api/checks 的请求体。 The case, in the form of the body of /api/checks.")
        Map<String, Object> known,
    List<StatementView> statements) {

  static LookView of(Looks.Look look) {
    return new LookView(
        look.record(),
        look.entity(),
        look.version(),
        CaseWriter.of(look.known()),
        look.statements().stream().map(StatementView::of).toList());
  }
}
