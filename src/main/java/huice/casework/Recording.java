package huice.casework;

import huice.model.Statement;
import huice.model.Statement.Kind;
import huice.model.Text;
import huice.store.FactRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fits what is to be recorded to what is there: gives new rows their keys, finds what corrections
 * correct, and names all faults. Made for one request; not thread-safe.
 */
final class Recording {
  private static final int MOST_ROWS = 2_000;
  private static final Text ONCE = Text.of("请只更正一次", "correct it once");
  private static final Text LOOK = Text.of("请先查看这份记录", "look at the record first");

  private final Map<Long, FactRow> bySeq;
  private final Set<Long> corrected = new HashSet<>();
  private final Set<String> everUsed;
  private final Set<String> rows = new TreeSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();
  private final Map<String, Long> rowSeqs = new HashMap<>();
  private final List<Invalid.Fault> faults = new ArrayList<>();
  private final List<Statement> ready = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  Recording(List<FactRow> there) {
    this.bySeq = there.stream().collect(Collectors.toMap(FactRow::seq, row -> row));
    this.everUsed = there.stream().map(FactRow::path).collect(Collectors.toSet());
    there.forEach(row -> add(corrected, row.said().corrects()));
    for (FactRow row : Said.standing(there, Long.MAX_VALUE)) {
      if (row.said().kind() == Kind.ROW) {
        rows.add(row.path());
        rowSeqs.put(row.path(), row.seq());
      }
    }
  }

  private static void add(Set<Long> set, @Nullable Long number) {
    if (number != null) {
      set.add(number);
    }
  }

  /**
   * The statements as they are kept, rows before what is said of them.
   *
   * @throws Invalid naming all faults
   * @throws Conflict when somebody else corrected the same before
   */
  List<Statement> fit(List<Statement> said) {
    Set<Long> now = new LinkedHashSet<>();
    for (int i = 0; i < said.size(); i++) {
      Statement one = said.get(i);
      String path = path(one, i);
      if (path != null) {
        Statement fitted = corrected(one.at(path), i);
        Long corrects = fitted.corrects();
        if (corrects != null && !now.add(corrects)) {
          fault(i, "corrects", Text.of("同一条更正了两次", "it is corrected twice"), ONCE);
        }
        // a new row without more came with its key
        if (fitted.kind() != Kind.ROW || corrects != null) {
          ready.add(fitted);
        }
        places.put(path, i);
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    if (now.stream().anyMatch(corrected::contains)) {
      throw new Conflict(
          Text.of("这一条已被他人更正。", "Somebody else has corrected this statement."), version());
    }
    return ready;
  }

  /** The entry that a path came from, null when from none. */
  @Nullable Integer place(String path) {
    return places.get(path);
  }

  private long version() {
    return bySeq.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The path with the keys of its rows; null after a fault. */
  private @Nullable String path(Statement said, int i) {
    StringBuilder path = new StringBuilder();
    String[] steps = said.path().split("\\.");
    for (int step = 0; step < steps.length; step++) {
      path.append(path.isEmpty() ? "" : ".").append(steps[step]);
      if (!steps[step].endsWith("]")) {
        continue;
      }
      boolean itself = step == steps.length - 1;
      String row = row(path.toString(), said, itself, i);
      if (row == null) {
        return null;
      }
      path = new StringBuilder(row);
    }
    return path.toString();
  }

  /** A row's path once it is there or new; null after a fault. */
  private @Nullable String row(String path, Statement said, boolean itself, int i) {
    if (path.contains("[new") && path.lastIndexOf("[new") == path.lastIndexOf('[')) {
      if (itself && said.kind() == Kind.GONE) {
        fault(i, "path", Text.of("新的一行不会是误录", "a new row is no mistake yet"), LOOK);
        return null;
      }
      return fresh(path, said, i);
    }
    boolean revived = itself && said.kind() == Kind.ROW && said.corrects() != null;
    boolean there = rows.contains(path);
    if (revived || (there && !(itself && said.kind() == Kind.ROW))) {
      return path;
    }
    fault(
        i,
        "path",
        there
            ? Text.of("这一行已经在了", "this row is already there")
            : Text.of("没有这一行", "there is no such row"),
        Text.of("新的一行写 [new]", "write [new] for a new row"));
    return null;
  }

  /** The same word means the same new row within one request. */
  private @Nullable String fresh(String path, Statement said, int i) {
    String known = keys.get(path);
    if (known != null) {
      return known;
    }
    String list = path.substring(0, path.lastIndexOf('['));
    int number = last.computeIfAbsent(list, l -> RowKey.last(l, everUsed)) + 1;
    if (number > MOST_ROWS) {
      fault(
          i,
          "path",
          Text.of("这个列表超过 " + MOST_ROWS + " 行", "the list has more than " + MOST_ROWS + " rows"),
          LOOK);
      return null;
    }
    last.put(list, number);
    String row = new RowKey(list, 0, number).path();
    keys.put(path, row);
    rows.add(row);
    ready.add(said.row(row));
    return row;
  }

  /** With the number that it takes the place of, where it corrects something. */
  private Statement corrected(Statement said, int i) {
    Long corrects = said.corrects();
    if (corrects == null && said.kind() == Kind.GONE) {
      Long row = rowSeqs.get(said.path());
      if (row == null) {
        fault(
            i,
            "corrects",
            Text.of("没有写明哪一条是误录", "it does not say which statement was a mistake"),
            Text.of("请写那一条的编号 seq", "write the seq of that statement"));
        return said;
      }
      return said.inPlaceOf(row);
    }
    FactRow target = corrects == null ? null : bySeq.get(corrects);
    if (corrects != null && (target == null || !target.path().equals(said.path()))) {
      fault(
          i,
          "corrects",
          Text.of("这份记录的这个路径上没有这个编号", "no statement of this path has this number"),
          LOOK);
    }
    return said;
  }

  private void fault(int i, String key, Text what, Text instead) {
    faults.add(new Invalid.Fault("/entries/" + i + "/" + key, what, instead));
  }
}
