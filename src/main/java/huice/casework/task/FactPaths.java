package huice.casework.task;

import huice.engine.SchemeInfo;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Statement;
import org.jspecify.annotations.Nullable;

/** Which fact a path of a record is about. Stateless. */
final class FactPaths {
  private FactPaths() {}

  /** Null when the path is no fact's in this dictionary. */
  static @Nullable Fact fact(Dictionary dictionary, String entity, String path) {
    Entity at = dictionary.entities().get(entity);
    String[] steps = path.replaceAll("\\[[^]]*]", "").split("\\.");
    for (int i = 0; at != null && i < steps.length - 1; i++) {
      Relation next = at.relation(steps[i]).orElse(null);
      at = next == null ? null : dictionary.entities().get(next.entity());
    }
    return at == null ? null : at.fact(steps[steps.length - 1]).orElse(null);
  }

  static boolean read(SchemeInfo scheme, @Nullable Fact fact) {
    return fact != null && scheme.facts().contains(fact.entity() + "." + fact.id());
  }

  /** What a statement says, in words. */
  static String shown(Fact fact, Statement said) {
    String value = said.value();
    if (value == null) {
      return "无";
    }
    return fact.choices().stream()
        .filter(choice -> choice.id().equals(value))
        .map(choice -> choice.label().zh())
        .findFirst()
        .orElse(value);
  }
}
