package huice.casework.run;

import huice.casework.SnapshotCases;
import huice.casework.Texts;
import huice.engine.Brief;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Result;
import huice.store.AssessedRow;
import huice.store.AssessedTable;
import huice.store.CaseTexts;
import huice.store.Facts;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.RunRow;
import huice.store.RunTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch of a run: read as of one moment, decided, and written in one transaction with its mark
 * and its entry of the log, or not at all. Thread-safe.
 */
@ApplicationScoped
class RunBatch {
  private static final int SECONDS = 300;

  private final SnapshotCases cases;
  private final CaseTexts texts;
  private final AssessedTable assessed;
  private final RunTable runs;
  private final Facts facts;
  private final Journal journal;

  RunBatch(
      SnapshotCases cases,
      CaseTexts texts,
      AssessedTable assessed,
      RunTable runs,
      Facts facts,
      Journal journal) {
    this.cases = cases;
    this.texts = texts;
    this.assessed = assessed;
    this.runs = runs;
    this.facts = facts;
    this.journal = journal;
  }

  /** What all batches of a run have in common. */
  record Work(RunRow run, CompiledRelease release, Basis basis, Actor actor, Clock clock) {
    boolean partial() {
      return run.scheme() != null;
    }
  }

  void run(Work work, int no) {
    RunRow run = work.run();
    CaseTexts.Range range = new CaseTexts.Range(no, run.batches(), run.whole() ? null : run.id());
    SnapshotCases.Read read =
        QuarkusTransaction.requiringNew()
            .timeout(SECONDS)
            .call(
                () -> {
                  texts.oneMoment();
                  return cases.read(
                      range,
                      run.onDay(),
                      work.release().source().dictionary(),
                      work.clock().instant());
                });
    List<AssessedRow> rows = decide(work, read.cases());
    QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> write(work, no, rows, read));
  }

  private static List<AssessedRow> decide(Work work, List<SnapshotCases.Given> given) {
    String scheme = work.run().scheme();
    List<List<Brief>> briefs =
        work.release()
            .brief(
                given.stream().map(SnapshotCases.Given::given).toList(),
                scheme == null ? Set.of() : Set.of(scheme));
    List<AssessedRow> rows = new ArrayList<>(given.size());
    for (int i = 0; i < briefs.size(); i++) {
      rows.add(row(work, given.get(i), briefs.get(i)));
    }
    return rows;
  }

  private static AssessedRow row(Work work, SnapshotCases.Given given, List<Brief> briefs) {
    List<Stated> stated = new ArrayList<>(briefs.size());
    LocalDate recheckOn = given.changesOn();
    for (Brief brief : briefs) {
      stated.add(Compact.stated(brief, work.basis()));
      recheckOn = earlier(recheckOn, brief.recheckOn());
    }
    return new AssessedRow(
        given.person(),
        given.version(),
        work.run().release(),
        work.run().onDay(),
        work.run().basis(),
        recheckOn,
        stated.stream().anyMatch(one -> told(one, work.basis())),
        Compact.write(stated, work.basis()));
  }

  /** What a person is told of: what may be applied for, by a policy in force. */
  static boolean told(Stated one, Basis basis) {
    return one.result() == Result.ELIGIBLE
        && one.payable()
        && basis.scheme(basis.place(one.scheme())).entitlement();
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || b != null && b.isBefore(a) ? b : a;
  }

  private void write(Work work, int no, List<AssessedRow> decided, SnapshotCases.Read read) {
    // Whoever withdraws or is erased meanwhile has to stay out.
    facts.holdOff();
    List<AssessedRow> rows = new ArrayList<>(decided);
    Set<UUID> gone = new HashSet<>(texts.gone(rows.stream().map(AssessedRow::person).toList()));
    rows.removeIf(row -> gone.contains(row.person()));
    if (work.partial()) {
      rows = merged(work, rows);
    }
    assessed.replace(rows);
    Instant at = work.clock().instant();
    cases.keep(read.anew(), work.run().onDay(), at);
    byte[] hash = hash(rows);
    runs.batch(work.run().id(), no, rows.size(), hash, at);
    Map<String, Object> content = new java.util.LinkedHashMap<>();
    content.put("run", work.run().id().toString());
    content.put("batch", no);
    content.put("people", rows.size());
    content.put("hash", HexFormat.of().formatHex(hash));
    journal.write(new Journal.Entry(at, LogKind.RUN, work.actor(), null, Texts.json(content)));
  }

  /**
   * Of one scheme only: what is kept of the others stays, and with it the facts, the day and the
   * rules it was made by. What was made by other rules is left for the run that makes it anew.
   */
  private List<AssessedRow> merged(Work work, List<AssessedRow> rows) {
    Map<UUID, AssessedRow> before = new HashMap<>();
    assessed
        .of(rows.stream().map(AssessedRow::person).toList())
        .forEach(row -> before.put(row.person(), row));
    List<AssessedRow> merged = new ArrayList<>();
    for (AssessedRow row : rows) {
      AssessedRow old = before.get(row.person());
      if (old == null) {
        merged.add(row);
      } else if (old.basis() == row.basis()
          && old.version() == row.version()
          && old.onDay().equals(row.onDay())) {
        merged.add(merged(work.basis(), old, row));
      }
    }
    return merged;
  }

  private static AssessedRow merged(Basis basis, AssessedRow old, AssessedRow row) {
    List<Stated> now = Compact.read(row.outcomes(), basis);
    Set<String> schemes = new HashSet<>();
    now.forEach(one -> schemes.add(one.scheme()));
    List<Stated> all = new ArrayList<>(now);
    for (Stated one : Compact.read(old.outcomes(), basis)) {
      if (!schemes.contains(one.scheme())) {
        all.add(one);
      }
    }
    all.sort(java.util.Comparator.comparingInt(one -> basis.place(one.scheme())));
    return new AssessedRow(
        old.person(),
        old.version(),
        old.release(),
        old.onDay(),
        old.basis(),
        earlier(old.recheckOn(), row.recheckOn()),
        all.stream().anyMatch(one -> told(one, basis)),
        Compact.write(all, basis));
  }

  /** Over all that is kept, so that it can be shown later that nothing was changed. */
  private static byte[] hash(List<AssessedRow> rows) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (AssessedRow row : rows) {
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES * 4);
        head.putLong(row.person().getMostSignificantBits());
        head.putLong(row.person().getLeastSignificantBits());
        head.putLong(row.version()).putLong(row.onDay().toEpochDay());
        sha.update(head.array());
        sha.update(row.release().getBytes(StandardCharsets.UTF_8));
        sha.update(row.outcomes());
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
