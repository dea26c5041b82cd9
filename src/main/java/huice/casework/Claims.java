package huice.casework;

import huice.model.Actor;
import huice.model.Quality;
import huice.model.Statement;
import huice.model.Text;
import huice.store.ClaimTable;
import huice.store.Facts;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.OwnPaths;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What organisations claim for. A claim is a record of the organisation's kind without a name; what
 * is recorded in it is seen in its own case only, together with what is recorded about the
 * organisation, and an application for it names the claim's record as its record. Thread-safe.
 */
@ApplicationScoped
public class Claims {
  private final Records records;
  private final RecordTable table;
  private final ClaimTable claims;
  private final Facts facts;
  private final Access access;
  private final Journal journal;

  Claims(
      Records records,
      RecordTable table,
      ClaimTable claims,
      Facts facts,
      Access access,
      Journal journal) {
    this.records = records;
    this.table = table;
    this.claims = claims;
    this.facts = facts;
    this.access = access;
    this.journal = journal;
  }

  /** A claim, by the id of its record. */
  public record Claim(UUID id, UUID organisation, String entity, String office) {}

  /**
   * A new claim of an organisation, in the hands of the caller's office.
   *
   * @throws Absent when there is no such organisation
   */
  @Transactional
  public Claim open(Actor actor, UUID organisation, Instant at) {
    RecordRow of = records.row(organisation);
    if (access.closed(of)) {
      throw new Absent(Text.of("没有登记这个单位", "no such organisation is registered"));
    }
    facts.lock();
    RecordRow row =
        new RecordRow(UUID.randomUUID(), of.entity(), actor.office(), null, null, at, actor.id());
    table.add(row);
    claims.add(row.id(), of.id(), at, actor.id());
    // the claim's case shows the organisation as one record with it; nothing leads back
    Statement merged =
        Statement.link(OwnPaths.MERGED, of.id(), "ledger", Quality.VERIFIED, Days.of(at));
    records.own(actor, row, merged, at);
    journal.write(
        new Journal.Entry(
            at,
            LogKind.FACT,
            actor,
            null,
            Texts.json(Map.of("claim", row.id().toString(), "of", of.id().toString()))));
    return new Claim(row.id(), of.id(), row.entity(), row.office());
  }

  /**
   * A claim of the caller's office.
   *
   * @throws Absent when there is none
   * @throws NotAllowed when it is another office's
   */
  @Transactional
  public Claim find(Actor actor, UUID id) {
    Optional<UUID> organisation = claims.organisation(id);
    if (organisation.isEmpty()) {
      throw new Absent(Text.of("没有这项申请", "there is no such claim"));
    }
    RecordRow row = records.row(id);
    access.read(actor, row, Visit.NONE);
    return new Claim(row.id(), organisation.get(), row.entity(), row.office());
  }
}
