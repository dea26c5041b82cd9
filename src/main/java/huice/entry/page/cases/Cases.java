package huice.entry.page.cases;

import huice.casework.Absent;
import huice.casework.Accounts;
import huice.casework.Change;
import huice.casework.Looks;
import huice.casework.NotAllowed;
import huice.casework.Organisations;
import huice.casework.Persons;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.casework.decision.Act;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Colleagues;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hearing;
import huice.casework.decision.Machine;
import huice.casework.decision.Now;
import huice.casework.letter.LetterView;
import huice.casework.letter.Letters;
import huice.engine.SchemeInfo;
import huice.entry.page.Pages;
import huice.explain.Differences;
import huice.explain.KeptOutcome;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of a case shows; every reading is noted where it is done. One request. */
@RequestScoped
class Cases {
  private static final ZoneId HERE = ZoneId.systemDefault();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Applications applications;
  private final Hearing hearing;
  private final Letters letters;
  private final Looks looks;
  private final Persons persons;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Colleagues colleagues;
  private final Releases releases;
  private final Pages pages;
  private final Map<UUID, String> names = new LinkedHashMap<>();

  Cases(
      Applications applications,
      Hearing hearing,
      Letters letters,
      Looks looks,
      Persons persons,
      Organisations organisations,
      Accounts accounts,
      Colleagues colleagues,
      Releases releases,
      Pages pages) {
    this.applications = applications;
    this.hearing = hearing;
    this.letters = letters;
    this.looks = looks;
    this.persons = persons;
    this.organisations = organisations;
    this.accounts = accounts;
    this.colleagues = colleagues;
    this.releases = releases;
    this.pages = pages;
  }

  ApplicationView read(UUID id) {
    return read(id, Visit.NONE);
  }

  ApplicationView read(UUID id, Visit visit) {
    return applications.view(id, visit, pages.actor(), pages.now());
  }

  CaseView view(UUID id) {
    return view(id, Visit.NONE);
  }

  /** The same for a visitor of another office, who is here. */
  CaseView view(UUID id, Visit visit) {
    Actor actor = pages.actor();
    Now now = pages.now();
    ApplicationView view = applications.view(id, visit, actor, now);
    ApplicationView.Brief brief = view.application();
    DecisionView.Brief latest = latest(view);
    List<Text> changes =
        latest == null ? List.of() : changes(brief.record(), latest, visit, actor, now);
    Applicant applicant = applicant(brief.record(), visit, actor, now);
    boolean own = actor.role() != Role.CASEWORKER || actor.office().equals(brief.office());
    return new CaseView(
        id,
        brief.record(),
        brief.receipt(),
        title(brief.scheme()),
        applicant.name(),
        applicant.person(),
        brief.office(),
        holder(id),
        CaseWords.channel(brief.channel()),
        brief.appliedOn(),
        brief.dueOn(),
        brief.late(),
        brief.from() == null ? null : brief.from() + " 至 " + brief.to(),
        brief.claimed() == null ? null : yuan(brief.claimed()),
        brief.stateText(),
        brief.version(),
        latest == null ? null : proposal(latest),
        view.inEffect() == null ? null : proposal(decision(view, view.inEffect())),
        view.held(),
        view.commentUntil(),
        view.objectUntil(),
        changes,
        own ? sides(view, latest, actor, now) : null,
        said(view),
        papers(view, letters.of(id, visit, actor, now)),
        view.acts().stream().map(this::done).toList(),
        actions(view, !changes.isEmpty(), own, visit, actor),
        own,
        Here.query(visit));
  }

  private @Nullable String holder(UUID id) {
    UUID holder = colleagues.holder(id);
    return holder == null ? null : name(holder);
  }

  /** The name of whoever applied; not told to an account that may not see it. */
  private record Applicant(@Nullable String name, boolean person) {}

  private Applicant applicant(UUID record, Visit visit, Actor actor, Now now) {
    try {
      return new Applicant(persons.open(actor, record, visit, "case", now.at()).name(), true);
    } catch (NotAllowed other) {
      return new Applicant(null, true);
    } catch (Absent organisation) {
      return new Applicant(organisations.title(record), false);
    }
  }

  /** A scheme by its title. */
  String title(String scheme) {
    return titles().getOrDefault(scheme, scheme);
  }

  Map<String, String> titles() {
    return releases.live().schemes().stream()
        .collect(Collectors.toMap(SchemeInfo::id, SchemeInfo::title, (a, b) -> a));
  }

