package huice.policy;

import huice.model.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements in the form in which they are sent, so that all are read by one reader. */
final class StatementTree {
  private StatementTree() {}

  static Tree of(List<Statement> said) {
    List<Tree> entries = said.stream().map(StatementTree::of).toList();
    return mapping(Map.of("entries", new Tree.Sequence(entries, 0)));
  }

  private static Tree of(Statement said) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    put(fields, "path", said.path());
    switch (said.kind()) {
      case VALUE -> put(fields, "value", said.value());
      case NONE -> put(fields, "none", "true");
      case ROW -> put(fields, "row", "true");
      case GONE -> put(fields, "gone", "true");
      case COMPLETE -> put(fields, "completeTo", said.value());
      case LINK -> put(fields, "link", said.value());
    }
    put(fields, "source", said.source());
    put(fields, "quality", said.quality().name().toLowerCase(Locale.ROOT));
    put(fields, "obtained", said.obtained());
    put(fields, "validFrom", said.validFrom());
    put(fields, "validTo", said.validTo());
    put(fields, "until", said.until());
    put(fields, "withdrawn", said.withdrawn() ? "true" : null);
    put(fields, "corrects", said.corrects());
    put(fields, "reason", said.reason());
    return mapping(fields);
  }

  private static void put(Map<String, Tree> fields, String key, @Nullable Object value) {
    if (value != null) {
      fields.put(key, new Tree.Scalar(value.toString(), Tree.Scalar.Form.QUOTED, 0));
    }
  }

  private static Tree mapping(Map<String, Tree> fields) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    fields.forEach((key, value) -> entries.put(key, new Tree.Entry(key, 0, value)));
    return new Tree.Mapping(entries, 0);
  }
}
