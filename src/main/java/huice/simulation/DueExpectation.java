package huice.simulation;

import huice.model.Due;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is owed by when: a day, {@code none}, {@code not set} or its parts. */
record DueExpectation(Findings findings) {
  void due(Map<String, Object> expect, @Nullable Due came) {
    if (!expect.containsKey("due")) {
      return;
    }
    Object wanted = expect.get("due");
    if (Findings.NONE.equals(Findings.word(wanted))) {
      findings.same(
          "due",
          Findings.NONE,
          came == null || came.by() == null ? Findings.NONE : came.by().toString());
      return;
    }
    if (Findings.NOT_SET.equals(Findings.word(wanted))) {
      findings.same(
          "due",
          Findings.NOT_SET,
          came != null && !came.notSet().isEmpty() ? Findings.NOT_SET : by(came));
      return;
    }
    Map<String, Object> inside = Findings.inside(wanted, "by");
    if (inside.containsKey("by")) {
      findings.same("due", Findings.word(inside.get("by")), by(came));
    }
    if (inside.containsKey("rhythm")) {
      findings.same(
          "due rhythm",
          Findings.word(inside.get("rhythm")),
          came == null ? Findings.NONE : came.rhythm().zh());
    }
    findings.list(inside, "notSet", came == null ? List.of() : came.notSet());
    for (Map.Entry<String, Object> item : findings.mapping(inside, "items").entrySet()) {
      findings.same(
          "due items " + item.getKey(), Findings.word(item.getValue()), done(came, item.getKey()));
    }
  }

  private static String done(@Nullable Due due, String name) {
    return due == null
        ? Findings.NONE
        : due.items().stream()
            .filter(i -> i.name().equals(name))
            .map(i -> i.done().toPlainString() + "/" + i.target().toPlainString())
            .findFirst()
            .orElse(Findings.NONE);
  }

  private static String by(@Nullable Due due) {
    return due == null || due.by() == null ? Findings.NONE : due.by().toString();
  }
}
