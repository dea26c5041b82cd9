package huice.casework.report;

import huice.casework.Access;
import huice.casework.LiveRelease;
import huice.casework.Texts;
import huice.casework.decision.Bearing;
import huice.casework.decision.Now;
import huice.casework.task.TaskKind;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Text;
import huice.model.ValueType;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.ReportTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether groups fare differently (R23): outcomes, contacts and time, by what the dictionary marks
 * as protected and by township. Not shown: groups, and shares, of few. Nothing else reads these
 * facts, and no rule may. Thread-safe.
 */
@ApplicationScoped
public class Disparity {
  private final ReportTable table;
  private final ReportSettings settings;
  private final LiveRelease live;
  private final Access access;
  private final Journal journal;

  Disparity(
      ReportTable table,
      ReportSettings settings,
      LiveRelease live,
      Access access,
      Journal journal) {
    this.table = table;
    this.settings = settings;
    this.live = live;
    this.access = access;
    this.journal = journal;
  }

  /**
   * One group. {@code decided} and the rest null where the group is small; {@code favourable} in
   * hundredths, null too where few fared otherwise; {@code contacts}: in all, in tenths a person.
   */
  @Schema(name = "DisparityGroup")
  public record Group(
      Text name,
      @Nullable Long decided,
      @Nullable Integer favourable,
      @Nullable Long medianDays,
      @Nullable Double contacts) {}

  /** One way of cutting; {@code attribute}: what it is about in the dictionary's word. */
  @Schema(name = "DisparityCut")
  public record Cut(Text title, String attribute, List<Group> groups) {}

  @Schema(name = "DisparityReport")
  public record View(LocalDate from, LocalDate to, List<Cut> cuts, int fewest) {}

  /** What happened to one group. */
  private static final class Tally {
    private long favourable;
    private final List<Integer> days = new ArrayList<>();
    private long contacts;
    private long reached;
  }

  @Transactional
  public View of(LocalDate from, LocalDate to, Actor by, Now now) {
    List<ReportTable.Decided> decided = table.decided(from, to);
    List<ReportTable.Reached> reached =
        table.reached(TaskKind.CONTACT.name().toLowerCase(Locale.ROOT), from, to);
    List<Cut> cuts = new ArrayList<>();
    for (Fact fact : attributes()) {
      Map<UUID, String> groups = groups(fact, to);
      cuts.add(
          cut(
              fact.label(),
              String.valueOf(fact.protectedAttribute()),
              tallies(
                  decided,
                  reached,
                  one -> groups.get(one.record()),
                  one -> groups.get(one.record()))));
    }
    cuts.add(
        cut(
            Text.of("乡镇（受理机构）", "township (receiving office)"),
            "township",
            tallies(decided, reached, ReportTable.Decided::office, ReportTable.Reached::office)));
    journal.write(
        new Journal.Entry(
            now.at(), LogKind.AUDIT, by, null, Texts.json(Map.of("report", "disparity"))));
    return new View(from, to, cuts, settings.fewest());
  }

  /** What the dictionary marks as protected of a person, as far as groups can be made of it. */
  private List<Fact> attributes() {
    Dictionary dictionary = live.get().source().dictionary();
    return dictionary.entity(access.personEntity()).orElseThrow().facts().stream()
        .filter(fact -> fact.protectedAttribute() != null)
        .filter(fact -> fact.type() == ValueType.DATE || fact.type() == ValueType.CHOICE)
        .toList();
  }

  private Map<UUID, String> groups(Fact fact, LocalDate on) {
    Map<UUID, String> groups = new HashMap<>();
    for (ReportTable.Known known : table.known(fact.id())) {
      String group = fact.type() == ValueType.DATE ? band(known.value(), on) : word(fact, known);
      if (group != null) {
        groups.put(known.record(), group);
      }
    }
    return groups;
  }

  private static String word(Fact fact, ReportTable.Known known) {
    return fact.choices().stream()
        .filter(choice -> choice.id().equals(known.value()))
        .map(choice -> choice.label().zh())
        .findFirst()
        .orElse(known.value());
  }

  /** The band of full years on a day; null when it is no day. */
  private @Nullable String band(String day, LocalDate on) {
    try {
      int years = LocalDate.parse(day).until(on).getYears();
      int low = 0;
      for (int next : settings.ages()) {
        if (years < next) {
          return low + "–" + (next - 1) + " 岁";
        }
        low = next;
      }
      return low + " 岁以上";
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Map<String, Tally> tallies(
      List<ReportTable.Decided> decided,
      List<ReportTable.Reached> reached,
      Function<ReportTable.Decided, @Nullable String> ofDecided,
      Function<ReportTable.Reached, @Nullable String> ofReached) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (ReportTable.Decided one : decided) {
      String group = ofDecided.apply(one);
      if (group != null) {
        Tally tally = tallies.computeIfAbsent(group, g -> new Tally());
        tally.days.add(one.days());
        tally.favourable += Bearing.of(one.bearing()) == Bearing.FAVOURABLE ? 1 : 0;
      }
    }
    for (ReportTable.Reached one : reached) {
      String group = ofReached.apply(one);
      if (group != null) {
        Tally tally = tallies.computeIfAbsent(group, g -> new Tally());
        tally.reached++;
        tally.contacts += one.times();
      }
    }
    return tallies;
  }

  private Cut cut(Text title, String attribute, Map<String, Tally> tallies) {
    List<Map.Entry<String, Tally>> all = List.copyOf(tallies.entrySet());
    Suppression decided = column(all, tally -> (long) tally.days.size());
    Suppression reached = column(all, tally -> tally.reached);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Tally tally = all.get(i).getValue();
      boolean few = decided.hides(i) || tally.days.isEmpty();
      boolean rarely = reached.hides(i) || tally.reached == 0;
      groups.add(
          new Group(
              Text.of(all.get(i).getKey(), all.get(i).getKey()),
              decided.hides(i) ? null : (Long) (long) tally.days.size(),
              few ? null : share(tally),
              few ? null : (Long) median(tally.days),
              rarely ? null : (Double) (Math.round(10.0 * tally.contacts / tally.reached) / 10.0)));
    }
    return new Cut(title, attribute, groups);
  }

  private Suppression column(List<Map.Entry<String, Tally>> all, Function<Tally, Long> count) {
    return Suppression.of(
        all.stream().map(entry -> count.apply(entry.getValue())).toList(), settings.fewest());
  }

  /** Null where those who fared otherwise are few: they could be found. */
  private @Nullable Integer share(Tally tally) {
    long all = tally.days.size();
    long fewer = Math.min(tally.favourable, all - tally.favourable);
    return fewer > 0 && fewer < settings.fewest()
        ? null
        : (Integer) (int) Math.round(100.0 * tally.favourable / all);
  }

  private static long median(List<Integer> days) {
    List<Integer> sorted = days.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
