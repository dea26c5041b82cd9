package huice.simulation.impact;

import huice.model.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the difference of two states of the packs comes to for a population on a day. {@code base}
 * and {@code now} are the digests of the releases; {@code unread} counts those whose case one of
 * them could not read, who are in no other number; {@code same} names the schemes that need no
 * deciding, as nothing they read differs. Everything in it may be shown: small numbers of people
 * are withheld and nobody is named. Written as JSON as it stands.
 *
 * @param on a day, year-month-day
 * @param invented whether nobody of the population is real
 * @param only the schemes asked for; empty for all
 */
public record Impact(
    String base,
    String now,
    String on,
    boolean invented,
    int people,
    int unread,
    int smallest,
    List<String> only,
    List<String> same,
    List<Scheme> schemes,
    List<Total> totals,
    List<Single> singles) {

  /**
   * One scheme. {@code changes} counts outcomes by {@link Change}, all of them present; {@code
   * indicative}: nothing of it is payable. {@code appears}: before or after it does not exist.
   */
  public record Scheme(
      String id,
      String title,
      String kind,
      boolean monthly,
      boolean indicative,
      boolean added,
      boolean removed,
      long decided,
      Map<Change, Long> changes,
      List<Move> moves,
      Sum before,
      Sum after,
      List<Breakdown> breakdowns) {
    public Scheme {
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
      moves = List.copyOf(moves);
      breakdowns = List.copyOf(breakdowns);
    }

    public long count(Change change) {
      return changes.getOrDefault(change, 0L);
    }

    /** Whether any outcome is another one. */
    public boolean differs() {
      return decided != count(Change.SAME);
    }
  }

  /** How many outcomes went from one result to another. */
  public record Move(Text from, Text to, long count) {}

  /**
   * What is paid: the sum of the exact amounts, the ranges ({@code to} is null where one has no
   * upper end), and how many amounts are not set, which are in no sum.
   */
  public record Sum(
      long exact,
      String sum,
      long ranges,
      @Nullable String from,
      @Nullable String to,
      long notSet) {
    /** Whether there is any amount, set or not. */
    public boolean any() {
      return exact + ranges + notSet > 0;
    }

    /** Whether the sum says something: there is an exact amount, or there is no amount at all. */
    public boolean summed() {
      return exact > 0 || !any();
    }
  }

  /** What all entitlements of one sort cost together. */
  public record Total(boolean monthly, boolean indicative, Sum before, Sum after) {}

  /**
   * People by groups, each once by the most telling change of theirs; columns as {@link Column}. A
   * number that is null is withheld.
   */
  public record Breakdown(String id, Text label, boolean withheld, List<Row> rows) {
    public Breakdown {
      rows = List.copyOf(rows);
    }
  }

  /** One group of a breakdown. */
  public record Row(Text label, long people, List<@Nullable Long> counts) {
    public Row {
      counts = Collections.unmodifiableList(new java.util.ArrayList<>(counts));
    }
  }

  /** What a breakdown counts. */
  public enum Column {
    GAIN(Text.of("得益", "gain"), Change.GAINS, Change.MORE),
    LOSE(Text.of("受损", "lose"), Change.LOSES, Change.LESS),
    NOW_AGAINST(Change.NOW_AGAINST.label(), Change.NOW_AGAINST),
    TO_MISSING(Change.TO_MISSING.label(), Change.TO_MISSING),
    TO_UNSETTLED(Change.TO_UNSETTLED.label(), Change.TO_UNSETTLED),
    OTHER(Change.OTHER.label(), Change.OTHER),
    SAME(Change.SAME.label(), Change.SAME);

    private final Text label;
    private final List<Change> changes;

    Column(Text label, Change... changes) {
      this.label = label;
      this.changes = List.of(changes);
    }

    public Text label() {
      return label;
    }

    static Column of(Change change) {
      for (Column column : values()) {
        if (column.changes.contains(change)) {
          return column;
        }
      }
      throw new IllegalStateException();
    }
  }

  /** One case, before and after; {@code subject} is what it is about, in words. */
  public record Single(
      int no,
      String scheme,
      String title,
      Change change,
      Text subject,
      @Nullable Side before,
      @Nullable Side after,
      List<Text> differences) {
    public Single {
      differences = List.copyOf(differences);
    }
  }

  /** Whether a reason of one side is not the other's as well. */
  static boolean own(String reason, @Nullable Side other) {
    return other == null || !other.reasons().contains(reason);
  }

  /** How an outcome came under one release; {@code amount} is null where nothing is paid. */
  public record Side(Text result, @Nullable Text amount, List<String> reasons) {
    public Side {
      reasons = List.copyOf(reasons);
    }
  }

  public Impact {
    only = List.copyOf(only);
    same = List.copyOf(same);
    schemes = List.copyOf(schemes);
    totals = List.copyOf(totals);
    singles = List.copyOf(singles);
  }

  /** The schemes of which anything became different. */
  public List<Scheme> differing() {
    return schemes.stream().filter(Scheme::differs).toList();
  }

  /** The titles of those that were decided, without any difference. */
  public List<String> unchanged() {
    return schemes.stream().filter(scheme -> !scheme.differs()).map(Scheme::title).toList();
  }

  /** Outcomes of all schemes by what became of them. */
  public long count(Change change) {
    return schemes.stream().mapToLong(scheme -> scheme.count(change)).sum();
  }
}
