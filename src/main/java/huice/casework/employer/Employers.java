package huice.casework.employer;

import huice.casework.Absent;
import huice.casework.Access;
import huice.casework.Organisations;
import huice.casework.Organisations.Organisation;
import huice.casework.Payees;
import huice.casework.Reads;
import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Actor;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.SchemeKind;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an employer keeps of what it owes by law, what the record does not show, and where sources
 * differ. An assessment: it decides nothing and is not kept. Whoever works there is shown masked,
 * by own consent, and with what a duty reads and no more (R31); each such look is noted.
 * Thread-safe.
 */
@ApplicationScoped
public class Employers {
  /** Whose duties one page shows. */
  private static final int MOST = 100;

  private final Organisations organisations;
  private final RecordTable table;
  private final Records records;
  private final Releases releases;
  private final Workforce workforce;
  private final Payees payees;
  private final Access access;
  private final Reads reads;
  private final int months;

  Employers(
      Organisations organisations,
      RecordTable table,
      Records records,
      Releases releases,
      Workforce workforce,
      Payees payees,
      Access access,
      Reads reads,
      @ConfigProperty(name = "huice.employers.months") int months) {
    this.organisations = organisations;
    this.table = table;
    this.records = records;
    this.releases = releases;
    this.workforce = workforce;
    this.payees = payees;
    this.access = access;
    this.reads = reads;
    this.months = months;
  }

  /** Whom a look left out, and how many rows cannot be told to belong to this employer. */
  public record LeftOut(int silent, int elsewhere, int unclear, int more) {
    public boolean any() {
      return silent + elsewhere + unclear + more > 0;
    }
  }

  /** The duties for a day and the months before it, from {@code from} on; as known at a number. */
  public record Look(
      Organisation employer,
      LocalDate on,
      YearMonth from,
      long known,
      CompiledRelease release,
      List<Duty> duties,
      LeftOut leftOut) {
    public Look {
      duties = List.copyOf(duties);
    }
  }

  /** Public bodies and firms of any kind whose title or code holds some letters. */
  @Transactional
  public List<Organisation> find(String letters) {
    return organisations.kinds().stream()
        .flatMap(kind -> organisations.find(kind, letters).stream())
        .toList();
  }

  /** Everything that an employer owes. */
  @Transactional
  public Look look(Actor by, UUID employer, Now now) {
    return look(by, employer, null, null, now);
  }

  /**
   * One duty in one case.
   *
   * @param record whose case: the employer's own, or that of somebody who works there
   */
  @Transactional
  public Look look(
      Actor by, UUID employer, @Nullable String scheme, @Nullable UUID record, Now now) {
    RecordRow row =
        table
            .find(employer)
            .filter(found -> found.title() != null && !access.closed(found.entity()))
            .orElseThrow(() -> new Absent(Text.of("没有这个单位", "there is no such employer")));
    CompiledRelease release = releases.live();
    long known = records.version();
    Asked asked = asked(release, scheme);
    Dictionary words = release.source().dictionary();
    List<Duty> duties = new ArrayList<>();
    if (record == null || record.equals(employer)) {
      Case own = given(employer, now, known, words);
      duties.addAll(duties(asked, own, root(words, row.entity()), employer, null, null));
    }
    LeftOut leftOut = workers(asked, row, record, by, known, now, duties);
    return new Look(
        new Organisation(row.id(), row.entity(), row.title(), row.code(), row.office()),
        now.today(),
        YearMonth.from(now.today()).minusMonths(months),
        known,
        release,
        duties,
        leftOut);
  }

  /** What is asked of which release. */
  private record Asked(CompiledRelease release, Map<String, SchemeInfo> schemes) {}

