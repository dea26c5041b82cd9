package huice.simulation.impact;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.explain.Worded;
import huice.model.Dictionary;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.SubjectKind;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides a population under two releases on all processors and tells what differs. Only schemes
 * that may differ are decided. Immutable; a comparison has no effect and keeps nothing.
 */
public final class Comparison {
  private final CompiledRelease before;
  private final CompiledRelease after;
  private final Report report;
  private final Set<String> only;

  /** {@code only}: schemes by id, empty for all. */
  public Comparison(
      CompiledRelease before, CompiledRelease after, Report report, Set<String> only) {
    this.before = before;
    this.after = after;
    this.report = report;
    this.only = new LinkedHashSet<>(only);
  }

  /** The schemes that have to be decided, in the order of the files. */
  public Set<String> differing() {
    Set<String> differing = Differing.between(before, after);
    if (!only.isEmpty()) {
      differing.retainAll(only);
    }
    return differing;
  }

  /**
   * Decides everybody, who all are read for the same day.
   *
   * @param progress hears, from any thread, how many parties are done
   * @throws java.util.concurrent.CancellationException when the thread is interrupted meanwhile
   */
  public Impact of(People people, LocalDate on, IntConsumer progress) {
    Set<String> differing = differing();
    Counting counting = new Counting(before, after, report, differing);
    Counted counted =
        differing.isEmpty()
            ? new Counted(report.cases())
            : new Sweep(people, counting).run(progress);
    Map<String, String> titles = titles();
    List<Impact.Scheme> schemes = new ArrayList<>();
    for (String id : differing) {
      schemes.add(scheme(id, titles, counted.tally(id)));
    }
    return new Impact(
        before.digest(),
        after.digest(),
        on.toString(),
        people.invented(),
        people.size(),
        counted.unread(),
        report.smallest(),
        List.copyOf(only),
        same(differing),
        schemes,
        totals(schemes, counted),
        new Singles(before, after, people).told(counted.telling().chosen(), titles));
  }

  private List<String> same(Set<String> differing) {
    return after.schemes().stream()
        .map(SchemeInfo::id)
        .filter(id -> !differing.contains(id) && (only.isEmpty() || only.contains(id)))
        .toList();
  }

  private Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    before.schemes().forEach(scheme -> titles.put(scheme.id(), scheme.title()));
    after.schemes().forEach(scheme -> titles.put(scheme.id(), scheme.title()));
    return titles;
  }

  private Impact.Scheme scheme(String id, Map<String, String> titles, Tally tally) {
    SchemeInfo old = info(before, id);
    SchemeInfo now = info(after, id);
    SchemeInfo any = now == null ? Objects.requireNonNull(old) : now;
    boolean draft = tally.indicative();
    Map<Change, Long> changes = new LinkedHashMap<>();
    for (Change change : Change.values()) {
      changes.put(change, tally.count(change));
    }
    return new Impact.Scheme(
        id,
        titles.getOrDefault(id, id),
        any.kind().zh(),
        any.monthly(),
        draft,
        old == null,
        now == null,
        tally.decided(),
        changes,
        tally.moves().stream().map(move -> move(any.kind(), move)).toList(),
        (draft ? tally.draftBefore : tally.payableBefore).told(),
        (draft ? tally.draftAfter : tally.payableAfter).told(),
        tally.breakdowns(report.groupings(), report.smallest()));
  }

  private static Impact.Move move(SchemeKind kind, Tally.Move move) {
    return new Impact.Move(words(kind, move.from()), words(kind, move.to()), move.count());
  }

  private static Text words(SchemeKind kind, @Nullable Result result) {
    return result == null ? Text.of("没有这一项", "not there") : Worded.result(kind, result);
  }

  /** Entitlements only: what employers owe is no cost of the policy. */
  private List<Impact.Total> totals(List<Impact.Scheme> schemes, Counted counted) {
    List<Impact.Total> totals = new ArrayList<>();
    for (boolean draft : List.of(false, true)) {
      for (boolean monthly : List.of(false, true)) {
        Spending old = new Spending();
        Spending now = new Spending();
        for (Impact.Scheme scheme : schemes) {
          if (scheme.monthly() == monthly && scheme.kind().equals(SchemeKind.ENTITLEMENT.zh())) {
            Tally tally = counted.tally(scheme.id());
            old.add(draft ? tally.draftBefore : tally.payableBefore);
            now.add(draft ? tally.draftAfter : tally.payableAfter);
          }
        }
        if (!old.empty() || !now.empty()) {
          totals.add(new Impact.Total(monthly, draft, old.told(), now.told()));
        }
      }
    }
    return totals;
  }

  private static @Nullable SchemeInfo info(CompiledRelease release, String id) {
    return release.schemes().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * Whether an outcome about a kind of subject is counted with such a party: it is theirs, and of
   * several members it is the first of whom the couple's one decision is counted.
   */
  static boolean counts(@Nullable SubjectKind kind, Party party) {
    if (kind == null) {
      return false;
    }
    if (kind.root() != null) {
      return kind.root().equals(party.root());
    }
    if (!kind.members().isEmpty()) {
      return party.first() && kind.members().contains(party.root());
    }
    return kind.rows() != null && kind.rows().startsWith(party.root() + ".");
  }

  /** The words of the two releases, and whether they are the same, so that one reading does. */
  static boolean sameWords(Dictionary a, Dictionary b) {
    return a.roots().equals(b.roots())
        && a.subjects().equals(b.subjects())
        && a.entities().keySet().equals(b.entities().keySet())
        && a.entities().entrySet().stream()
            .allMatch(
                e -> {
                  var other = Objects.requireNonNull(b.entities().get(e.getKey()));
                  return e.getValue().facts().equals(other.facts())
                      && e.getValue().relations().equals(other.relations());
                });
  }
}
