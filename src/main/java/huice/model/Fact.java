package huice.model;

import java.time.Period;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be recorded about an entity, declared in the dictionary. {@code ordinal} is
 * its place in the entity. {@code fresh} is how long a value may be relied on before it is flagged
 * stale, null for ever. {@code absent} says whom absence concerns. {@code month} marks a date that
 * names a month (its first day).
 */
public record Fact(
    String entity,
    String id,
    int ordinal,
    Text label,
    Text question,
    ValueType type,
    Unit unit,
    boolean month,
    List<Choice> choices,
    List<String> sources,
    List<String> proofs,
    @Nullable Period fresh,
    ChangedBy changedBy,
    Absence absent,
    boolean sensitive,
    @Nullable String protectedAttribute,
    String file,
    int line) {

  /** Who can bring about a change of the value. */
  public enum ChangedBy {
    PERSON,
    OFFICE,
    EMPLOYER,
    NOBODY
  }

  /** What absence means: asked of the person or employer, or the policy's own gap. */
  public enum Absence {
    ASK,
    UNSETTLED
  }

  public Fact {
    choices = List.copyOf(choices);
    sources = List.copyOf(sources);
    proofs = List.copyOf(proofs);
  }

  /** Place of a choice by id or Chinese label. */
  public OptionalInt choice(String word) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).id().equals(word) || choices.get(i).label().zh().equals(word)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