  private static Asked asked(CompiledRelease release, @Nullable String scheme) {
    Map<String, SchemeInfo> schemes = new LinkedHashMap<>();
    release.schemes().stream()
        .filter(info -> info.kind() == SchemeKind.OBLIGATION)
        .filter(info -> scheme == null || info.id().equals(scheme))
        .forEach(info -> schemes.put(info.id(), info));
    if (schemes.isEmpty()) {
      throw new Absent(Text.of("没有这项义务", "there is no such duty"));
    }
    return new Asked(release, schemes);
  }

  private Case given(UUID record, Now now, long known, Dictionary words) {
    YearMonth to = YearMonth.from(now.today());
    return records.caseOf(record, now.today(), to.minusMonths(months), to, known, words);
  }

  private LeftOut workers(
      Asked asked,
      RecordRow employer,
      @Nullable UUID only,
      Actor by,
      long known,
      Now now,
      List<Duty> duties) {
    Dictionary words = asked.release().source().dictionary();
    String person = root(words, access.personEntity());
    String link = root(words, employer.entity());
    Workforce.Found found = workforce.of(employer.id(), by, known);
    List<UUID> shown =
        found.workers().stream().filter(w -> only == null || w.equals(only)).limit(MOST).toList();
    int unclear = 0;
    for (UUID worker : shown) {
      Case given = given(worker, now, known, words);
      Node node = given.roots().get(person);
      if (node != null) {
        Workforce.Own own = workforce.rows(worker, node, employer.id(), link, known, words, now);
        unclear += own.unclear();
        duties.addAll(
            duties(asked, given, person, worker, payees.shown(worker).name(), own.rows()));
      }
    }
    reads.note(by, shown, Visit.NONE, "duties", now.at());
    int more = only == null ? found.workers().size() - shown.size() : 0;
    return new LeftOut(found.silent(), found.elsewhere(), unclear, more);
  }

  private static String root(Dictionary words, String entity) {
    return words.roots().entrySet().stream()
        .filter(root -> root.getValue().equals(entity))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /**
   * {@code rows}: of which rows of the root's lists; null for the root itself with all its rows.
   */
  private static List<Duty> duties(
      Asked asked,
      Case given,
      String root,
      UUID record,
      @Nullable String worker,
      @Nullable Set<String> rows) {
    Dictionary words = asked.release().source().dictionary();
    Set<String> ids =
        asked.schemes().values().stream()
            .filter(info -> of(words.subject(info.subject()).orElse(null), root, rows != null))
            .map(SchemeInfo::id)
            .collect(Collectors.toSet());
    if (ids.isEmpty() || (rows != null && rows.isEmpty())) {
      return List.of();
    }
    Assessment assessment = asked.release().assess(given, new Ask(ids, true, false));
    return assessment.outcomes().stream()
        .filter(outcome -> ids.contains(outcome.scheme()))
        .filter(outcome -> rows == null || rows.contains(top(outcome)))
        .sorted(Comparator.comparing(Outcome::scheme).thenComparing(Outcome::subject))
        .map(
            outcome ->
                new Duty(
                    record,
                    worker,
                    outcome,
                    Disputes.of(
                        given.roots().get(root),
                        place(outcome, root),
                        Objects.requireNonNull(asked.schemes().get(outcome.scheme())).facts())))
        .toList();
  }

  /** Whether a kind of subject is the root, or lies in its lists. */
  private static boolean of(@Nullable SubjectKind kind, String root, boolean rowsOnly) {
    if (kind == null) {
      return false;
    }
    String rows = kind.rows();
    return rows == null ? !rowsOnly && root.equals(kind.root()) : rows.startsWith(root + ".");
  }

  /** The row of the root's own list in which a subject lies. */
  private static String top(Outcome outcome) {
    String path = outcome.subject().substring(outcome.subject().indexOf(' ') + 1);
    int close = path.indexOf(']');
    return close < 0 ? path : path.substring(0, close + 1);
  }

  private static String place(Outcome outcome, String root) {
    int space = outcome.subject().indexOf(' ');
    return space < 0 ? root : outcome.subject().substring(space + 1);
  }
}
