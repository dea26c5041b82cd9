package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Statement;
import huice.model.Statement.Kind;
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
  private static final int LONGEST_REASON = 500;
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
    String path = required(mapping, "path", where);
    Tree at = mapping.get("path");
    StatementPath.Place place =
        path == null || at == null ? null : paths.place(path, at, where.at("path"));
    String says = says(mapping, where);
    Evidence evidence = evidence(place, mapping, where);
    return path == null || place == null || says == null
        ? null
        : statement(path, says, place, evidence, mapping, where);
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

  private Evidence evidence(
      StatementPath.@Nullable Place place, Tree.Mapping mapping, Where where) {
    Fact fact = place == null ? null : place.fact();
    EvidenceReader reader =
        fact == null
            ? new EvidenceReader(Text.of("这一项", "this"), "this", allSources, faults)
            : new EvidenceReader(fact, faults);
    required(mapping, "source", where);
    return reader.read(mapping, where);
  }

  private @Nullable Statement statement(
      String path,
      String says,
      StatementPath.Place place,
      Evidence evidence,
      Tree.Mapping mapping,
      Where where) {
    StatementContent.Said said = new StatementContent(place, faults).read(says, mapping, where);
    LocalDate obtained = evidence.obtained() == null ? today : evidence.obtained();
    if (obtained.isAfter(today)) {
      faults.add(
          where.at("obtained"),
          mapping.line(),
          Text.of("取得日期在今天之后", "it was obtained after today"),
          Text.of("请核对日期", "check the date"));
    }
    LocalDate from = day(mapping, "validFrom", where);
    LocalDate to = day(mapping, "validTo", where);
    validity(said, from, to, mapping, where);
    Long corrects = corrects(mapping, where);
    String reason = reason(mapping, where, said, corrects);
    return said == null
        ? null
        : new Statement(
            path,
            said.kind(),
            said.value(),
            evidence.source(),
            evidence.quality(),
            obtained,
            from,
            to,
            evidence.until(),
            evidence.withdrawn(),
            corrects,
            reason);
  }

  private void validity(
      StatementContent.@Nullable Said said,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Tree.Mapping mapping,
      Where where) {
    if (from != null && to != null && to.isBefore(from)) {
      faults.add(
          where.at("validTo"),
          mapping.line(),
          Text.of("validTo 早于 validFrom", "validTo is before validFrom"),
          Text.of("请核对两个日期", "check the two dates"));
    }
    boolean always = said != null && (said.kind() == Kind.ROW || said.kind() == Kind.GONE);
    if (always && (from != null || to != null)) {
      faults.add(
          where.at(from != null ? "validFrom" : "validTo"),
          mapping.line(),
          Text.of("一行的有或没有不分时间", "a row is there or not, for all days"),
          Text.of("请把日期写在这一行自己的事实里", "write the dates as facts of the row"));
    }
  }

  private @Nullable Long corrects(Tree.Mapping mapping, Where where) {
    Tree tree = mapping.get("corrects");
    String text = tree == null ? null : faults.text(where.at("corrects"), tree);
    if (tree == null || text == null) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,17}")) {
      faults.add(
          where.at("corrects"),
          tree.line(),
          Text.of("不是记录的编号", "this is no number of a statement"),
          Text.of("请写要更正的那一条的编号 seq", "write the seq of the statement to correct"));
      return null;
    }
    return Long.valueOf(text);
  }

  /** A correction, and a word that something was a mistake, says why. */
  private @Nullable String reason(
      Tree.Mapping mapping,
      Where where,
      StatementContent.@Nullable Said said,
      @Nullable Long corrects) {
    boolean needed = corrects != null || (said != null && said.kind() == Kind.GONE);
    String reason = needed ? required(mapping, "reason", where) : optional(mapping, where);
    if (reason != null && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
      faults.add(
          where.at("reason"),
          mapping.line(),
          say("理由须有 1 至 %d 个字", "a reason has 1 to %d characters", LONGEST_REASON),
          Text.of("请写明为什么更正", "say why it is corrected"));
    }
    return reason;
  }

  private @Nullable String optional(Tree.Mapping mapping, Where where) {
    Tree tree = mapping.get("reason");
    return tree == null ? null : faults.text(where.at("reason"), tree);
  }

  private @Nullable LocalDate day(Tree.Mapping mapping, String key, Where where) {
    Tree tree = mapping.get(key);
    return tree == null ? null : faults.day(where.at(key), tree);
  }

  private @Nullable String required(Tree.Mapping mapping, String key, Where where) {
    Tree tree = mapping.get(key);
    if (tree == null) {
      faults.add(
          where.at(key),
          mapping.line(),
          say("没有写明 %s", "no %s", key),
          say("请写 \"%s\": …", "write \"%s\": …", key));
      return null;
    }
    return faults.text(where.at(key), tree);
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
