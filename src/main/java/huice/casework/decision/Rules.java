package huice.casework.decision;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.ConditionResult;
import huice.model.Interaction;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.store.RuleSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a release about one scheme, with all rules that take part. Stateless. */
final class Rules {
  private Rules() {}

  /** The outcomes of a scheme, one for each subject of the case. */
  static List<Outcome> outcomes(CompiledRelease release, Case given, String scheme) {
    return release.assess(given, Ask.only(scheme)).outcomes();
  }

  /** Empty when the case has no such subject. {@code subject} null: the only one. */
  static Optional<Found> ask(
      CompiledRelease release, Case given, String scheme, @Nullable String subject) {
    Set<String> part = takingPart(release, scheme);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Assessment assessment = release.assess(given, new Ask(part, true, true));
    List<Outcome> own =
        assessment.outcomes().stream()
            .filter(o -> o.scheme().equals(scheme))
            .filter(o -> subject == null || o.subject().equals(subject))
            .toList();
    if (own.size() != 1) {
      return Optional.empty();
    }
    Outcome outcome = own.get(0);
    return Optional.of(
        new Found(release, given, outcome, alone(assessment, outcome), rules(assessment)));
  }

  private static Assessment alone(Assessment assessment, Outcome outcome) {
    return new Assessment(assessment.on(), assessment.release(), List.of(outcome));
  }

  /** A scheme with those whose outcomes it reads and those it interacts with, to the last. */
  static Set<String> takingPart(CompiledRelease release, String scheme) {
    Map<String, SchemeInfo> infos = new LinkedHashMap<>();
    release.schemes().forEach(info -> infos.put(info.id(), info));
    List<Interaction> interactions =
        release.source().packs().stream().flatMap(p -> p.interactions().stream()).toList();
    Set<String> part = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(scheme));
    for (int i = 0; i < open.size(); i++) {
      String id = open.get(i);
      SchemeInfo info = infos.get(id);
      if (info != null && part.add(id)) {
        open.addAll(info.schemes());
        interactions.stream()
            .filter(interaction -> interaction.schemes().contains(id))
            .forEach(interaction -> open.addAll(interaction.schemes()));
      }
    }
    return part;
  }

  /** Every condition that took part, met or not; of months that differ, each result. */
  private static List<RuleSeen> rules(Assessment assessment) {
    Map<List<String>, Set<String>> seen = new LinkedHashMap<>();
    for (Outcome outcome : assessment.outcomes()) {
      add(seen, outcome.scheme(), outcome.conditions());
      for (MonthLine month : outcome.months()) {
        add(seen, outcome.scheme(), month.conditions());
      }
    }
    return seen.entrySet().stream()
        .map(
            e -> new RuleSeen(e.getKey().get(0), e.getKey().get(1), String.join(" ", e.getValue())))
        .toList();
  }

  private static void add(
      Map<List<String>, Set<String>> seen, String scheme, List<ConditionResult> conditions) {
    for (ConditionResult condition : conditions) {
      seen.computeIfAbsent(List.of(scheme, condition.id()), key -> new LinkedHashSet<>())
          .add(condition.result().name());
    }
  }
}
