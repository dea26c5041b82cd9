package huice.engine;

import huice.engine.measure.Bound;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Release;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of operands that are the same for every case on one day. */
final class Fixed {
  private final Map<String, Parameter> parameters = new HashMap<>();

  Fixed(Pack pack, Release release) {
    release.packs().forEach(p -> p.parameters().forEach(q -> parameters.put(q.name(), q)));
    pack.parameters().forEach(q -> parameters.put(q.name(), q));
  }

  /**
   * The one value an operand has on a day, of a parameter not yet begun its first; null when it may
   * vary.
   */
  @Nullable Long value(Bound bound, LocalDate day) {
    return switch (bound.call().form()) {
      case "true", "false", "choice" ->
          bound.measure() instanceof CallBinder.Constant constant ? constant.reading().lo() : null;
      case "parameter" -> {
        Parameter parameter =
            bound.parameters().stream().map(parameters::get).findFirst().orElse(null);
        ParameterValue value =
            parameter == null
                ? null
                : parameter
                    .on(day)
                    .or(() -> parameter.versions().stream().findFirst())
                    .orElse(null);
        yield value == null || !value.published() || !value.values().containsKey("")
            ? null
            : value.values().get("");
      }
      default -> null;
    };
  }
}
