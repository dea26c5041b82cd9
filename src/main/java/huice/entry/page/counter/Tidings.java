package huice.entry.page.counter;

import huice.casework.run.Stated;
import huice.casework.run.Telling;
import huice.model.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the last run found that a person may apply for; {@code on} is null before any. */
public record Tidings(boolean told, @Nullable LocalDate on, List<Line> lines) {
  public Tidings {
    lines = List.copyOf(lines);
  }

  /** A scheme, once also where it is about several things. */
  public record Line(String scheme, String title, @Nullable Text amount) {}

  public static Tidings of(Telling.Told told) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Telling.Line line : told.lines()) {
      lines.putIfAbsent(
          line.scheme(), new Line(line.scheme(), line.title(), amount(line.stated())));
    }
    return new Tidings(told.told(), told.on(), List.copyOf(lines.values()));
  }

  private static @Nullable Text amount(Stated stated) {
    return stated.exact() ? Text.of(stated.low() + " 元", stated.low() + " yuan") : null;
  }
}
