package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Statement;
import huice.model.Text;
import huice.policy.StatementReader;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.RecordRow;
import huice.store.RecordTable;
import huice.store.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Adds statements to a record, with its snapshot and an entry of the log, in the caller's
 * transaction. Thread-safe.
 */
@ApplicationScoped
class Recorder {
  private final Facts facts;
  private final RecordTable records;
  private final Snapshots snapshots;
  private final Journal journal;
  private final LiveRelease live;
  private final Access access;
  private final Reads reads;
  private final Event<NewFacts> news;

  Recorder(
      Facts facts,
      RecordTable records,
      Snapshots snapshots,
      Journal journal,
      LiveRelease live,
      Access access,
      Reads reads,
      Event<NewFacts> news) {
    this.facts = facts;
    this.records = records;
    this.snapshots = snapshots;
    this.journal = journal;
    this.live = live;
    this.access = access;
    this.reads = reads;
    this.news = news;
  }

  /** Reads what is to be recorded by the live dictionary, and records all or none. */
  Recorded record(
      Actor actor,
      RecordRow row,
      BiFunction<Dictionary, Entity, StatementReader.Read> reader,
      Instant at) {
    facts.lock();
    CompiledRelease release = live.get();
    Dictionary dictionary = release.source().dictionary();
    Entity entity = entity(dictionary, row);
    List<FactRow> there = facts.of(List.of(row.id()), Long.MAX_VALUE);
    List<Statement> fitted =
        new RecordChecks(dictionary, row, entity, records, access)
            .fit(reader.apply(dictionary, entity), there, Days.of(at));
    return append(actor, row, fitted, there, release, at);
  }

  /** A statement of the program's own about a record, such as of a consent. */
  void own(Actor actor, RecordRow row, Statement said, Instant at) {
    facts.append(row.id(), List.of(said), at, actor.id());
    snapshots.put(Snapshot.of(live.get(), row, facts.of(List.of(row.id()), Long.MAX_VALUE), at));
  }

  private Recorded append(
      Actor actor,
      RecordRow row,
      List<Statement> said,
      List<FactRow> there,
      CompiledRelease release,
      Instant at) {
    List<FactRow> added = facts.append(row.id(), said, at, actor.id());
    List<FactRow> all = new ArrayList<>(there);
    all.addAll(added);
    snapshots.put(Snapshot.of(release, row, all, at));
    boolean correcting = said.stream().anyMatch(one -> one.corrects() != null);
    journal.write(
        new Journal.Entry(
            at,
            correcting ? LogKind.CORRECTION : LogKind.FACT,
            actor,
            reads.about(row.id()),
            Texts.json(
                Map.of(
                    "record",
                    row.id().toString(),
                    "entries",
                    added.stream().map(Recorder::logged).toList()))));
    news.fire(new NewFacts(row.id(), actor, at));
    long version = added.get(added.size() - 1).seq();
    return new Recorded(
        row.id(),
        version,
        added.stream().map(one -> new Recorded.Kept(one.seq(), one.path())).toList());
  }

  private static Map<String, Object> logged(FactRow row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("seq", row.seq());
    entry.put("path", row.path());
    entry.put("kind", row.said().kind().name().toLowerCase(Locale.ROOT));
    entry.put("said", row.said().toString());
    return entry;
  }

  private static Entity entity(Dictionary dictionary, RecordRow row) {
    return dictionary
        .entity(row.entity())
        .orElseThrow(
            () ->
                new Conflict(
                    Text.of(
                        "现行发布的事实词典里没有这一类记录。",
                        "The live release's dictionary has no such kind of record.")));
  }
}
