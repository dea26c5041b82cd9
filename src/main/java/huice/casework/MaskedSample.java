package huice.casework;

import huice.store.DecisionSample;
import huice.store.LogRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Log entries and decisions that may leave the house: whoever acted and whoever they are about
 * bears a pseudonym that holds in this sample only.
 */
public record MaskedSample(List<Entry> entries, List<Decision> decisions) {
  /**
   * A log entry.
   *
   * @param about null for nobody's data
   * @param content what is left of it, a JSON tree; null when the person was erased since
   */
  @Schema(name = "SampledEntry")
  public record Entry(
      long seq,
      Instant at,
      String kind,
      String actor,
      @Nullable String about,
      @Nullable Object content) {}

  /**
   * A decision without the facts it was made from.
   *
   * @param about the pseudonym of the record it is about
   * @param conditions every condition it saw, with its result
   */
  @Schema(name = "SampledDecision")
  public record Decision(
      String decision,
      String application,
      String about,
      String scheme,
      int no,
      String kind,
      String result,
      boolean adverse,
      boolean automatic,
      LocalDate on,
      long factsVersion,
      String release,
      @Nullable String code,
      Instant madeAt,
      String madeBy,
      Map<String, String> conditions) {}

  static MaskedSample of(List<LogRow> entries, List<DecisionSample.Drawn> decisions) {
    Masking masking = new Masking();
    return new MaskedSample(
        entries.stream().map(row -> entry(row, masking)).toList(),
        decisions.stream().map(drawn -> decision(drawn, masking)).toList());
  }

  private static Entry entry(LogRow row, Masking masking) {
    return new Entry(
        row.seq(),
        row.at(),
        row.kind(),
        masking.actor(row.actor()),
        row.about() == null ? null : masking.person(row.about().toString()),
        row.content() == null ? null : masking.content(row.content()));
  }

  private static Decision decision(DecisionSample.Drawn drawn, Masking masking) {
    return new Decision(
        masking.other(drawn.id().toString()),
        masking.other(drawn.application().toString()),
        masking.other(drawn.record().toString()),
        drawn.scheme(),
        drawn.no(),
        drawn.kind(),
        drawn.result(),
        drawn.adverse(),
        drawn.automatic(),
        drawn.on(),
        drawn.factsVersion(),
        drawn.release(),
        drawn.code(),
        drawn.madeAt(),
        masking.actor(drawn.madeBy().toString()),
        drawn.conditions());
  }
}
