package huice.explain;

import huice.model.ConditionResult;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Outcome;
import huice.model.Relation;
import huice.model.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a path of an outcome is about: {@code worker.employments[0].start}. */
final class Facts {
  private final Dictionary dictionary;

  Facts(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The fact at the end of a path; empty for lists, computed values and unknown paths. */
  Optional<Fact> fact(String path) {
    return owner(path).flatMap(e -> e.fact(last(path)));
  }

  /** Whether a path ends at a list. */
  boolean list(String path) {
    return owner(path).flatMap(e -> e.relation(last(path))).map(Relation::many).orElse(false);
  }

  /** The fact from which a row of the list at the end of a path exists. */
  Optional<Fact> begins(String path) {
    return owner(path)
        .flatMap(e -> e.relation(last(path)))
        .filter(Relation::many)
        .flatMap(r -> dictionary.entity(r.entity()))
        .flatMap(e -> e.begins() == null ? Optional.empty() : e.fact(e.begins()));
  }

  /** From when the row exists that an outcome is about, where its conditions read that day. */
  Optional<String> since(Outcome outcome) {
    String row = outcome.subject().substring(outcome.subject().indexOf(' ') + 1);
    return begins(row)
        .flatMap(
            fact ->
                Stream.concat(
                        outcome.conditions().stream(),
                        outcome.months().stream().flatMap(m -> m.conditions().stream()))
                    .flatMap(c -> c.values().stream())
                    .filter(seen -> seen.of().equals(row + "." + fact.id()))
                    .map(ConditionResult.Seen::value)
                    .findFirst());
  }

  /** The label of the list at the end of a path. */
  Optional<Text> listLabel(String path) {
    return owner(path).flatMap(e -> e.relation(last(path))).map(Relation::label);
  }

  private Optional<Entity> owner(String path) {
    String[] names = names(path);
    if (names.length < 2) {
      return Optional.empty();
    }
    Optional<Entity> at = dictionary.root(names[0]).or(() -> dictionary.entity(names[0]));
    for (int i = 1; i < names.length - 1; i++) {
      String name = names[i];
      at = at.flatMap(e -> e.relation(name)).map(Relation::entity).flatMap(dictionary::entity);
    }
    return at;
  }

  private static String last(String path) {
    String[] names = names(path);
    return names[names.length - 1];
  }

  private static String[] names(String path) {
    return path.replaceAll("\\[\\d*]", "").split("\\.");
  }
}
