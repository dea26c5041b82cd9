package huice.casework.decision;

import huice.casework.Records;
import huice.casework.Releases;
import huice.explain.Differences;
import huice.model.Actor;
import huice.model.Outcome;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import huice.store.DecisionRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides again what changed facts affect, under the rules of its time: the day and months that
 * were decided about (R33), by today's release or, for running awards, the one whose {@link Terms}
 * they have. Thread-safe.
 */
@ApplicationScoped
public class Reassessments {
  private static final List<String> DECIDED =
      Arrays.stream(State.values()).filter(State::decided).map(Enum::name).toList();

  private final ApplicationTable applications;
  private final Courses courses;
  private final Making making;
  private final Proposals proposals;
  private final Records records;
  private final Releases releases;
  private final Since since;
  private final Terms terms;

  Reassessments(
      ApplicationTable applications,
      Courses courses,
      Making making,
      Proposals proposals,
      Records records,
      Releases releases,
      Since since,
      Terms terms) {
    this.applications = applications;
    this.courses = courses;
    this.making = making;
    this.proposals = proposals;
    this.records = records;
    this.releases = releases;
    this.since = since;
    this.terms = terms;
  }

  /**
   * One affected application: what was decided and what it would be now, side by side; {@code
   * proposal} null where nothing differs or nothing was decided yet; {@code proposeAgain}: it is
   * still open and its proposal rests on older facts.
   */
  public record Reassessed(
      UUID application,
      String scheme,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      @Nullable UUID decision,
      @Nullable String before,
      @Nullable String after,
      List<Text> reasons,
      boolean adverse,
      boolean proposeAgain,
      @Nullable UUID proposal,
      State state) {
    public Reassessed {
      reasons = List.copyOf(reasons);
    }
  }

  /** Everything that changed facts of a record affect, also where it is only linked. */
  @Transactional
  public List<Reassessed> of(UUID record, Actor by, Now now) {
    Set<UUID> affected = new LinkedHashSet<>(List.of(record));
    affected.addAll(applications.linkedWith(record));
    List<Reassessed> found = new ArrayList<>();
    for (ApplicationRow row : applications.ofRecords(affected)) {
      Courses.Loaded loaded = courses.locked(row.id());
      Reassessed one = one(loaded, by, now);
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  /**
   * Running awards of the own office whose terms a release has changed since they were last looked
   * at; only proposals come of it, and none where a person decided otherwise than the rules. Each
   * is committed by itself, so that what was done before a fault stays done and is not done again.
   */
  public List<Reassessed> ofRunningAwards(Actor by, Now now) {
    List<UUID> running =
        QuarkusTransaction.joiningExisting()
            .call(() -> applications.running(by.office(), DECIDED, YearMonth.from(now.today())));
    List<Reassessed> found = new ArrayList<>();
    for (UUID application : running) {
      Reassessed one =
          QuarkusTransaction.requiringNew()
              .call(() -> underNewTerms(courses.locked(application), by, now));
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private @Nullable Reassessed underNewTerms(Courses.Loaded loaded, Actor by, Now now) {
    Draft effective = loaded.course().effective();
    DecisionRow latest = loaded.latest();
    return effective != null
            && !effective.byPerson()
            && latest != null
            && terms.changed(loaded.decision(effective.id()), latest, now.today())
        ? one(loaded, by, now)
        : null;
  }

  private @Nullable Reassessed one(Courses.Loaded loaded, Actor by, Now now) {
    DecisionRow latest = loaded.latest();
    Draft effective = loaded.course().effective();
    if (latest == null || loaded.course().state() == State.WITHDRAWN) {
      return null;
    }
    if (effective == null) {
      return since.changed(loaded, latest) ? open(loaded, latest) : null;
    }
    DecisionRow decided = loaded.decision(effective.id());
    if (!since.changed(loaded, latest) && !terms.changed(decided, latest, now.today())) {
      return null;
    }
    Optional<Found> before =
        making.again(loaded.row(), decided, releases.compiled(decided.release()));
    long known = records.version();
    Found after = making.now(loaded.row(), decided.on(), terms.of(decided, now.today()));
    List<Text> reasons =
        before
            .map(b -> Differences.between(b.outcome(), after.outcome()))
            .orElse(List.of(Text.of("原来的个案无法重读", "the old case cannot be read again")));
    Outcome old = before.map(Found::outcome).orElse(null);
    Bearing bearing = bearing(loaded, after.outcome(), decided, old);
    if (same(after.outcome(), decided, old)) {
      return reassessed(loaded, decided, after, List.of(), bearing, null);
    }
    if (!mayReassess(loaded)) {
      return reassessed(loaded, decided, after, reasons, bearing, null);
    }
    Courses.Loaded proposed =
        proposals.proposed(loaded, after, Act.REASSESS, bearing, known, by, now);
    return reassessed(proposed, decided, after, reasons, bearing, proposed.latest());
  }

  /** While an objection is open, its reviewer decides. */
  private static boolean mayReassess(Courses.Loaded loaded) {
    return Machine.step(loaded.course().state(), Act.REASSESS, Turn.ADVERSE).isPresent();
  }

  /** Also what a person decided otherwise is compared: its result and sum are what has effect. */
  private static boolean same(Outcome after, DecisionRow decided, @Nullable Outcome old) {
    if (old == null) {
      return false;
    }
    boolean byPerson = decided.kind().equals("override") || decided.kind().equals("review");
    boolean unchanged =
        after.outcome() == old.outcome()
            && Objects.equals(Bearings.sum(after), Bearings.sum(old))
            && !Bearings.less(after, old)
            && !Bearings.less(old, after);
    return byPerson ? unchanged && Differences.between(old, after).isEmpty() : unchanged;
  }

  private static Bearing bearing(
      Courses.Loaded loaded, Outcome after, DecisionRow decided, @Nullable Outcome old) {
    Bearing alone = Bearings.of(after, loaded.row().claimed(), decided.adverse() ? null : old);
    boolean less =
        !decided.adverse()
            && alone == Bearing.FAVOURABLE
            && Bearings.less(Bearings.sum(after), decided.amount());
    return less ? Bearing.ADVERSE : alone;
  }

  private static Reassessed open(Courses.Loaded loaded, DecisionRow latest) {
    return new Reassessed(
        loaded.row().id(),
        loaded.row().scheme(),
        latest.from(),
        latest.to(),
        latest.id(),
        latest.result(),
        null,
        List.of(Text.of("提出意见以后事实有变化", "facts changed since it was proposed")),
        false,
        true,
        null,
        loaded.course().state());
  }

  private static Reassessed reassessed(
      Courses.Loaded loaded,
      DecisionRow decided,
      Found after,
      List<Text> reasons,
      Bearing bearing,
      @Nullable DecisionRow proposal) {
    return new Reassessed(
        loaded.row().id(),
        loaded.row().scheme(),
        decided.from(),
        decided.to(),
        decided.id(),
        decided.result(),
        after.outcome().outcome().name(),
        reasons,
        bearing == Bearing.ADVERSE,
        false,
        proposal == null ? null : proposal.id(),
        loaded.course().state());
  }
}
