package huice.simulation.impact;

import huice.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * How an impact is broken down: the groupings, how small a number may be shown, how many single
 * cases. What is a township or an age stands in {@code impact/report.yaml}. Immutable.
 */
public record Report(
    int smallest, int cases, List<Grouping> groupings, Map<String, List<String>> invented) {
  private static final String FILE = "/impact/report.yaml";

  public Report {
    groupings = List.copyOf(groupings);
    invented = Map.copyOf(invented);
  }

  /** The one that the program brings along. */
  public static Report shipped() {
    try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(FILE))) {
      return read(map(new Load(LoadSettings.builder().build()).loadFromInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Report read(Map<String, Object> file) {
    Map<String, List<String>> invented = new LinkedHashMap<>();
    map(file.get("invented")).forEach((id, names) -> invented.put(id, words(names)));
    return new Report(
        (Integer) Objects.requireNonNull(file.get("smallest")),
        (Integer) Objects.requireNonNull(file.get("cases")),
        list(file.get("groupings")).stream().map(one -> grouping(map(one), invented)).toList(),
        invented);
  }

  private static Grouping grouping(Map<String, Object> plan, Map<String, List<String>> invented) {
    String id = word(plan, "id");
    Map<String, Text> values = new LinkedHashMap<>();
    if (plan.containsKey("values")) {
      map(plan.get("values")).forEach((choice, label) -> values.put(choice, text(label)));
    }
    List<Integer> ages =
        plan.containsKey("ages")
            ? list(plan.get("ages")).stream().map(Integer.class::cast).toList()
            : List.of();
    return new Grouping(
        id,
        text(plan.get("label")),
        word(plan, "of"),
        values,
        ages,
        invented.getOrDefault(id, List.of()));
  }

  private static String word(Map<String, Object> plan, String key) {
    return Objects.requireNonNull(plan.get(key), key).toString();
  }

  private static Text text(@Nullable Object plan) {
    return Text.of(word(map(plan), "zh"), word(map(plan), "en"));
  }

  private static List<String> words(@Nullable Object plan) {
    return list(plan).stream().map(Object::toString).toList();
  }

  private static List<?> list(@Nullable Object plan) {
    return (List<?>) Objects.requireNonNull(plan);
  }

  private static Map<String, Object> map(@Nullable Object plan) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(plan))
        .forEach((key, value) -> map.put(key.toString(), value));
    return map;
  }
}
