package huice.casework.task;

import huice.casework.Texts;
import huice.casework.task.TaskSettings.Checking;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.explain.AssessmentJson;
import huice.model.Assessment;
import huice.model.Case;
import huice.policy.CaseReader;
import huice.policy.Trees;
import huice.store.VerificationTable.Entry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule of the three persons, asked about one entry. Stateless. */
final class Verifying {
  private static final String NONE = "none";

  private Verifying() {}

  /** What a day in the rule's own number of days is; null when that number is not set. */
  static @Nullable LocalDate due(CompiledRelease release, String parameter, LocalDate since) {
    BigDecimal days = Bases.number(release, parameter, since);
    return days == null ? null : since.plusDays(days.longValue());
  }

  /** The outcome of the rule for an entry as it stands, whole, as JSON. */
  static String outcome(CompiledRelease release, Checking checking, Entry entry, LocalDate on) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Map<String, String> names = checking.facts();
    put(facts, names.get("entered"), entry.enteredOn());
    put(facts, names.get("withdrawn"), NONE);
    put(facts, names.get("checked"), entry.checkedOn() == null ? NONE : entry.checkedOn());
    // Nobody who entered can check, and nobody who checked can sample.
    put(facts, names.get("checker"), entry.checkedOn() == null ? null : true);
    put(facts, names.get("drawn"), entry.drawn());
    put(facts, names.get("sampled"), entry.sampledOn() == null ? NONE : entry.sampledOn());
    put(facts, names.get("sampler"), entry.sampledOn() == null ? null : true);
    String text = Texts.json(Map.of("on", on.toString(), "facts", Map.of(checking.root(), facts)));
    Case given =
        CaseReader.read(
                release.source().dictionary(),
                Trees.json(text.getBytes(StandardCharsets.UTF_8)),
                null)
            .given();
    if (given == null) {
      return "{}";
    }
    Assessment assessment = release.assess(given, new Ask(Set.of(checking.scheme()), true, false));
    return new String(AssessmentJson.kept(assessment), StandardCharsets.UTF_8);
  }

  private static void put(
      Map<String, Object> facts, @Nullable String name, @Nullable Object value) {
    if (name != null && value != null) {
      facts.put(name, value.toString());
    }
  }

  static Basis basis(
      CompiledRelease release, Checking checking, String parameter, LocalDate since) {
    return Bases.of(
        release,
        checking.scheme(),
        since,
        since,
        null,
        List.of(Bases.parameter(release, parameter, since)));
  }
}
