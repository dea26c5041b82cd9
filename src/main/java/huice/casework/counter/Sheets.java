package huice.casework.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.LiveRelease;
import huice.casework.Looks;
import huice.casework.Prints;
import huice.casework.Recorded;
import huice.casework.Records;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Statement;
import huice.model.Text;
import huice.policy.Tree;
import huice.policy.Trees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of facts about a person or about one row of a person's lists, made from the dictionary:
 * every fact with what stands about it now. A fact added to the dictionary is on it. Thread-safe.
 */
@ApplicationScoped
public class Sheets {
  private static final Pattern STEP = Pattern.compile("([a-z][a-z0-9_]*)(?:\\[(r\\d{1,6}|new)])?");

  private final Looks looks;
  private final Records records;
  private final LiveRelease live;
  private final ObjectMapper json;

  Sheets(Looks looks, Records records, LiveRelease live, ObjectMapper json) {
    this.looks = looks;
    this.records = records;
    this.live = live;
    this.json = json;
  }

  /**
   * One sheet. {@code at} is the row's path in the record, empty for the person; {@code trail} is
   * what it lies in, outermost first; {@code version} is the number as known at which it was read.
   */
  public record Sheet(
      UUID person,
      long version,
      String at,
      List<Place> trail,
      Entity entity,
      List<Line> lines,
      List<Listed> lists) {
    public Sheet {
      trail = List.copyOf(trail);
      lines = List.copyOf(lines);
      lists = List.copyOf(lists);
    }

    /** Whether it is about a row that is not there yet. */
    public boolean fresh() {
      return at.endsWith("[new]");
    }
  }

  /** A sheet by its path and what people call it. */
  public record Place(String at, Text label) {}

  /** A fact with all that is said of it now, of each source. */
  public record Line(Fact fact, String path, List<Said> said) {
    public Line {
      said = List.copyOf(said);
    }
  }

  /** What stands about one thing: {@code value} null where it is known to be none. */
  public record Said(long seq, @Nullable String value, Statement statement) {}

  /** A list with its rows, and up to which day it is said to be complete. */
  public record Listed(
      Relation relation, String path, List<Place> rows, @Nullable String completeTo) {
    public Listed {
      rows = List.copyOf(rows);
    }
  }

  /** What a path of sheets leads to. */
  private record Spot(Entity entity, List<Place> trail) {}

  /** The sheet of a place in a person's record; reading it is noted. */
  @Transactional
  public Sheet sheet(Actor actor, UUID person, String at, Visit visit, Now now) {
    Looks.Look look = looks.look(actor, person, now.today(), null, visit, now.at());
    Dictionary dictionary = live.get().source().dictionary();
    Entity root =
        dictionary
            .entity(look.entity())
            .orElseThrow(() -> new Absent(Text.of("没有这一类记录", "there is no such kind of record")));
    Map<String, List<Said>> said = new LinkedHashMap<>();
    for (Prints.Line line : look.statements()) {
      if (line.stands() && line.change().record().equals(look.record())) {
        Statement one = line.change().said();
        said.computeIfAbsent(one.path(), path -> new ArrayList<>())
            .add(new Said(line.change().seq(), one.value(), one));
      }
    }
    Spot spot = spot(dictionary, root, at, said);
    String prefix = at.isEmpty() ? "" : at + ".";
    return new Sheet(
        look.record(),
        look.version(),
        at,
        spot.trail(),
        spot.entity(),
        spot.entity().facts().stream()
            .map(f -> new Line(f, prefix + f.id(), values(said.get(prefix + f.id()))))
            .toList(),
        spot.entity().relations().stream()
            .filter(Relation::many)
            .map(r -> listed(dictionary, r, prefix + r.id(), said))
            .toList());
  }

  private static List<Said> values(@Nullable List<Said> said) {
    return said == null
        ? List.of()
        : said.stream()
            .filter(
                one ->
                    one.statement().kind() == Statement.Kind.VALUE
                        || one.statement().kind() == Statement.Kind.NONE)
            .toList();
  }

