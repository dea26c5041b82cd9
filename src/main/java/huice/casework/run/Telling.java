package huice.casework.run;

import huice.casework.LiveRelease;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Actor;
import huice.model.Assessment;
import huice.store.AssessedRow;
import huice.store.AssessedTable;
import huice.store.RunTable;
import huice.store.SwitchRow;
import huice.store.SwitchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the last run found that people may apply for. Only what is favourable, by policies in force
 * and by no rule that is switched off; in no order of merit. Thread-safe.
 */
@ApplicationScoped
public class Telling {
  private final AssessedTable assessed;
  private final RunTable runs;
  private final Persons persons;
  private final Records records;
  private final Releases releases;
  private final LiveRelease live;
  private final SwitchTable switches;

  Telling(
      AssessedTable assessed,
      RunTable runs,
      Persons persons,
      Records records,
      Releases releases,
      LiveRelease live,
      SwitchTable switches) {
    this.assessed = assessed;
    this.runs = runs;
    this.persons = persons;
    this.records = records;
    this.releases = releases;
    this.live = live;
    this.switches = switches;
  }

  /** A scheme that may be applied for. */
  public record Line(String scheme, String title, Stated stated) {}

  /**
   * What a person may be told, as of a day; {@code told} false: the person wants to hear nothing.
   */
  public record Told(boolean told, @Nullable LocalDate on, List<Line> lines) {
    public Told {
      lines = List.copyOf(lines);
    }
  }

  /** Somebody of the office to be told. */
  public record ToTell(Person person, Told told) {}

  /** For the page of a person whose reading is noted by whoever opened it. */
  @Transactional
  public Told of(UUID person) {
    Optional<AssessedRow> row = assessed.find(person);
    boolean told = persons.told(person);
    return row.isEmpty()
        ? new Told(told, null, List.of())
        : told(row.get(), new HashSet<>(stopped()), new LinkedHashMap<>());
  }

  /**
   * Persons of the caller's own office who have something to be told, after another one, names
   * masked; each reading is noted.
   */
  @Transactional
  public List<ToTell> office(Actor actor, @Nullable UUID after, int most, Instant at) {
    Set<String> stopped = new HashSet<>(stopped());
    Map<Integer, Basis> bases = new LinkedHashMap<>();
    Map<UUID, Told> told = new LinkedHashMap<>();
    for (AssessedRow row : assessed.favourable(actor.office(), after, most)) {
      told.put(row.person(), told(row, stopped, bases));
    }
    List<ToTell> all = new ArrayList<>();
    for (Person person : persons.some(actor, List.copyOf(told.keySet()), "told", at)) {
      Told what = told.get(person.id());
      if (what != null) {
        all.add(new ToTell(person, what));
      }
    }
    return all;
  }

  private Told told(AssessedRow row, Set<String> stopped, Map<Integer, Basis> bases) {
    Basis basis =
        bases.computeIfAbsent(
            row.basis(), number -> Basis.read(runs.schemes(number).orElseThrow()));
    Map<String, String> titles = new LinkedHashMap<>();
    live.get().schemes().forEach(s -> titles.put(s.id(), s.title()));
    List<Line> lines = new ArrayList<>();
    if (!stopped.contains(row.release())) {
      for (Stated one : Compact.read(row.outcomes(), basis)) {
        String title = titles.get(one.scheme());
        if (title != null && RunBatch.told(one, basis) && !stopped.contains(one.scheme())) {
          lines.add(new Line(one.scheme(), title, one));
        }
      }
    }
    return new Told(true, row.onDay(), lines);
  }

  /** Releases and schemes that are switched off, themselves or by one of their rules (R38). */
  private List<String> stopped() {
    List<String> stopped = new ArrayList<>();
    List<SwitchRow> standing =
        switches.all().stream().filter(row -> row.liftedAt() == null).toList();
    for (SwitchRow row : standing) {
      stopped.add(row.target());
      for (SchemeInfo scheme : live.get().schemes()) {
        boolean of =
            scheme.versions().stream()
                .flatMap(version -> version.lines().stream())
                .anyMatch(line -> line.id().equals(row.target()));
        if (row.kind().equals("rule") && of) {
          stopped.add(scheme.id());
        }
      }
    }
    return stopped;
  }

  /**
   * The reasons of what a run found, made whole from the same facts for the same day by the same
   * release; empty when no run was about the person.
   */
  @Transactional
  public Optional<Assessment> reasons(UUID person, Set<String> schemes) {
    return assessed
        .find(person)
        .map(
            row -> {
              CompiledRelease release = releases.compiled(row.release());
              return release.assess(
                  records.caseOf(
                      row.person(),
                      row.onDay(),
                      null,
                      null,
                      row.version(),
                      release.source().dictionary()),
                  new Ask(schemes, true, false));
            });
  }

  /** The person's choice to be told, or not; nothing else follows from it (R6). */
  @Transactional
  public void choose(Actor actor, UUID person, boolean told, Visit visit, Instant at) {
    persons.chooseTold(actor, person, told, visit, at);
  }
}
