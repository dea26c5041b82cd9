package huice.casework;

import huice.casework.impact.Shadow;
import huice.model.Actor;
import huice.model.ReleaseStep;
import huice.model.ReleaseStep.Kind;
import huice.model.Role;
import huice.model.Text;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.ReleaseStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a release goes live and back: proposed by one policy officer, approved by another, rolled
 * back by any. What a step leads to is up to {@link ReleaseHistory}. Safe to use from all threads.
 */
@ApplicationScoped
public class GoingLive {
  private static final int LONGEST = 500;

  private final LiveRelease live;
  private final Releases releases;
  private final ReleaseStore store;
  private final Journal journal;
  private final Shadow shadow;

  GoingLive(
      LiveRelease live, Releases releases, ReleaseStore store, Journal journal, Shadow shadow) {
    this.live = live;
    this.releases = releases;
    this.store = store;
    this.journal = journal;
    this.shadow = shadow;
  }

  /** All steps so far. */
  @Transactional
  public ReleaseHistory history() {
    return new ReleaseHistory(store.steps());
  }

  /**
   * Keeps the release and asks for its approval.
   *
   * @throws Invalid without a reference to an impact assessment, with one of another release, or
   *     with a start before today
   * @throws Conflict when it is proposed, live or about to be
   */
  @Transactional
  public ReleaseStep propose(
      Actor actor, CheckedRelease release, Proposal proposal, Instant at, LocalDate today) {
    ReleaseHistory history = begin(actor);
    String impact = text("/impact", proposal.impact());
    shadow.requireReference(impact, release.digest());
    if (proposal.startOn().isBefore(today)) {
      throw new Invalid(
          "/from",
          Text.of("开始日期早于今天", "the start lies before today"),
          Text.of("写今天或以后的日期", "write today or a later day"));
    }
    if (history.open(release.digest()).isPresent()) {
      throw new Conflict(Text.of("该发布已提出，等待批准。", "This release is proposed already."));
    }
    if (history.liveOn(today).filter(of(release)).isPresent()
        || history.after(today).stream().anyMatch(of(release))) {
      throw new Conflict(Text.of("该发布已经批准。", "This release is approved already."));
    }
    store.put(release.digest(), release.files().zip());
    return add(
        actor,
        new ReleaseStep(
            0,
            release.digest(),
            Kind.PROPOSED,
            impact,
            proposal.startOn(),
            proposal.terms(),
            null,
            at,
            actor.id(),
            actor.name()));
  }

  private static Predicate<ReleaseStep> of(CheckedRelease release) {
    return step -> step.release().equals(release.digest());
  }

  /** Whether somebody proposed this release and nobody has approved or rejected it. */
  @Transactional
  public boolean awaits(String release) {
    return !live.fromFolder() && new ReleaseHistory(store.steps()).open(release).isPresent();
  }

  /**
   * Why a release that does not await it cannot be approved; the check before an approval takes too
   * long to begin it in vain.
   */
  @Transactional
  public Conflict notAwaiting(Actor actor) {
    begin(actor);
    return notAwaiting();
  }

  /**
   * Lets a proposed release decide from its start on, or from today when that has passed.
   *
   * @throws NotAllowed when it is the actor's own
   * @throws Conflict when it is not proposed, or has not run beside the live one on the real cases,
   *     or nobody answered for a difference
   */
  @Transactional
  public ReleaseStep approve(Actor actor, CheckedRelease release, Instant at, LocalDate today) {
    ReleaseHistory history = begin(actor);
    if (!release.compared()) {
      throw new IllegalArgumentException("not compared with Drools' compiler");
    }
    ReleaseStep proposed = proposed(history, release.digest());
    if (history.authors(release.digest()).contains(actor.id())) {
      throw new NotAllowed(
          Text.of(
              "提出发布的人不能批准它，请另一位政策人员批准。",
              "Whoever proposed a release cannot approve it; another policy officer has to."));
    }
    shadow.require(release.digest(), live.get().digest());
    LocalDate wanted = Objects.requireNonNull(proposed.startOn());
    ReleaseStep step =
        add(
            actor,
            new ReleaseStep(
                0,
                proposed.release(),
                Kind.APPROVED,
                proposed.impact(),
                wanted.isBefore(today) ? today : wanted,
                proposed.terms(),
                null,
                at,
                actor.id(),
                actor.name()));
    releases.keep(release.compiled());
    return step;
  }