  private static Listed listed(
      Dictionary dictionary, Relation relation, String path, Map<String, List<Said>> said) {
    Entity entity = dictionary.entities().get(relation.entity());
    List<Place> rows = new ArrayList<>();
    for (Map.Entry<String, List<Said>> entry : said.entrySet()) {
      String row = entry.getKey();
      boolean own =
          row.startsWith(path + "[") && row.indexOf(']', path.length()) == row.length() - 1;
      if (own
          && entry.getValue().stream()
              .anyMatch(one -> one.statement().kind() == Statement.Kind.ROW)) {
        rows.add(new Place(row, rowLabel(entity, row, said)));
      }
    }
    String completeTo =
        said.getOrDefault(path, List.of()).stream()
            .filter(one -> one.statement().kind() == Statement.Kind.COMPLETE)
            .map(Said::value)
            .reduce((a, b) -> b)
            .orElse(null);
    return new Listed(relation, path, rows, completeTo);
  }

  /** A row by the day from which it is, or by its number. */
  private static Text rowLabel(@Nullable Entity entity, String row, Map<String, List<Said>> said) {
    String begins = entity == null ? null : entity.begins();
    String day =
        begins == null
            ? null
            : said.getOrDefault(row + "." + begins, List.of()).stream()
                .map(Said::value)
                .reduce((a, b) -> b)
                .orElse(null);
    String number = row.substring(row.lastIndexOf("[r") + 2, row.length() - 1);
    String since = day == null ? "" : "，" + day;
    return Text.of("第 " + number + " 条" + since, "no. " + number + since.replace("，", ", "));
  }

  private static Spot spot(
      Dictionary dictionary, Entity root, String at, Map<String, List<Said>> said) {
    List<Place> trail = new ArrayList<>();
    Entity entity = root;
    String path = "";
    for (String step : at.isEmpty() ? new String[0] : at.split("\\.")) {
      Matcher named = STEP.matcher(step);
      Relation relation = named.matches() ? entity.relation(named.group(1)).orElse(null) : null;
      Entity next = relation == null ? null : dictionary.entities().get(relation.entity());
      path = path.isEmpty() ? step : path + "." + step;
      boolean there = step.endsWith("[new]") || said.containsKey(path) || !step.endsWith("]");
      if (relation == null || next == null || relation.many() != step.endsWith("]") || !there) {
        throw new Absent(Text.of("没有这一行", "there is no such row"));
      }
      trail.add(
          new Place(
              path,
              step.endsWith("[new]")
                  ? Text.of(relation.label().zh() + "：新的一条", relation.label().en() + ": new")
                  : relation.many()
                      ? labelled(relation, rowLabel(next, path, said))
                      : relation.label()));
      entity = next;
    }
    return new Spot(entity, trail);
  }

  private static Text labelled(Relation relation, Text row) {
    return Text.of(relation.label().zh() + row.zh(), relation.label().en() + " " + row.en());
  }

  /** One thing to record; exactly what the interface takes. */
  public record Entry(Map<String, Object> content) {
    public String path() {
      return String.valueOf(content.get("path"));
    }
  }

  /**
   * Records what a sheet says anew; all or none. The draft it was typed in is gone with it.
   *
   * @param seen the sheet's version
   * @throws Conflict when somebody else said something of the same since
   */
  @Transactional
  public Recorded record(
      Actor actor, UUID person, List<Entry> entries, long seen, Visit visit, Now now) {
    List<String> paths = entries.stream().map(Entry::path).toList();
    List<String> others =
        looks.changes(actor, person, seen, visit, now.at()).stream()
            .filter(change -> paths.contains(change.said().path()))
            .map(
                change ->
                    change.label().zh()
                        + (change.said().value() == null ? "" : " → " + change.said().value()))
            .toList();
    if (!others.isEmpty()) {
      throw new Conflict(
          Text.of(
              "您打开表格以后，他人已登记：" + String.join("、", others),
              "somebody else has recorded since you opened the form: "
                  + String.join(", ", others)));
    }
    return records.record(actor, person, tree(entries), visit, now.at());
  }

  private Tree tree(List<Entry> entries) {
    try {
      byte[] text =
          json.writeValueAsBytes(Map.of("entries", entries.stream().map(Entry::content).toList()));
      Tree tree = Trees.json(text).tree();
      if (tree == null) {
        throw new IllegalStateException("what was just written can be read");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
