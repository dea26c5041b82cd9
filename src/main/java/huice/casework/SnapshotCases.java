package huice.casework;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Node;
import huice.store.CaseTexts;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.SnapshotRow;
import huice.store.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cases of many persons at once, from snapshots: the same as {@link Records#caseOf} makes from
 * the facts one by one. A snapshot that is not right on the day is made anew from the facts. In the
 * caller's transaction; thread-safe.
 */
@ApplicationScoped
public class SnapshotCases {
  private final CaseTexts texts;
  private final Facts facts;
  private final Snapshots snapshots;
  private final Records records;

  SnapshotCases(CaseTexts texts, Facts facts, Snapshots snapshots, Records records) {
    this.texts = texts;
    this.facts = facts;
    this.snapshots = snapshots;
    this.records = records;
  }

  /**
   * A person's case. {@code version} is the greatest number that it rests on, {@code changesOn} the
   * first later day for which something else is recorded.
   */
  public record Given(UUID person, long version, @Nullable LocalDate changesOn, Case given) {}

  /** Cases of persons, and the snapshots that had to be made anew for them. */
  public record Read(List<Given> cases, List<SnapshotRow> anew) {
    public Read {
      cases = List.copyOf(cases);
      anew = List.copyOf(anew);
    }
  }

  /** The cases of a range of persons on a day. */
  public Read read(CaseTexts.Range range, LocalDate on, Dictionary dictionary, Instant at) {
    return new Round(on, dictionary, at).read(texts.people(range));
  }

  /** Keeps snapshots that were made anew, if they were made for the day of that moment. */
  public void keep(List<SnapshotRow> anew, LocalDate on, Instant at) {
    if (!anew.isEmpty() && on.equals(Days.of(at))) {
      // In one order, so that two batches with the same employers do not wait for each other.
      List<SnapshotRow> inOrder = new ArrayList<>(anew);
      inOrder.sort(java.util.Comparator.comparing(SnapshotRow::record));
      snapshots.renew(inOrder);
    }
  }

  /** One reading of many cases; not for several threads. */
  private final class Round {
    private final LocalDate on;
    private final Dictionary dictionary;
    private final Instant at;
    private final SnapshotText.Reader reader;
    private final List<SnapshotRow> anew = new ArrayList<>();

    Round(LocalDate on, Dictionary dictionary, Instant at) {
      this.on = on;
      this.dictionary = dictionary;
      this.at = at;
      this.reader = new SnapshotText.Reader(dictionary, on);
    }

    private record Target(String root, UUID record) {}

    Read read(List<CaseTexts.Kept> people) {
      Map<Target, CaseTexts.Kept> own = new LinkedHashMap<>();
      for (CaseTexts.Kept kept : people) {
        root(kept.entity()).ifPresent(root -> own.put(new Target(root, kept.record()), kept));
      }
      Map<Target, SnapshotText> read = texts(own);
      Map<Target, SnapshotText> others = texts(linked(read.values()));
      List<Given> cases = new ArrayList<>(people.size());
      read.values().forEach(text -> cases.add(given(text, others)));
      return new Read(cases, anew);
    }

    private Optional<String> root(String entity) {
      return Reading.root(dictionary, entity);
    }

    private Map<Target, SnapshotText> texts(Map<Target, CaseTexts.Kept> kept) {
      Map<Target, SnapshotText> read = new LinkedHashMap<>();
      Map<Target, CaseTexts.Kept> old = new LinkedHashMap<>();
      kept.forEach(
          (target, one) -> {
            SnapshotText text = reader.read(one, target.root());
            if (text == null) {
              old.put(target, one);
            } else {
              read.put(target, text);
            }
          });
      if (!old.isEmpty()) {
        made(old)
            .forEach(
                (target, one) ->
                    read.put(target, Objects.requireNonNull(reader.read(one, target.root()))));
      }
      return read;
    }

    private Map<Target, CaseTexts.Kept> made(Map<Target, CaseTexts.Kept> old) {
      Set<UUID> ids = new LinkedHashSet<>();
      old.keySet().forEach(target -> ids.add(target.record()));
      Map<UUID, List<FactRow>> all = new HashMap<>();
      for (FactRow row : facts.of(ids, Long.MAX_VALUE)) {
        all.computeIfAbsent(row.record(), id -> new ArrayList<>()).add(row);
      }
      Map<Target, CaseTexts.Kept> made = new LinkedHashMap<>();
      old.forEach(
          (target, one) -> {
            SnapshotRow row =
                Snapshot.of(
                    dictionary,
                    one.record(),
                    one.entity(),
                    all.getOrDefault(one.record(), List.of()),
                    on,
                    at);
            if (one.version() == row.version()) {
              anew.add(row);
            }
            made.put(target, with(one, row));
          });
      return made;
    }

    private Map<Target, CaseTexts.Kept> linked(Collection<SnapshotText> own) {
      Map<UUID, Set<String>> wanted = new LinkedHashMap<>();
      for (SnapshotText text : own) {
        text.links()
            .forEach(
                (root, id) ->
                    wanted.computeIfAbsent(id, target -> new LinkedHashSet<>()).add(root));
      }
      Map<Target, CaseTexts.Kept> found = new LinkedHashMap<>();
      for (CaseTexts.Kept kept : texts.of(wanted.keySet())) {
        for (String root : wanted.getOrDefault(kept.record(), Set.of())) {
          if (kept.entity().equals(dictionary.roots().get(root))) {
            found.put(new Target(root, kept.record()), kept);
          }
        }
      }
      return found;
    }

    private Given given(SnapshotText own, Map<Target, SnapshotText> others) {
      Map<String, Node> roots = new HashMap<>();
      roots.put(own.node().path(), own.node());
      long version = own.kept().version();
      LocalDate changesOn = own.changesOn();
      boolean whole = !own.merged();
      for (Map.Entry<String, UUID> link : own.links().entrySet()) {
        SnapshotText other = others.get(new Target(link.getKey(), link.getValue()));
        if (other == null) {
          continue;
        }
        whole &= !other.merged() && other.kept().mergedInto() == null;
        version = Math.max(version, other.kept().version());
        changesOn = earlier(changesOn, other.changesOn());
        if (!other.kept().person() || other.kept().consents() && other.consent()) {
          roots.put(link.getKey(), other.node());
        }
      }
      UUID person = own.kept().record();
      return whole
          ? new Given(person, version, changesOn, new Case(on, null, null, ordered(roots)))
          : fromFacts(person);
    }

    private Map<String, Node> ordered(Map<String, Node> roots) {
      Map<String, Node> ordered = new LinkedHashMap<>();
      for (String root : dictionary.roots().keySet()) {
        Node node = roots.get(root);
        if (node != null) {
          ordered.put(root, node);
        }
      }
      return ordered;
    }

    /** Of persons with more than one record, whose facts have to be put together. */
    private Given fromFacts(UUID person) {
      List<FactRow> around =
          facts.of(records.reading(Long.MAX_VALUE).around(person), Long.MAX_VALUE);
      long version = around.stream().mapToLong(FactRow::seq).max().orElse(0);
      return new Given(
          person,
          version,
          Snapshot.changesOn(around, on).orElse(null),
          records.caseOf(person, on, null, null, version, dictionary));
    }
  }

  private static CaseTexts.Kept with(CaseTexts.Kept kept, SnapshotRow made) {
    return new CaseTexts.Kept(
        kept.record(),
        kept.entity(),
        made.version(),
        made.dictionary(),
        made.content().getBytes(StandardCharsets.UTF_8),
        kept.person(),
        kept.consents(),
        kept.mergedInto());
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || b != null && b.isBefore(a) ? b : a;
  }
}
