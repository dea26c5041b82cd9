package huice.casework.employer;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Payees;
import huice.casework.Reads;
import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.casework.employer.FindingView.Answer;
import huice.explain.AssessmentJson;
import huice.model.Actor;
import huice.model.Assessment;
import huice.model.ConditionResult;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Role;
import huice.model.Text;
import huice.store.Facts;
import huice.store.FindingTable;
import huice.store.FindingTable.Finding;
import huice.store.SwitchRow;
import huice.store.SwitchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands on to an inspector what the rules find not kept: never a verdict, always by a named person
 * who opened the reasons of that very finding (R1, R3), answered by another. Thread-safe.
 */
@ApplicationScoped
public class Findings {
  private static final int MOST = 200;
  private static final String OPENED = "opened";
  private static final String PROPOSED = "proposed";
  private static final String ANSWERED = "answered";

  private final Employers employers;
  private final FindingTable table;
  private final FindingViews views;
  private final Records records;
  private final Releases releases;
  private final SwitchTable switches;
  private final Payees payees;
  private final Reads reads;
  private final Facts facts;

  Findings(
      Employers employers,
      FindingTable table,
      FindingViews views,
      Records records,
      Releases releases,
      SwitchTable switches,
      Payees payees,
      Reads reads,
      Facts facts) {
    this.employers = employers;
    this.table = table;
    this.views = views;
    this.records = records;
    this.releases = releases;
    this.switches = switches;
    this.payees = payees;
    this.reads = reads;
    this.facts = facts;
  }

  /**
   * Keeps what the rules find of one duty now, whole, so that somebody can read it and hand it on.
   *
   * @throws Conflict when the duty is not found unkept now, or a kill switch is set
   */
  @Transactional
  public FindingView keep(
      UUID employer, UUID record, String scheme, String subject, Actor by, Now now) {
    named(by, Role.CASEWORKER);
    Employers.Look look = employers.look(by, employer, scheme, record, now);
    Outcome outcome =
        look.duties().stream()
            .filter(duty -> duty.record().equals(record))
            .map(Duty::outcome)
            .filter(found -> found.subject().equals(subject))
            .findFirst()
            .orElseThrow(() -> new Conflict(Text.of("现在没有这一项", "there is no such thing now")));
    if (outcome.outcome() != Result.NOT_KEPT || outcome.indicative()) {
      throw new Conflict(
          Text.of(
              "这项义务现在不是「没有做到」，没有可以移交的", "this duty is not found unkept now: nothing to hand on"));
    }
    working(scheme, look.release().digest(), rules(outcome));
    Assessment alone = new Assessment(look.on(), look.release().digest(), List.of(outcome));
    Finding finding =
        new Finding(
            UUID.randomUUID(),
            look.employer().id(),
            record,
            scheme,
            subject,
            outcome.outcome().name(),
            new String(AssessmentJson.kept(alone), StandardCharsets.UTF_8),
            look.on(),
            look.from().atDay(1),
            look.known(),
            look.release().digest(),
            releases.program(),
            releases.drools(),
            releases.measures(look.release(), Set.of(scheme)),
            by.office(),
            now.at(),
            by.id());
    table.add(finding);
    views.log(finding, "duty found not kept", Map.of(), by, now);
    return views.of(finding, by, false);
  }

  /** What is switched off proposes nothing (R38). */
  private static Set<String> rules(Outcome outcome) {
    return Set.copyOf(outcome.conditions().stream().map(ConditionResult::id).toList());
  }

  private void working(String scheme, String release, Set<String> rules) {
    for (SwitchRow one : switches.all()) {
      boolean touched =
          switch (one.kind()) {
            case "scheme" -> one.target().equals(scheme);
            case "release" -> one.target().equals(release);
            default -> rules.contains(one.target());
          };
      if (one.liftedAt() == null && touched) {
        throw new Conflict(
            Text.of("所依据的规则、项目或者发布已停用", "a kill switch is set for what this rests on"));
      }
    }
  }

