package huice.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One policy instrument. A draft settles indicatively, never payable. */
public record Pack(
    String id,
    Text title,
    String authority,
    boolean draft,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<Clause> clauses,
    List<Parameter> parameters,
    List<Question> questions,
    List<Service> services,
    List<Interaction> interactions) {
  public Pack {
    clauses = List.copyOf(clauses);
    parameters = List.copyOf(parameters);
    questions = List.copyOf(questions);
    services = List.copyOf(services);
    interactions = List.copyOf(interactions);
  }
}
