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
import huice.store.Loads;
import huice.store.LogKind;
import huice.store.RecordRow;
import huice.store.RecordTable;
import huice.store.SnapshotRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Records about many things at once: checked as one by one, written together. Thread-safe; others
 * who record wait until the transaction ends.
 */
@ApplicationScoped
public class Bulk {
  private final BulkSubjects subjects;
  private final Loads loads;
  private final Facts facts;
  private final RecordTable records;
  private final Journal journal;
  private final Access access;

  Bulk(
      BulkSubjects subjects,
      Loads loads,
      Facts facts,
      RecordTable records,
      Journal journal,
      Access access) {
    this.subjects = subjects;
    this.loads = loads;
    this.facts = facts;
    this.records = records;
    this.journal = journal;
    this.access = access;
  }

  /** All that is to be recorded about one thing, which stands once among the others. */
  public record Sheaf(Subject subject, List<Statement> said) {
    public Sheaf {
      said = List.copyOf(said);
    }
  }

  /** The record that something has now, and whether it is new. */
  public record Kept(UUID record, boolean fresh) {}

  /** What is wrong with one sheaf; {@code statement} counts from 0, -1 for the sheaf as a whole. */
  public record Fault(int sheaf, int statement, Text what, Text instead) {}

  /** Nothing was recorded; all faults. */
  public static final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Faulty(List<Fault> faults) {
      super(faults.size() + " faults", null, false, false);
      this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  /**
   * Records in the running transaction.
   *
   * @param why what the log says it was for, such as the id of an import
   * @param progress told how many sheaves are checked
   * @return one for each sheaf
   * @throws Faulty when anything is wrong; the transaction has to be rolled back then
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Kept> record(
      Actor actor,
      CompiledRelease release,
      List<Sheaf> sheaves,
      String why,
      Instant at,
      IntConsumer progress) {
    Checked checked = checked(actor, release, sheaves, at, progress);
    subjects.add(sheaves, checked.found());
    keep(actor, release, checked, why, at);
    return checked.kept();
  }

  /**
   * The same without recording anything.
   *
   * @throws Faulty when anything is wrong
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Kept> check(
      Actor actor, CompiledRelease release, List<Sheaf> sheaves, Instant at, IntConsumer progress) {
    return checked(actor, release, sheaves, at, progress).kept();
  }

  /** What is to be kept, one for each sheaf, with what is there already. */
  private record Checked(
      List<BulkSubjects.Found> found, List<Loads.Said> said, Map<UUID, List<FactRow>> there) {
    List<Kept> kept() {
      return found.stream().map(BulkSubjects.Found::kept).toList();
    }
  }

  private Checked checked(
      Actor actor, CompiledRelease release, List<Sheaf> sheaves, Instant at, IntConsumer progress) {
    facts.lock();
    List<Fault> faults = new ArrayList<>();
    List<BulkSubjects.Found> found = subjects.find(actor, sheaves, at, faults);
    Map<UUID, List<FactRow>> there = there(found);
    List<Loads.Said> said = new ArrayList<>();
    for (int i = 0; i < sheaves.size(); i++) {
      RecordRow row = found.get(i).row();
      if (row != null) {
        List<FactRow> before = there.getOrDefault(row.id(), List.of());
        List<Statement> fitted = new ArrayList<>(subjects.own(sheaves.get(i), found.get(i)));
        fitted.addAll(fit(release, row, i, sheaves.get(i), before, at, faults));
        said.add(new Loads.Said(row.id(), fitted));
      }
      progress.accept(i + 1);
    }
    if (!faults.isEmpty()) {
      throw new Faulty(faults);
    }
    return new Checked(found, said, there);
  }

  private Map<UUID, List<FactRow>> there(List<BulkSubjects.Found> found) {
    List<UUID> old = new ArrayList<>();
    for (BulkSubjects.Found one : found) {
      RecordRow row = one.row();
      if (row != null && !one.fresh()) {
        old.add(row.id());
      }
    }
    Map<UUID, List<FactRow>> there = new HashMap<>();
    for (FactRow row : facts.of(old, Long.MAX_VALUE)) {
      there.computeIfAbsent(row.record(), id -> new ArrayList<>()).add(row);
    }
    return there;
  }

  /** What one request's statements go through, for a sheaf. */
  private List<Statement> fit(
      CompiledRelease release,
      RecordRow row,
      int number,
      Sheaf sheaf,
      List<FactRow> there,
      Instant at,
      List<Fault> faults) {
    Dictionary dictionary = release.source().dictionary();
    Entity entity = dictionary.entities().get(row.entity());
    if (sheaf.said().isEmpty() || entity == null) {
      return List.of();
    }
    try {
      return new RecordChecks(dictionary, row, entity, records, access)
          .fit(new StatementReader.Read(sheaf.said(), List.of()), there, Days.of(at));
    } catch (Invalid invalid) {
      for (Invalid.Fault fault : invalid.faults()) {
        faults.add(new Fault(number, place(fault.pointer()), fault.what(), fault.instead()));
      }
      return List.of();
    }
  }

  /** The statement that a pointer such as {@code /entries/3/path} names. */
  private static int place(String pointer) {
    String[] steps = pointer.split("/");
    return steps.length > 2 && steps[2].matches("\\d{1,6}") ? Integer.parseInt(steps[2]) : -1;
  }

  private void keep(Actor actor, CompiledRelease release, Checked checked, String why, Instant at) {
    List<BulkSubjects.Found> found = checked.found();
    List<Loads.Said> said = checked.said();
    List<FactRow> added = loads.append(said, at, actor.id());
    List<SnapshotRow> snapshots = new ArrayList<>();
    List<Journal.Entry> entries = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < said.size(); i++) {
      List<FactRow> own = added.subList(next, next + said.get(i).said().size());
      next += own.size();
      RecordRow row = found.get(i).row();
      if (row == null || (own.isEmpty() && !found.get(i).fresh())) {
        continue;
      }
      List<FactRow> all = new ArrayList<>(checked.there().getOrDefault(row.id(), List.of()));
      all.addAll(own);
      snapshots.add(Snapshot.of(release, row, all, at));
      boolean person = row.entity().equals(access.personEntity());
      entries.add(
          new Journal.Entry(
              at,
              LogKind.IMPORT,
              actor,
              person ? row.id() : null,
              content(found.get(i), own, why)));
    }
    loads.snapshots(snapshots);
    journal.writeAll(entries);
  }

  /** The statements lie in their table; their digest shows that they are still the same. */
  private static String content(BulkSubjects.Found found, List<FactRow> own, String why) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("import", why);
    content.put("record", found.kept().record().toString());
    content.put("new", found.fresh());
    content.put("entries", own.size());
    if (!own.isEmpty()) {
      content.put("first", own.get(0).seq());
      content.put("last", own.get(own.size() - 1).seq());
      content.put("digest", digest(own));
    }
    return Texts.json(content);
  }

  static String digest(List<FactRow> own) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (FactRow row : own) {
        sha.update((row.seq() + " " + row.said() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