  /**
   * Turns a proposal down, or takes one's own back.
   *
   * @throws Conflict when it is not proposed
   */
  @Transactional
  public ReleaseStep reject(Actor actor, String release, String reason, Instant at) {
    ReleaseHistory history = begin(actor);
    ReleaseStep proposed = proposed(history, release);
    return add(actor, ending(proposed.release(), Kind.REJECTED, reason, at, actor));
  }

  /**
   * Ends the live release at once; the one approved before decides again. Takes seconds when that
   * one has to be compiled.
   *
   * @throws Conflict when there is none before it, or this program cannot read it any more
   */
  @Transactional
  public ReleaseStep rollBack(Actor actor, String reason, Instant at, LocalDate today) {
    ReleaseHistory history = begin(actor);
    ReleaseStep target =
        history
            .beforeLive(today)
            .orElseThrow(
                () ->
                    new Conflict(
                        Text.of("此前没有批准过的发布，无法回退。", "No release was approved before this one.")));
    requireReadable(target.release());
    String ended = history.liveOn(today).orElseThrow().release();
    return add(actor, ending(ended, Kind.ROLLED_BACK, reason, at, actor));
  }

  /** Once the step is written, there is no way back to a release that decides. */
  private void requireReadable(String release) {
    try {
      releases.compiled(release);
    } catch (CompiledReleases.Unreadable e) {
      throw new Conflict(
          Text.of(
              "上一个批准的发布 " + release + " 已不能由本程序读取，没有回退。请停用有问题的规则或项目（/api/switches），再提出并批准一个改正后的发布。",
              "The release approved before, "
                  + release
                  + ", can no longer be read by this program; nothing was rolled back. Switch off"
                  + " the rule or scheme at fault (/api/switches), then propose and approve a"
                  + " corrected release."));
    }
  }

  /** The release that came with the program, when no other was ever approved. */
  @Transactional
  Optional<ReleaseStep> install(LiveRelease.Current folder, Instant at, LocalDate today) {
    store.lock();
    boolean empty = store.steps().stream().noneMatch(step -> step.kind() == Kind.APPROVED);
    if (!empty) {
      return Optional.empty();
    }
    store.put(folder.compiled().digest(), Objects.requireNonNull(folder.files()).zip());
    String digest = folder.compiled().digest();
    return Optional.of(
        add(
            Actor.PROGRAM,
            new ReleaseStep(0, digest, Kind.APPROVED, null, today, null, null, at, null, null)));
  }

  /** One change at a time, by a named policy officer, and only where approvals count. */
  private ReleaseHistory begin(Actor actor) {
    if (actor.role() != Role.POLICY_OFFICER) {
      throw new NotAllowed(Text.of("只有政策人员可以办理。", "Only policy officers may do this."));
    }
    if (live.fromFolder()) {
      throw new Conflict(
          Text.of(
              "此服务使用文件夹里的规则（huice.release=folder），不经批准。",
              "Here the folder's files decide, without approval (huice.release=folder)."));
    }
    store.lock();
    return new ReleaseHistory(store.steps());
  }

  private static ReleaseStep proposed(ReleaseHistory history, String release) {
    return history.open(release).orElseThrow(GoingLive::notAwaiting);
  }

  private static Conflict notAwaiting() {
    return new Conflict(Text.of("该发布没有待批准的提议。", "This release is not awaiting approval."));
  }

  private static ReleaseStep ending(
      String release, Kind kind, String reason, Instant at, Actor actor) {
    String why = text("/reason", reason);
    return new ReleaseStep(0, release, kind, null, null, null, why, at, actor.id(), actor.name());
  }

  private static String text(String pointer, @Nullable String sent) {
    String text = sent == null ? "" : sent.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new Invalid(
          pointer,
          Text.of("没有写，或超过 " + LONGEST + " 字", "absent, or longer than " + LONGEST),
          Text.of("写出依据", "write it down"));
    }
    return text;
  }

  private ReleaseStep add(Actor actor, ReleaseStep step) {
    ReleaseStep added = store.add(step);
    journal.write(
        new Journal.Entry(step.at(), LogKind.RELEASE, actor, null, ReleaseEntry.json(added)));
    return added;
  }
}
