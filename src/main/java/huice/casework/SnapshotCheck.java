package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Text;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.OwnPaths;
import huice.store.RecordRow;
import huice.store.RecordTable;
import huice.store.SnapshotRow;
import huice.store.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the snapshots say what the facts say. One that was written by the words of an earlier
 * dictionary is not broken: it is told apart, and rewritten on demand. Thread-safe.
 */
@ApplicationScoped
public class SnapshotCheck {
  private final Facts facts;
  private final RecordTable records;
  private final Snapshots snapshots;
  private final LiveRelease live;

  SnapshotCheck(Facts facts, RecordTable records, Snapshots snapshots, LiveRelease live) {
    this.facts = facts;
    this.records = records;
    this.snapshots = snapshots;
    this.live = live;
  }

  /** A record whose snapshot says something else than its facts. */
  public record Broken(UUID record, Text what) {}

  /** What came of looking at all records: the broken ones, and those of an earlier dictionary. */
  public record Found(int records, List<Broken> broken, List<UUID> earlier) {
    public Found {
      broken = List.copyOf(broken);
      earlier = List.copyOf(earlier);
    }
  }

  /** Compares every record's snapshot with its facts. Nobody can record meanwhile. */
  @Transactional
  public Found run() {
    facts.lock();
    CompiledRelease release = live.get();
    List<Broken> broken = new ArrayList<>();
    List<UUID> earlier = new ArrayList<>();
    List<UUID> all = records.all();
    for (UUID id : all) {
      SnapshotRow kept = snapshots.find(id).orElse(null);
      List<FactRow> own = facts.of(List.of(id), Long.MAX_VALUE);
      if (kept != null
          && !kept.dictionary().equals(Wording.digest(release.source().dictionary()))) {
        earlier.add(id);
        continue;
      }
      Text fault = fault(release, id, kept, own);
      if (fault != null) {
        broken.add(new Broken(id, fault));
      }
    }
    return new Found(all.size(), broken, earlier);
  }

  private @Nullable Text fault(
      CompiledRelease release, UUID id, @Nullable SnapshotRow kept, List<FactRow> own) {
    if (kept == null) {
      // what a withdrawn consent leaves are statements of the program's own
      return own.stream().allMatch(row -> OwnPaths.own(row.path()))
          ? null
          : Text.of("没有快照", "there is no snapshot");
    }
    Optional<RecordRow> record = records.find(id);
    SnapshotRow made = Snapshot.of(release, record.orElseThrow(), own, kept.changedAt());
    if (made.version() != kept.version()) {
      return Text.of("快照不含最后记录的内容", "the snapshot lacks what was recorded last");
    }
    return made.content().equals(kept.content()) && made.entity().equals(kept.entity())
        ? null
        : Text.of("快照与记录不一致", "the snapshot differs from the facts");
  }

  /** Writes the snapshots of an earlier dictionary anew; returns how many. */
  @Transactional
  public int renew(Instant at) {
    List<UUID> earlier = run().earlier();
    CompiledRelease release = live.get();
    for (UUID id : earlier) {
      RecordRow record = records.find(id).orElseThrow();
      snapshots.put(Snapshot.of(release, record, facts.of(List.of(id), Long.MAX_VALUE), at));
    }
    return earlier.size();
  }
}
