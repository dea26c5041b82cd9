package huice.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.CheckedRelease;
import huice.casework.ConsentingCases;
import huice.casework.Invalid;
import huice.casework.Releases;
import huice.casework.impact.Comparing;
import huice.casework.impact.ImpactView;
import huice.casework.impact.Impacts;
import huice.casework.impact.Question;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.explain.Nearest;
import huice.model.Actor;
import huice.model.Text;
import huice.simulation.impact.Change;
import huice.simulation.impact.Comparison;
import huice.simulation.impact.Impact;
import huice.simulation.impact.InventedPeople;
import huice.simulation.impact.People;
import huice.simulation.impact.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a comparison takes: the releases and the cases of the casework, and the
 * counting of the simulation. Thread-safe.
 */
@ApplicationScoped
public class ImpactDoor {
  /** The most invented people that the service decides. */
  public static final int MOST_INVENTED = 1_000_000;

  private static final long SEED = 2024;

  private final Releases releases;
  private final ConsentingCases cases;
  private final Impacts impacts;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final Report report = Report.shipped();

  ImpactDoor(Releases releases, ConsentingCases cases, Impacts impacts, Clock clock) {
    this.releases = releases;
    this.cases = cases;
    this.impacts = impacts;
    this.clock = clock;
  }

  /**
   * What is asked; null where the usual is meant: the live release, today, all, those registered.
   */
  public record Asked(
      @Nullable String base,
      @Nullable LocalDate on,
      @Nullable String scheme,
      @Nullable Integer invented) {}

  /** The releases to compare. */
  public record Pair(CompiledRelease before, CompiledRelease after) {}

  /**
   * The release that was asked for, or the live one, beside the candidate. May take seconds: not in
   * a transaction.
   *
   * @throws huice.casework.Absent when there is no such release
   * @throws Invalid when a scheme is asked for that neither has
   */
  public Pair pair(CheckedRelease candidate, Asked asked) {
    CompiledRelease before =
        asked.base() == null ? releases.live() : releases.compiled(asked.base());
    CompiledRelease after = candidate.compiled();
    String scheme = asked.scheme();
    if (scheme != null) {
      List<String> known = new ArrayList<>();
      before.schemes().stream().map(SchemeInfo::id).forEach(known::add);
      after.schemes().stream().map(SchemeInfo::id).forEach(known::add);
      if (!known.contains(scheme)) {
        throw new Invalid(
            "/scheme",
            Text.of("没有这个项目", "there is no such scheme"),
            Nearest.instead(scheme, Set.copyOf(known)));
      }
    }
    return new Pair(before, after);
  }

  /** Begins a comparison in the running transaction. */
  public ImpactView begin(Actor actor, Pair pair, Asked asked) {
    LocalDate on = asked.on() == null ? LocalDate.now(clock) : asked.on();
    Question question =
        new Question(
            pair.after().digest(), pair.before().digest(), on, asked.scheme(), asked.invented());
    return impacts.begin(actor, question, work(pair, question), clock);
  }

  private Comparing work(Pair pair, Question question) {
    return (size, progress) -> {
      People people = people(question);
      size.accept(people.size());
      Set<String> only = question.scheme() == null ? Set.of() : Set.of(question.scheme());
      Comparison comparison = new Comparison(pair.before(), pair.after(), report, only);
      return found(comparison.of(people, question.on(), progress));
    };
  }

  private People people(Question question) {
    Integer invented = question.invented();
    return invented == null
        ? new RegisteredPeople(cases, report, question.on())
        : new InventedPeople(SEED, question.on(), invented, report);
  }

  private Comparing.Found found(Impact impact) {
    List<Comparing.Difference> differences = new ArrayList<>();
    for (Impact.Scheme scheme : impact.schemes()) {
      scheme
          .changes()
          .forEach(
              (change, count) -> {
                if (change != Change.SAME && count > 0) {
                  differences.add(new Comparing.Difference(scheme.id(), change.name(), count));
                }
              });
    }
    try {
      return new Comparing.Found(impact.people(), json.writeValueAsString(impact), differences);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kept result; empty until the comparison is done. */
  public Optional<Impact> impact(UUID id) {
    return impacts.content(id).map(this::read);
  }

  private Impact read(String content) {
    try {
      return json.readValue(content, Impact.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
