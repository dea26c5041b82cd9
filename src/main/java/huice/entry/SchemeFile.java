package huice.entry;

import huice.engine.SchemeInfo;
import huice.model.Clause;
import huice.model.Interaction;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Question;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.Service;
import huice.model.Table;
import huice.model.TestCase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that belongs to one scheme, gathered from the release. */
public record SchemeFile(
    SchemeInfo info,
    boolean draft,
    List<Clause> clauses,
    List<Row> rule,
    List<Parameter> parameters,
    List<Interaction> interactions,
    List<Question> questions,
    List<Service> adopted,
    List<TestCase> cases) {

  /** A line of the rule's file, or a row of its table, with its place. */
  public record Row(int line, String text) {}

  public static SchemeFile of(Release release, SchemeInfo info) {
    Set<String> cited = new LinkedHashSet<>();
    info.versions().forEach(v -> v.clauses().forEach(c -> cited.add(plain(c))));
    List<Clause> clauses = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    List<Interaction> interactions = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (Pack pack : release.packs()) {
      pack.clauses().stream()
          .filter(c -> c.schemes().contains(info.id()) || ownAndCited(c, info, cited))
          .forEach(clauses::add);
      pack.parameters().stream()
          .filter(p -> info.parameters().contains(p.name()))
          .forEach(parameters::add);
      pack.interactions().stream()
          .filter(i -> i.schemes().contains(info.id()))
          .forEach(interactions::add);
      pack.questions().stream()
          .filter(q -> info.parameters().contains(q.about()) || cited.contains(plain(q.about())))
          .forEach(questions::add);
    }
    boolean draft = release.pack(info.pack()).map(Pack::draft).orElse(false);
    List<Service> adopted =
        release.packs().stream()
            .flatMap(p -> p.services().stream())
            .filter(a -> a.scheme().equals(info.id()))
            .toList();
    List<TestCase> cases =
        release.cases().stream().filter(c -> c.scheme().equals(info.id())).toList();
    return new SchemeFile(
        info,
        draft,
        clauses,
        rule(release, info),
        parameters,
        interactions,
        questions,
        adopted,
        cases);
  }

  private static boolean ownAndCited(Clause clause, SchemeInfo info, Set<String> cited) {
    return clause.pack().equals(info.pack()) && cited.contains(plain(clause.id()));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /** The rule as its officer wrote it; a table row by row. */
  private static List<Row> rule(Release release, SchemeInfo info) {
    List<Row> rows = new ArrayList<>();
    for (RuleText rule : release.rules()) {
      if (rule.file().equals(info.file())) {
        for (String line : withoutEnd(rule.lines())) {
          rows.add(new Row(rows.size() + 1, line));
        }
      }
    }
    for (Table table : release.tables()) {
      if (table.file().equals(info.file())) {
        for (int i = 0; i < table.rows().size(); i++) {
          List<String> cells = withoutEnd(table.rows().get(i));
          rows.add(new Row(table.lines().get(i), String.join(" | ", cells)));
        }
      }
    }
    return rows;
  }

  private static List<String> withoutEnd(List<String> parts) {
    int end = parts.size();
    while (end > 0 && parts.get(end - 1).isBlank()) {
      end--;
    }
    return parts.subList(0, end);
  }
}
