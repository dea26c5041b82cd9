package huice.entry.page.open;

import huice.engine.SchemeInfo;
import huice.entry.SchemeFile;
import huice.model.Clause;
import huice.model.Pack;
import huice.model.Question;
import huice.model.Service;
import huice.model.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as a guide for those whom it concerns, generated from its rule: nothing in it is written
 * by hand. {@code version} null: no version is in force on the day.
 */
record Guide(
    SchemeInfo info,
    Pack pack,
    LocalDate on,
    SchemeInfo.@Nullable Version version,
    Text kind,
    Text subject,
    List<Service> adopted,
    List<Condition> conditions,
    List<Given> gives,
    List<Proof> proofs,
    List<Value> parameters,
    List<Clause> clauses,
    List<SchemeFile.Row> rule,
    List<Test> tests,
    List<Question> questions,
    List<String> together) {

  /** A sentence of the rule; {@code head}: it names the part that follows. */
  record Condition(String text, boolean head) {}

  /** What the rule gives, as it is written, with the values of the day. */
  record Given(String text, List<Value> values) {}

  /** A document, and what it shows. */
  record Proof(String name, List<Text> shows) {}

  /**
   * A parameter on the day. {@code set} false: nobody has published it, so that nobody can say how
   * much it is.
   */
  record Value(
      String name,
      String en,
      boolean set,
      Text value,
      Text period,
      String reference,
      @Nullable Text confidence,
      @Nullable LocalDate checked) {}

  /** A case with which the rule is tested. */
  record Test(String name, LocalDate on, String expects) {}
}
