package huice.entry;

import huice.casework.ConsentingCases;
import huice.model.Dictionary;
import huice.simulation.impact.Grouping;
import huice.simulation.impact.Party;
import huice.simulation.impact.People;
import huice.simulation.impact.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Those who registered and consent, as a population to compare releases over. Thread-safe. */
final class RegisteredPeople implements People {
  private final ConsentingCases cases;
  private final List<UUID> all;
  private final LocalDate on;
  private final List<String> registered;

  RegisteredPeople(ConsentingCases cases, Report report, LocalDate on) {
    this.cases = cases;
    this.all = cases.all();
    this.on = on;
    this.registered =
        report.groupings().stream().filter(Grouping::byRegister).map(Grouping::id).toList();
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public boolean invented() {
    return false;
  }

  @Override
  public List<Party> read(int from, int to, Dictionary dictionary) {
    return cases.read(all.subList(from, to), on, dictionary).stream().map(this::party).toList();
  }

  /** Where somebody is registered is the office that keeps the record. */
  private Party party(ConsentingCases.Given given) {
    Map<String, String> known =
        registered.stream().collect(Collectors.toMap(id -> id, id -> given.office()));
    return new Party(
        given.root(), given.root().isEmpty() ? null : given.given(), given.first(), known);
  }
}
