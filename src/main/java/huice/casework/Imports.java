package huice.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.policy.ImportFault;
import huice.store.ImportRow;
import huice.store.ImportTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What imports there are and how they stand. Thread-safe. */
@ApplicationScoped
public class Imports {
  /** Of the faults of one import, so many are kept. */
  static final int MOST = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ImportTable table;
  private final ImportKinds kinds;
  private final ImportWorker worker;
  private final Claims claims;

  Imports(ImportTable table, ImportKinds kinds, ImportWorker worker, Claims claims) {
    this.table = table;
    this.kinds = kinds;
    this.worker = worker;
    this.claims = claims;
  }

  /** Marks what was running when the service ended: nothing of it was kept. For the start only. */
  @Transactional
  public int stopCutOff(Instant at) {
    return table.stopRunning(at);
  }

  /**
   * Begins an import once the running transaction has ended well.
   *
   * @param bytes of the table; not copied, not to be changed
   * @param clock tells the day of what names none, and when the import ends
   * @param claim whose rows they are; null for all other kinds
   * @throws Absent when there is no such kind
   * @throws Invalid when the claim is missing or out of place
   * @throws Conflict when too many imports wait already
   */
  @Transactional
  public ImportJob begin(
      Actor actor, String kind, boolean xlsx, byte[] bytes, @Nullable UUID claim, Clock clock) {
    Instant at = clock.instant();
    ImportKind known = kinds.kind(kind);
    claim(actor, known, claim);
    ImportRow row =
        new ImportRow(
            UUID.randomUUID(), known.id(), at, actor.id(), "running", 0, 0, 0, 0, 0, "[]", null);
    table.add(row);
    worker.afterCommit(new ImportWorker.Work(row, actor, xlsx, bytes, claim, clock));
    return job(row);
  }

  private void claim(Actor actor, ImportKind kind, @Nullable UUID claim) {
    boolean needed = kind.of() == ImportKind.Of.CLAIM;
    if (needed != (claim != null)) {
      throw new Invalid(
          "/claim",
          needed
              ? Text.of("没有写明是哪一项申请的", "it does not say of which claim the rows are")
              : Text.of("这一种导入不属于某项申请", "this kind of import is of no claim"),
          needed
              ? Text.of("请写 claim=…，见 POST /api/claims", "write claim=…, see POST /api/claims")
              : Text.of("请删去 claim", "leave claim out"));
    }
    if (claim != null && !claims.find(actor, claim).entity().equals(kind.root().id())) {
      throw new Invalid(
          "/claim",
          Text.of("这项申请不是这一类单位的", "the claim is of another kind of organisation"),
          Text.of("请核对", "check it"));
    }
  }

  /**
   * How an import stands, for who began it and for auditors.
   *
   * @throws Absent for everybody else
   */
  @Transactional
  public ImportJob job(Actor actor, UUID id) {
    return table
        .find(id)
        .filter(row -> row.begunBy().equals(actor.id()) || actor.role() == Role.AUDITOR)
        .map(this::job)
        .orElseThrow(() -> new Absent(Text.of("没有这次导入", "there is no such import")));
  }

  private ImportJob job(ImportRow row) {
    try {
      return new ImportJob(
          row.id(),
          row.kind(),
          row.state(),
          row.total(),
          row.state().equals("running") ? worker.done(row.id()) : row.done(),
          row.added(),
          row.known(),
          row.faults(),
          JSON.readValue(row.problems(), new TypeReference<List<ImportJob.Problem>>() {}),
          row.begunAt(),
          row.endedAt());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first faults as they are kept. */
  static String problems(List<ImportFault> faults) {
    return Texts.json(
        faults.stream()
            .limit(MOST)
            .map(
                fault ->
                    new ImportJob.Problem(
                        fault.row(),
                        fault.column(),
                        fault.what().zh(),
                        fault.what().en(),
                        fault.instead().zh(),
                        fault.instead().en()))
            .toList());
  }
}
