package huice.casework.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.NotAllowed;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.ActRow;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import huice.store.DecisionRow;
import huice.store.DecisionTable;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.PersonTable;
import huice.store.RuleSeen;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place where acts are done: what the machine allows is written, everything else is
 * refused. For whoever runs a transaction; thread-safe.
 */
@ApplicationScoped
class Courses {
  private final ApplicationTable applications;
  private final DecisionTable decisions;
  private final PersonTable persons;
  private final Journal journal;
  private final ObjectMapper json;
  private final Machine machine;

  Courses(
      ApplicationTable applications,
      DecisionTable decisions,
      PersonTable persons,
      Journal journal,
      ObjectMapper json,
      Settings settings) {
    this.applications = applications;
    this.decisions = decisions;
    this.persons = persons;
    this.journal = journal;
    this.json = json;
    this.machine = new Machine(settings.periods());
  }

  /** An application with everything that was done on it. */
  record Loaded(ApplicationRow row, Course course, List<DecisionRow> decisions, List<ActRow> acts) {

    DecisionRow decision(UUID id) {
      return decisions.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }

    /** The latest proposal or decision; null when there is none. */
    @Nullable DecisionRow latest() {
      return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    }
  }

  /** What is written beside an act; {@code made} is a new decision with the rules it saw. */
  record Written(
      @Nullable UUID decision,
      Map<String, Object> content,
      @Nullable DecisionRow made,
      List<RuleSeen> rules) {
    static Written of(@Nullable UUID decision, Map<String, Object> content) {
      return new Written(decision, content, null, List.of());
    }
  }

  Loaded read(UUID application) {
    return loaded(applications.find(application).orElseThrow(Courses::absent));
  }

  /** The application of a decision; nobody else acts on it until the transaction ends. */
  Loaded lockedBy(UUID decision) {
    DecisionRow row =
        decisions
            .find(decision)
            .orElseThrow(() -> new Absent(Text.of("没有这个决定", "there is no such decision")));
    return locked(row.application());
  }

  Loaded locked(UUID application) {
    return loaded(applications.locked(application).orElseThrow(Courses::absent));
  }

  /** As {@link #locked}, if nobody acted since {@code version}. */
  Loaded locked(UUID application, int version) {
    return expected(locked(application), version);
  }

  Loaded lockedBy(UUID decision, int version) {
    return expected(lockedBy(decision), version);
  }

  private static Absent absent() {
    return new Absent(Text.of("没有这份申请", "there is no such application"));
  }

  /** The later of two people is told what the other did. */
  private static Loaded expected(Loaded now, int version) {
    if (now.row().version() == version) {
      return now;
    }
    List<Act> since =
        now.acts().stream()
            .filter(act -> act.version() > version)
            .map(act -> Act.valueOf(act.kind()))
            .toList();
    Text done =
        since.isEmpty()
            ? Text.of("没有这个版本", "there is no such version")
            : Text.of(
                "您看到之后已有人办理：" + joined(since, act -> act.label().zh(), "、"),
                "since you read it: " + joined(since, act -> act.label().en(), ", "));
    Text state = now.course().state().label();
    throw new Conflict(
        Text.of(done.zh() + "；现在是「" + state.zh() + "」", done.en() + "; it is now: " + state.en()),
        (long) now.row().version());
  }

  private static String joined(List<Act> acts, Function<Act, String> word, String by) {
    return acts.stream().map(word).collect(Collectors.joining(by));
  }

  private Loaded loaded(ApplicationRow row) {
    List<DecisionRow> made = decisions.of(row.id());
    List<ActRow> acts = applications.acts(row.id());
    Course course = Course.received(row.office(), row.dueOn());
    for (ActRow act : acts) {
      course = replayed(course, act, made);
    }
    if (!course.state().name().equals(row.state())) {
      throw new IllegalStateException("acts and state differ: " + row.id());
    }
    return new Loaded(row, course, made, acts);
  }

  private static Course replayed(Course course, ActRow row, List<DecisionRow> made) {
    Act act = Act.valueOf(row.kind());
    if (act == Act.APPLY || act == Act.OFFICE_TASK) {
      return course;
    }
    Turn turn = Turn.valueOf(row.code());
    Step step =
        Machine.step(course.state(), act, turn)
            .orElseThrow(() -> new IllegalStateException("no such step: " + row.application()));
    Draft draft = Drafts.bringsOne(act, turn) ? Drafts.of(row, made) : null;
    return course.after(act, row.by(), row.day(), draft, step.to());
  }

  /** Whether an act would be taken. */
  boolean allows(Course course, Doing doing) {
    return machine.answer(course, doing) instanceof Answer.Taken;
  }