  static DecisionView.@Nullable Brief latest(ApplicationView view) {
    return view.decisions().isEmpty() ? null : view.decisions().get(view.decisions().size() - 1);
  }

  static DecisionView.Brief decision(ApplicationView view, UUID id) {
    return view.decisions().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  CaseView.Proposal proposal(DecisionView.Brief made) {
    String amount = made.amount() == null ? null : yuan(made.amount());
    return new CaseView.Proposal(
        made.id(),
        made.no(),
        CaseWords.kind(made.kind()),
        CaseWords.result(made.result()),
        CaseWords.mark(made.bearing()),
        made.adverse(),
        amount,
        made.on(),
        name(made.madeBy()),
        made.reason());
  }

  static String yuan(BigDecimal sum) {
    return String.format("%,.2f 元", sum);
  }

  String name(UUID account) {
    return names.computeIfAbsent(
        account, id -> accounts.of(id).map(Accounts.Open::shown).orElse("—"));
  }

  private List<Text> changes(
      UUID record, DecisionView.Brief made, Visit visit, Actor actor, Now now) {
    try {
      return looks.changes(actor, record, made.factsVersion(), visit, now.at()).stream()
          .map(Change::label)
          .distinct()
          .toList();
    } catch (NotAllowed other) {
      return List.of();
    }
  }

  /** What was decided and what a reassessment makes of it now, from both records (R33). */
  private CaseView.@Nullable Sides sides(
      ApplicationView view, DecisionView.@Nullable Brief latest, Actor actor, Now now) {
    UUID before = latest == null ? null : latest.replaces();
    if (latest == null || before == null || !latest.kind().equals("reassessment")) {
      return null;
    }
    DecisionView old = hearing.view(before, false, actor, now);
    DecisionView fresh = hearing.view(latest.id(), false, actor, now);
    return new CaseView.Sides(
        proposal(old.decision()),
        proposal(latest),
        Differences.between(KeptOutcome.of(old.outcome()), KeptOutcome.of(fresh.outcome())));
  }

  private static List<CaseView.Said> said(ApplicationView view) {
    return view.acts().stream()
        .filter(a -> a.act() == Act.COMMENT || a.act() == Act.OBJECT)
        .map(a -> new CaseView.Said(a.actText(), a.day(), a.content().path("text").asText("")))
        .toList();
  }

  private static List<CaseView.Paper> papers(ApplicationView view, List<LetterView> letters) {
    List<CaseView.Paper> papers = new ArrayList<>();
    for (LetterView letter : letters) {
      papers.add(
          new CaseView.Paper(
              letter.id(),
              letter.kindText(),
              LocalDate.ofInstant(letter.madeAt(), HERE),
              delivered(view, letter.id()),
              letter.lacking()));
    }
    return papers;
  }

  /** How a letter fared; null while it lies in the office. */
  static @Nullable String delivered(ApplicationView view, UUID letter) {
    String how = null;
    for (ApplicationView.Done done : view.acts()) {
      if (done.content().path("letter").asText("").equals(letter.toString())) {
        how = done.day() + " " + done.actText().zh() + "，" + CaseWords.more(done);
      }
    }
    return how;
  }

  private CaseView.Done done(ApplicationView.Done done) {
    return new CaseView.Done(
        done.actText(),
        done.day(),
        TIME.format(done.at().atZone(HERE)),
        name(done.by()),
        CaseWords.more(done));
  }

  /** What this account may do now, in the order in which it is mostly done. */
  private static List<CaseView.Action> actions(
      ApplicationView view, boolean changed, boolean own, Visit visit, Actor actor) {
    Set<Act> may = EnumSet.noneOf(Act.class);
    view.possible().stream()
        .filter(act -> Machine.who(act).contains(actor.role()))
        .filter(act -> own || act.personal())
        .forEach(may::add);
    boolean undecided = view.inEffect() == null;
    boolean late = view.application().late();
    if (!undecided) {
      may.remove(Act.PROPOSE);
    }
    if (undecided) {
      may.remove(Act.REASSESS);
    }
    if (!Machine.who(Act.CONFIRM).contains(actor.role())) {
      may.remove(Act.OPEN_REASONS);
    }
    if (!late) {
      may.remove(Act.TELL_OVERDUE);
      if (view.application().state().open()) {
        may.remove(Act.OBJECT);
      }
    }
    return Actions.of(
        view.application().id(), may, view.application().state(), changed, Here.query(visit));
  }
}
