package huice.engine;

import huice.engine.measure.Call;
import huice.model.SchemeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule as read from restricted DRL: its head, its conditions, the formula over them and what
 * follows. Of an obligation {@code formula} says when the duty applies and {@code duty} what is
 * owed; else {@code duty} is null. Nothing in it is bound to a dictionary yet.
 */
record RuleTree(
    String name,
    SchemeKind kind,
    String subject,
    List<String> clauses,
    LocalDate since,
    @Nullable LocalDate until,
    boolean monthly,
    List<Atom> atoms,
    Formula formula,
    @Nullable Formula duty,
    List<Action> actions,
    int line,
    Map<String, Integer> heads) {

  /** The line on which a part of the head stands ({@code clause}, {@code since} …). */
  int line(String head) {
    return heads.getOrDefault(head, line);
  }

  /** A condition as written: comparison, the officer's sentence, its template and line. */
  record Atom(
      Call left,
      Op op,
      Call right,
      String text,
      String template,
      List<String> caught,
      String drl,
      int line) {}

  /** A consequence as written. */
  record Action(Call call, String text, int line) {}
}
