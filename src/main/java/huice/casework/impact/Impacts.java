package huice.casework.impact;

import huice.casework.Absent;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Texts;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.ImpactTable;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Comparisons of releases: begun by policy officers, kept, and answered for. Thread-safe. */
@ApplicationScoped
public class Impacts {
  private static final int LONGEST = 500;

  private final ImpactTable table;
  private final ImpactWorker worker;
  private final Journal journal;

  Impacts(ImpactTable table, ImpactWorker worker, Journal journal) {
    this.table = table;
    this.worker = worker;
    this.journal = journal;
  }

  /** Marks what was running when the service ended: nothing of it was kept. For the start only. */
  @Transactional
  public int stopCutOff(Instant at) {
    return table.stopRunning(at);
  }

  /**
   * Begins a comparison once the running transaction has ended well.
   *
   * @param clock tells when it begins and ends
   * @throws huice.casework.Conflict when too many wait already
   */
  @Transactional
  public ImpactView begin(Actor actor, Question question, Comparing work, Clock clock) {
    if (actor.role() != Role.POLICY_OFFICER) {
      throw new NotAllowed(Text.of("只有政策人员可以办理。", "Only policy officers may do this."));
    }
    Instant at = clock.instant();
    ImpactTable.Row row =
        new ImpactTable.Row(
            UUID.randomUUID(),
            question.release(),
            question.base(),
            question.on(),
            question.scheme(),
            question.invented(),
            "running",
            0,
            at,
            actor.id(),
            actor.name(),
            null);
    table.add(row);
    Map<String, Object> content = ImpactWorker.content(row);
    content.put("step", "impact-begun");
    journal.write(new Journal.Entry(at, LogKind.RELEASE, actor, null, Texts.json(content)));
    worker.afterCommit(new ImpactWorker.Job(row, actor, work, clock));
    return view(row.id());
  }

  /**
   * How one stands.
   *
   * @throws Absent when there is none
   */
  @Transactional
  public ImpactView view(UUID id) {
    return view(row(id));
  }

  /** The latest first, without their differences. */
  @Transactional
  public List<ImpactView> latest() {
    return table.latest().stream().map(row -> view(row, List.of())).toList();
  }

  /** The result as JSON; empty until it is done. */
  @Transactional
  public Optional<String> content(UUID id) {
    return table.content(row(id).id());
  }

  /**
   * Explains or accepts a difference, under one's own name.
   *
   * @throws Absent when there is no such comparison or difference
   */
  @Transactional
  public ImpactView answer(
      Actor actor, UUID id, String scheme, String change, String reason, Instant at) {
    if (actor.role() != Role.POLICY_OFFICER && actor.role() != Role.CERTIFIER) {
      throw new NotAllowed(
          Text.of("只有政策人员和审定人可以办理。", "Only policy officers and certifiers may do this."));
    }
    ImpactTable.Row row = row(id);
    boolean known =
        table.differences(row.id()).stream()
            .anyMatch(d -> d.scheme().equals(scheme) && d.change().equals(change));
    if (!known) {
      throw new Absent(Text.of("没有这一项差异", "there is no such difference"));
    }
    String text = reason.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new Invalid(
          "/reason",
          Text.of("没有写，或超过 " + LONGEST + " 字", "absent, or longer than " + LONGEST),
          Text.of("写明为什么有这项差异、为什么可以接受", "say why it differs and why that is right"));
    }
    table.answer(row.id(), scheme, change, text, at, actor.id());
    Map<String, Object> content = ImpactWorker.content(row);
    content.put("step", "impact-answered");
    content.put("scheme", scheme);
    content.put("change", change);
    journal.write(new Journal.Entry(at, LogKind.RELEASE, actor, null, Texts.json(content)));
    return view(row);
  }

  private ImpactTable.Row row(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new Absent(Text.of("没有这次影响评估", "there is no such impact assessment")));
  }

  private ImpactView view(ImpactTable.Row row) {
    Map<String, ImpactView.Answer> answers = new HashMap<>();
    for (ImpactTable.Answer answer : table.answers(row.id())) {
      answers.put(
          answer.scheme() + " " + answer.change(),
          new ImpactView.Answer(answer.reason(), answer.name(), answer.at()));
    }
    return view(
        row,
        table.differences(row.id()).stream()
            .map(
                d ->
                    new ImpactView.Difference(
                        d.scheme(),
                        d.change(),
                        d.count(),
                        answers.get(d.scheme() + " " + d.change())))
            .toList());
  }

  private ImpactView view(ImpactTable.Row row, List<ImpactView.Difference> differences) {
    boolean running = row.state().equals("running");
    return new ImpactView(
        row.id(),
        row.release(),
        row.base(),
        row.onDay(),
        row.scheme(),
        row.invented(),
        row.state(),
        row.people(),
        running ? worker.done(row.id()) : row.people(),
        row.begunAt(),
        row.name(),
        row.endedAt(),
        differences);
  }
}
