package huice.casework.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.explain.Differences;
import huice.model.Actor;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import huice.store.DecisionRow;
import huice.store.DecisionTable;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.RuleSeen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every decision that a rule took part in, also where it was not met, asked again of another
 * release (R34). Thread-safe.
 */
@ApplicationScoped
public class Touched {
  private final DecisionTable decisions;
  private final ApplicationTable applications;
  private final Making making;
  private final Releases releases;
  private final Journal journal;
  private final Courses courses;

  Touched(
      DecisionTable decisions,
      ApplicationTable applications,
      Making making,
      Releases releases,
      Journal journal,
      Courses courses) {
    this.decisions = decisions;
    this.applications = applications;
    this.making = making;
    this.releases = releases;
    this.journal = journal;
    this.courses = courses;
  }

  /** What the other release would have meant for the person; the first comes first. */
  public enum Effect {
    UNDERPAID,
    OVERPAID,
    OTHER,
    UNCHANGED
  }

  /** One decision: what the rule was then, what was decided, what it would be. */
  @Schema(name = "TouchedDecision")
  public record Line(
      Effect effect,
      UUID application,
      UUID decision,
      String scheme,
      LocalDate on,
      String rule,
      String before,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amountBefore,
      @Nullable String after,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amountAfter,
      List<Text> differences) {
    public Line {
      differences = List.copyOf(differences);
    }
  }

  /** All of them with how many each effect has; asked of {@code release}. */
  @Schema(name = "TouchedDecisions")
  public record Found(String rule, String release, Map<Effect, Integer> counts, List<Line> lines) {
    public Found {
      counts = Map.copyOf(counts);
      lines = List.copyOf(lines);
    }
  }

  /** {@code release} null: the live one. */
  @Transactional
  public Found find(
      String rule, LocalDate from, LocalDate to, @Nullable String release, Actor by, Now now) {
    CompiledRelease other = release == null ? releases.live() : releases.compiled(release);
    List<Line> lines = new ArrayList<>();
    for (UUID id : decisions.withRule(rule, from, to)) {
      lines.add(line(decisions.find(id).orElseThrow(), rule, other));
    }
    lines.sort(Comparator.comparing(Line::effect));
    Map<Effect, Integer> counts = new LinkedHashMap<>();
    lines.forEach(line -> counts.merge(line.effect(), 1, Integer::sum));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("rule", rule);
    content.put("decisions", lines.size());
    journal.write(new Journal.Entry(now.at(), LogKind.READ, by, null, courses.text(content)));
    return new Found(rule, other.digest(), counts, lines);
  }

  private Line line(DecisionRow made, String rule, CompiledRelease other) {
    ApplicationRow row = applications.find(made.application()).orElseThrow();
    String seen =
        decisions.rules(made.id()).stream()
            .filter(r -> r.condition().equals(rule))
            .map(RuleSeen::result)
            .collect(Collectors.joining(" "));
    Optional<Outcome> before =
        making.again(row, made, releases.compiled(made.release())).map(f -> f.outcome());
    Optional<Outcome> after = making.again(row, made, other).map(f -> f.outcome());
    List<Text> differences =
        before.isPresent() && after.isPresent()
            ? Differences.between(before.get(), after.get())
            : List.of(Text.of("该发布读不了当时的个案", "that release cannot read the case as it was"));
    return new Line(
        effect(made, before, after, differences),
        row.id(),
        made.id(),
        row.scheme(),
        made.on(),
        seen,
        made.result(),
        made.amount(),
        after.map(o -> o.outcome().name()).orElse(null),
        after.map(Bearings::sum).orElse(null),
        differences);
  }

  /** What has effect counts, also where a person decided otherwise than the rules. */
  private static Effect effect(
      DecisionRow made, Optional<Outcome> before, Optional<Outcome> after, List<Text> different) {
    if (after.isEmpty() || before.isEmpty()) {
      return Effect.OTHER;
    }
    Outcome now = after.get();
    boolean gave = Result.valueOf(result(made)).favourable();
    boolean gives = now.outcome().favourable();
    BigDecimal sum = Bearings.sum(now);
    if (gave != gives && now.outcome().settled()) {
      return gives ? Effect.UNDERPAID : Effect.OVERPAID;
    }
    if (gave && gives && Bearings.less(made.amount(), sum)) {
      return Effect.UNDERPAID;
    }
    if (gave && gives && Bearings.less(sum, made.amount())) {
      return Effect.OVERPAID;
    }
    boolean same = before.get().outcome() == now.outcome() && different.isEmpty();
    return same ? Effect.UNCHANGED : Effect.OTHER;
  }

  private static String result(DecisionRow made) {
    return made.result().equals("NOT_OPENED") ? "NOT_ELIGIBLE" : made.result();
  }
}
