package huice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.policy.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dictionary of facts is data: the program names none of its entities, lists and facts. */
class NoFactInJavaTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** Words of the formats themselves that a dictionary may also use for a fact. */
  private static final Set<String> FORMAT =
      Set.of(
          "amount",
          "applications",
          "applied_on",
          "award",
          "awards",
          "base",
          "complaints",
          "due",
          "due_on",
          "employer",
          "end",
          "fairs",
          "hours",
          "kind",
          "month",
          "months",
          "office",
          "overdue",
          "paid",
          "period",
          "rate",
          "registered_on",
          "repaid",
          "scheme",
          "start",
          "vacancies");

  @Test
  void no_string_in_the_program_names_a_fact_list_or_entity() throws IOException {
    Dictionary dictionary = Objects.requireNonNull(Packs.load(Path.of("")).release()).dictionary();
    Set<String> names = new TreeSet<>(dictionary.roots().keySet());
    for (Entity entity : dictionary.entities().values()) {
      names.add(entity.id());
      entity.facts().stream().map(Fact::id).forEach(names::add);
      entity.relations().stream().map(Relation::id).forEach(names::add);
    }
    names.removeAll(FORMAT);
    assertThat(names).hasSizeGreaterThan(40);
    Pattern named = Pattern.compile("(?<![a-z_])(" + String.join("|", names) + ")(?![a-z_])");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          String text = literal.group(1);
          // The words a dictionary may never hold are not facts. A name stands alone or in a
          // path; in a sentence it is an English word.
          boolean refused = file.endsWith("NeverBuilt.java");
          if (!refused && !text.contains(" ") && named.matcher(text).find()) {
            found.add(file + ": " + text);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
