package huice.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of one scheme for one subject on a date, with every condition's result.
 * {@code subject} is the subject kind and, for rows, its path. {@code choose} lists schemes among
 * which a person chooses, because the best choice depends on something unset or unknown. {@code
 * parameters} are those from which amount and due date were made. {@code missing} holds what any of
 * its months lacks, also where the outcome is settled by another month.
 */
public record Outcome(
    String scheme,
    Text title,
    String pack,
    SchemeKind kind,
    String subject,
    Result outcome,
    boolean indicative,
    @Nullable Amount amount,
    @Nullable Due due,
    List<MonthLine> months,
    List<ConditionResult> conditions,
    List<ConditionResult.ParameterSeen> parameters,
    List<Missing> missing,
    @Nullable LocalDate recheckOn,
    @Nullable LocalDate possibleFrom,
    List<GivenUp> givenUp,
    List<String> choose,
    List<Text> notes,
    List<String> unsettled,
    String schemeDigest) {
  public Outcome {
    months = List.copyOf(months);
    conditions = List.copyOf(conditions);
    parameters = List.copyOf(parameters);
    missing = List.copyOf(missing);
    givenUp = List.copyOf(givenUp);
    choose = List.copyOf(choose);
    notes = List.copyOf(notes);
    unsettled = List.copyOf(unsettled);
  }
}
