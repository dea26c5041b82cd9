package huice.casework.vacancy;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.NotAllowed;
import huice.casework.OfficeFile;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.VacancyTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Vacancies: entered, checked by a second person, shown to everybody until their last day. One that
 * names what no vacancy may name is not taken in, and not shown should the list of words have
 * changed since. Thread-safe.
 */
@ApplicationScoped
public class Vacancies {
  private static final String CHECK = "opening-check";

  private final VacancyTable table;
  private final Wording wording;
  private final DraftCheck drafts;
  private final OfficeFile office;
  private final Journal journal;

  Vacancies(
      VacancyTable table, Wording wording, DraftCheck drafts, OfficeFile office, Journal journal) {
    this.table = table;
    this.wording = wording;
    this.drafts = drafts;
    this.office = office;
    this.journal = journal;
  }

  /** What somebody looks for: null where it does not matter. */
  public record Wanted(@Nullable String skill, @Nullable Reach most, @Nullable String township) {
    public static final Wanted ANYTHING = new Wanted(null, null, null);

    /** Whether a vacancy has the skill that was chosen and is not farther away than that. */
    boolean fits(VacancyTable.Post post, String anySkill) {
      boolean skilled =
          skill == null || skill.equals(post.skill()) || anySkill.equals(post.skill());
      return skilled && near(post);
    }

    private boolean near(VacancyTable.Post post) {
      if (most == null) {
        return true;
      }
      Reach where = Reach.valueOf(post.reach());
      if (most != Reach.TOWNSHIP) {
        return where.compareTo(most) <= 0;
      }
      return where == Reach.COUNTY && township != null && township.equals(post.township());
    }
  }

  /** What a second person found. */
  @Schema(name = "VacancyCheck")
  public record Checked(int version, boolean confirmed, boolean licenceSeen, boolean permitSeen) {}

  /**
   * A new vacancy, to be checked by somebody else.
   *
   * @throws huice.casework.Invalid when something is missing, or names what it must not
   */
  @Transactional
  public VacancyView enter(Draft draft, Actor by, Now now) {
    drafts.check(draft, now.today());
    wording.check(draft.texts());
    UUID id = UUID.randomUUID();
    table.add(
        new VacancyTable.Post(
            id,
            by.office(),
            draft.source(),
            draft.firm(),
            draft.title(),
            draft.skill(),
            draft.duties(),
            draft.needs(),
            draft.reach().name(),
            draft.place(),
            draft.township(),
            draft.positions(),
            draft.payLow(),
            draft.payHigh(),
            draft.payPer().name(),
            draft.workingTime(),
            draft.contract(),
            draft.insurance(),
            draft.apply(),
            draft.receivedOn(),
            draft.expiresOn(),
            now.at(),
            by.id(),
            null,
            null,
            null,
            null,
            0));
    return noted(id, "entered", by, now);
  }

  /**
   * Confirms a vacancy, or says that it is not so; by another person than who entered it.
   *
   * @throws NotAllowed for the person who entered it
   * @throws Conflict when it was checked or changed meanwhile, or the papers were not seen
   */
  @Transactional
  public VacancyView check(UUID id, Checked checked, Actor by, Now now) {
    VacancyTable.Post post = row(id);
    if (post.by().equals(by.id())) {
      throw new NotAllowed(
          Text.of("核实要由录入人以外的人做。", "Somebody else than who entered it has to check it."));
    }
    if (checked.confirmed() && !checked.licenceSeen()) {
      throw new Conflict(
          Text.of("没有看营业执照，不能核实为属实。", "It cannot be confirmed before the licence was seen."));
    }
    if (checked.confirmed() && office.needsPermit(post.source()) && !checked.permitSeen()) {
      throw new Conflict(
          Text.of(
              "机构提供的岗位，没有看人力资源服务许可证，不能核实为属实。",
              "From an agency it cannot be confirmed before the agency's permit was seen."));
    }
    if (checked.confirmed()) {
      wording.check(draft(post));
    }
    boolean done =
        table.check(
            new VacancyTable.Check(
                id,
                now.today(),
                by.id(),
                checked.confirmed(),
                checked.licenceSeen(),
                checked.permitSeen()),
            checked.version());
    if (!done) {
      throw changed(id);
    }
    return noted(id, checked.confirmed() ? "confirmed" : "not-confirmed", by, now);
  }

  /** Takes a vacancy down. */
  @Transactional
  public VacancyView withdraw(UUID id, int version, Actor by, Now now) {
    row(id);
    if (!table.withdraw(id, now.today(), by.id(), version)) {
      throw changed(id);
    }
    return noted(id, "withdrawn", by, now);
  }

  /** What anybody may see: confirmed, not over, and naming nothing that it must not. */
  @Transactional
  public List<VacancyView> open(Wanted wanted, LocalDate on) {
    String any = office.skills().keySet().stream().findFirst().orElse("");
    Map<UUID, Integer> none = Map.of();
    return table.open(on).stream()
        .filter(post -> wanted.fits(post, any))
        .filter(post -> wording.found(draft(post)).isEmpty())
        .map(post -> view(post, on, none))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws Absent when it is not open
   */
  @Transactional
  public VacancyView shown(UUID id, LocalDate on) {
    VacancyView view = view(row(id), on, Map.of());
    if (view.state() != VacancyView.State.OPEN) {
      throw absent();
    }
    return view;
  }

  /** All that were entered, for those who work with them; they are shared by all offices. */
  @Transactional
  public List<VacancyView> all(LocalDate on) {
    Map<UUID, Integer> offers = offers();
    return table.all().stream().map(post -> view(post, on, offers)).toList();
  }

  @Transactional
  public VacancyView view(UUID id, LocalDate on) {
    return view(row(id), on, offers());
  }

  private Map<UUID, Integer> offers() {
    return table.offers().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                VacancyTable.Offered::post, o -> Math.toIntExact(o.times())));
  }

  private static Map<String, String> draft(VacancyTable.Post post) {
    return Posts.draft(post).texts();
  }

  private VacancyView view(VacancyTable.Post post, LocalDate on, Map<UUID, Integer> offers) {
    List<Wording.Found> found = wording.found(draft(post));
    OfficeFile.Term term = office.term(CHECK, post.receivedOn());
    return Posts.view(post, on, office, term, offers.getOrDefault(post.id(), 0), found);
  }

  private VacancyTable.Post row(UUID id) {
    return table.find(id).orElseThrow(Vacancies::absent);
  }

  static Absent absent() {
    return new Absent(Text.of("没有这个岗位，或者已经撤下、过期。", "There is no such vacancy, or it is over."));
  }

  private Conflict changed(UUID id) {
    return new Conflict(
        Text.of("这个岗位刚才被别人办过，请看现在的情况。", "Somebody else was faster; see how it stands now."),
        (long) row(id).version());
  }

  /** A vacancy is nobody's data. */
  private VacancyView noted(UUID id, String act, Actor by, Now now) {
    VacancyView view = view(id, now.today());
    journal.write(
        new Journal.Entry(
            now.at(),
            LogKind.ACT,
            by,
            null,
            Texts.json(Map.of("act", "vacancies." + act, "id", id.toString()))));
    return view;
  }
}