  /** A finding whole; reading it is noted. */
  @Transactional
  public FindingView view(UUID id, Actor by, Now now) {
    Finding finding = views.find(id, by);
    note(finding, by, now);
    return views.of(finding, by, true);
  }

  private void note(Finding finding, Actor by, Now now) {
    if (payees.about(finding.record()) != null) {
      reads.note(by, List.of(finding.record()), Visit.NONE, "duties", now.at());
    }
  }

  /** What was handed on, what waits for an answer first. */
  @Transactional
  public List<FindingView> proposed(Actor by) {
    return table.proposed(MOST).stream()
        .filter(finding -> views.sees(finding, by))
        .map(finding -> views.of(finding, by, false))
        .sorted((a, b) -> Boolean.compare(a.answered() != null, b.answered() != null))
        .toList();
  }

  /** That the caller opened the reasons of this very finding (R3). */
  @Transactional
  public FindingView open(UUID id, Actor by, Now now) {
    Finding finding = views.locked(id, by);
    table.add(id, OPENED, null, null, now.at(), by.id());
    note(finding, by, now);
    views.log(finding, "opened the reasons of a duty", Map.of(), by, now);
    return views.of(finding, by, true);
  }

  /**
   * Hands a finding on to an inspector: a proposal, with no effect on anybody.
   *
   * @throws Conflict when the reasons were not opened, facts changed since, or it was handed on
   */
  @Transactional
  public FindingView propose(UUID id, Actor by, Now now) {
    named(by, Role.CASEWORKER);
    // Nobody records meanwhile: what changed since is seen.
    facts.lock();
    Finding finding = views.locked(id, by);
    FindingView before = views.of(finding, by, false);
    working(finding.scheme(), finding.release(), rules(views.kept(finding)));
    if (before.proposed() != null) {
      throw new Conflict(Text.of("已经移交过", "it was handed on already"));
    }
    if (!before.opened()) {
      throw new Conflict(Text.of("请先打开这一次的全部理由", "open the reasons of this very finding first"));
    }
    if (!records.changes(finding.record(), finding.factsVersion()).isEmpty()) {
      throw new Conflict(
          Text.of(
              "这以后登记的事实有变化，请回到单位的义务重新查看",
              "facts were recorded since; look at the employer's duties again"));
    }
    table.add(id, PROPOSED, null, null, now.at(), by.id());
    views.log(finding, "proposed to an inspector", Map.of(), by, now);
    return views.of(finding, by, false);
  }

  /**
   * Records what the inspector answers; by somebody else than who handed it on.
   *
   * @param why needed where it is not taken up
   */
  @Transactional
  public FindingView answer(UUID id, Answer answer, @Nullable String why, Actor by, Now now) {
    named(by, Role.REVIEWER);
    if (answer == Answer.NOT_TAKEN_UP && (why == null || why.isBlank())) {
      throw new Invalid(
          "/why",
          Text.of("不予受理须写明理由", "not taking it up needs a reason"),
          Text.of("请写明", "write it"));
    }
    Finding finding = views.locked(id, by);
    FindingView before = views.of(finding, by, false);
    if (before.proposed() == null || before.answered() != null) {
      throw new Conflict(
          before.proposed() == null
              ? Text.of("还没有移交", "it was not handed on yet")
              : Text.of("已经答复过", "it was answered already"));
    }
    if (before.proposed().by().equals(by.id())) {
      throw new NotAllowed(Text.of("移交的人不能登记答复", "who handed it on cannot record the answer"));
    }
    table.add(id, ANSWERED, answer.id(), why, now.at(), by.id());
    views.log(finding, "inspector answered", Map.of("answer", answer.id()), by, now);
    return views.of(finding, by, false);
  }

  private static void named(Actor by, Role role) {
    if (!by.named() || by.role() != role) {
      throw new NotAllowed(Text.of("您的角色不能办理这一步", "your role does not take this step"));
    }
  }
}
