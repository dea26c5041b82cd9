package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Statement;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be recorded about one thing, by the words of the dictionary: {@code {entries:
 * [{path, value …, source, quality, obtained, validFrom, validTo, until, withdrawn, corrects,
 * reason}]}}. Every fault is told at once and repeats no value. Whether rows and other records
 * exist is for those who know them. Thread-safe; keeps nothing.
 */
public final class StatementReader {
  /** What a statement says; exactly one of them stands in it. */
  private static final List<String> SAYS =
      List.of("value", "none", "row", "gone", "completeTo", "link");

  private static final List<String> KEYS =
      List.of(
          "path",
          "value",
          "none",
          "row",
          "gone",
          "completeTo",
          "link",
          "source",
          "quality",
          "obtained",
          "until",
          "withdrawn",
          "validFrom",
          "validTo",
          "corrects",
          "reason");
  private static final int MOST = 20_000;
  private static final Text ONE_OF = Text.of("请只写其中一个：" + SAYS, "write exactly one of: " + SAYS);

  private final StatementPath paths;
  private final List<String> allSources;
  private final Faults faults = new Faults(false);
  private final LocalDate today;

  private StatementReader(Dictionary dictionary, Entity root, LocalDate today) {
    this.paths = new StatementPath(dictionary, root, faults);
    this.today = today;
    Set<String> sources = new LinkedHashSet<>();
    for (Entity entity : dictionary.entities().values()) {
      entity.facts().forEach(fact -> sources.addAll(fact.sources()));
    }
    this.allSources = List.copyOf(sources);
  }

  /** What is to be recorded, in order; empty when there are faults. */
  public record Read(List<Statement> said, List<CaseFault> faults) {
    public Read {
      said = List.copyOf(said);
      faults = List.copyOf(faults);
    }
  }

  /** {@code today} is the day of recording, for what was obtained on no other day. */
  public static Read read(Dictionary dictionary, Entity root, Tree tree, LocalDate today) {
    StatementReader reader = new StatementReader(dictionary, root, today);
    List<Statement> said = reader.entries(tree);
    List<CaseFault> found = reader.faults.list();
    return new Read(found.isEmpty() ? said : List.of(), found);
  }

  /** The same of statements that the program itself makes. */
  public static Read read(
      Dictionary dictionary, Entity root, List<Statement> said, LocalDate today) {
    return read(dictionary, root, StatementTree.of(said), today);
  }

  private List<Statement> entries(Tree tree) {
    List<Statement> said = new ArrayList<>();
    Where where = Where.ROOT.at("entries");
    Tree entries = tree instanceof Tree.Mapping mapping ? mapping.get("entries") : null;
    if (!(entries instanceof Tree.Sequence sequence)
        || sequence.items().isEmpty()
        || sequence.items().size() > MOST) {
      faults.add(
          where,
          tree.line(),
          Text.of("没有列出要记录的内容 entries", "no list of entries"),
          say(
              "请写 {\"entries\": [{\"path\": …, \"value\": …}]}，最多 %d 项",
              "write {\"entries\": [{\"path\": …, \"value\": …}]}, at most %d", MOST));
      return said;
    }
    for (Tree.Entry entry : ((Tree.Mapping) tree).entries().values()) {
      if (!entry.key().equals("entries")) {
        faults.unknown(Where.ROOT.at(entry.key()), entry, List.of("entries"));
      }
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      Statement statement = entry(sequence.items().get(i), where.at(i));
      if (statement != null) {
        said.add(statement);
      }
    }
    return said;
  }

  private @Nullable Statement entry(Tree tree, Where where) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      faults.add(
          where,
          tree.line(),
          Text.of("这里应当是一项记录", "an entry is expected here"),
          Text.of("请写 {\"path\": …, \"value\": …}", "write {\"path\": …, \"value\": …}"));
      return null;
    }
    for (Tree.Entry entry : mapping.entries().values()) {
      if (!KEYS.contains(entry.key())) {
        faults.unknown(where.at(entry.key()), entry, KEYS);
      }
    }
    String path = new StatementTerms(mapping, where, faults, today).required("path");
    Tree at = mapping.get("path");
    StatementPath.Place place =
        path == null || at == null ? null : paths.place(path, at, where.at("path"));
    String says = says(mapping, where);
    Fact fact = place == null ? null : place.fact();
    EvidenceReader evidence =
        fact == null
            ? new EvidenceReader(Text.of("这一项", "this"), "this", allSources, faults)
            : new EvidenceReader(fact, faults);
    StatementContent.Said said =
        place == null || says == null
            ? null
            : new StatementContent(place, faults).read(says, mapping, where);
    StatementTerms terms = new StatementTerms(mapping, where, faults, today);
    return terms.of(path, said, evidence);
  }

  private @Nullable String says(Tree.Mapping mapping, Where where) {
    List<String> found = SAYS.stream().filter(mapping.entries()::containsKey).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    faults.add(
        where,
        mapping.line(),
        found.isEmpty()
            ? Text.of("没有写明要记录什么", "it says nothing")
            : Text.of("一项只能说一件事", "one entry says one thing"),
        ONE_OF);
    return null;
  }

  /** The id of another record in its one form; null when the text is none. */
  static @Nullable String id(String text) {
    try {
      String id = UUID.fromString(text).toString();
      return id.equalsIgnoreCase(text) ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