  /** Where an act would lead; null when it would not be taken. */
  @Nullable Course foresee(Course course, Doing doing) {
    return machine.answer(course, doing) instanceof Answer.Taken taken ? taken.course() : null;
  }

  /**
   * Does an act and writes it down.
   *
   * @throws NotAllowed when this account may not
   * @throws Conflict when it cannot be done now
   */
  Loaded take(Loaded before, Doing doing, Written written, Now now) {
    Answer answer = machine.answer(before.course(), doing);
    if (answer instanceof Answer.Forbidden forbidden) {
      throw new NotAllowed(forbidden.what());
    }
    if (answer instanceof Answer.NotNow notNow) {
      throw new Conflict(notNow.what(), (long) before.row().version());
    }
    Answer.Taken taken = (Answer.Taken) answer;
    int version = before.row().version() + (doing.act().changes() ? 1 : 0);
    ApplicationRow row = before.row().at(taken.course().state().name(), version);
    List<DecisionRow> made = new ArrayList<>(before.decisions());
    DecisionRow fresh = written.made();
    if (fresh != null) {
      decisions.add(fresh, written.rules());
      made.add(fresh);
    }
    ActRow act = act(row, doing.act(), taken.step().turn(), doing.by(), doing.day(), written, now);
    write(row, act, doing.by(), now);
    List<ActRow> acts = new ArrayList<>(before.acts());
    acts.add(act);
    return new Loaded(row, taken.course(), List.copyOf(made), List.copyOf(acts));
  }

  /** The first act, with which an application begins. */
  Loaded begin(ApplicationRow row, Actor by, Map<String, Object> content, Now now) {
    applications.add(row);
    ActRow act =
        act(row, Act.APPLY, Turn.ONLY, by, row.appliedOn(), Written.of(null, content), now);
    write(row, act, by, now);
    return new Loaded(row, Course.received(row.office(), row.dueOn()), List.of(), List.of(act));
  }

  /** A mark that the office has something to do; it changes nothing for the person (R16). */
  Loaded task(Loaded at, Actor by, Map<String, Object> content, Now now) {
    ActRow act =
        act(at.row(), Act.OFFICE_TASK, Turn.ONLY, by, now.today(), Written.of(null, content), now);
    write(at.row(), act, by, now);
    List<ActRow> acts = new ArrayList<>(at.acts());
    acts.add(act);
    return new Loaded(at.row(), at.course(), at.decisions(), List.copyOf(acts));
  }

  private ActRow act(
      ApplicationRow row, Act act, Turn turn, Actor by, LocalDate day, Written written, Now now) {
    return new ActRow(
        row.id(),
        written.decision(),
        act.name(),
        day,
        now.at(),
        by.id(),
        turn.name(),
        text(written.content()),
        row.version());
  }

  private void write(ApplicationRow row, ActRow act, Actor by, Now now) {
    applications.add(act);
    applications.change(row);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("application", row.id());
    entry.put("act", act.kind());
    if (act.decision() != null) {
      entry.put("decision", act.decision());
    }
    entry.put("day", act.day().toString());
    entry.put("state", row.state());
    entry.put("content", act.content());
    log(row, kind(Act.valueOf(act.kind())), by, entry, now);
  }

  /** Writes to the log, under the key of the person it is about. */
  void log(ApplicationRow row, LogKind kind, Actor by, Map<String, Object> content, Now now) {
    UUID about = persons.find(row.record()).isPresent() ? row.record() : null;
    journal.write(new Journal.Entry(now.at(), kind, by, about, text(content)));
  }

  String text(Object content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogKind kind(Act act) {
    return switch (act) {
      case APPLY -> LogKind.APPLIED;
      case PROPOSE, REFUSE_OPENING -> LogKind.PROPOSED;
      case REASSESS -> LogKind.REASSESSED;
      case CONFIRM, TAKE_EFFECT -> LogKind.CONFIRMED;
      case OVERRIDE -> LogKind.OVERRIDDEN;
      case NOTIFY -> LogKind.NOTIFIED;
      case OBJECT -> LogKind.OBJECTED;
      case REVIEW -> LogKind.REVIEWED;
      case WITHDRAW -> LogKind.WITHDRAWN;
      case OPEN_REASONS -> LogKind.READ;
      default -> LogKind.ACT;
    };
  }

  /** A caseworker knows of the own office's applications only. */
  static void seenBy(Actor actor, ApplicationRow row) {
    if (actor.role() == Role.CASEWORKER && !actor.office().equals(row.office())) {
      throw new NotAllowed(Guard.OWN_OFFICE.what());
    }
  }
}
