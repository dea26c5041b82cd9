package huice.engine;

import huice.engine.measure.Call;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/** Reads a rule's conditions from Drools' AST into atoms and a formula over them. */
final class LhsReader {
  private static final String HEADING = "heading";

  private final Expansion expansion;
  private final Faults faults;
  private final List<RuleTree.Atom> atoms = new ArrayList<>();
  private Formula formula = Formula.TRUE;
  private @Nullable Formula duty;

  LhsReader(Expansion expansion, Faults faults) {
    this.expansion = expansion;
    this.faults = faults;
  }

  List<RuleTree.Atom> atoms() {
    return atoms;
  }

  Formula formula() {
    return formula;
  }

  @Nullable Formula duty() {
    return duty;
  }

  void read(@Nullable AndDescr lhs) {
    List<Formula> before = new ArrayList<>();
    List<Formula> after = null;
    for (BaseDescr part : lhs == null ? List.<BaseDescr>of() : lhs.getDescrs()) {
      Formula read = part(part);
      if (read == null) {
        if (isDuty(part)) {
          after = new ArrayList<>();
        }
      } else {
        (after == null ? before : after).add(read);
      }
    }
    formula = new Formula.And(before);
    duty = after == null ? null : new Formula.And(after);
  }

  private @Nullable Formula part(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      return pattern(pattern);
    }
    if (descr instanceof NotDescr not && not.getDescrs().size() == 1) {
      Formula inner = part((BaseDescr) not.getDescrs().get(0));
      return inner == null ? null : new Formula.Not(inner);
    }
    if (descr instanceof AndDescr || descr instanceof OrDescr) {
      List<Formula> parts = new ArrayList<>();
      for (Object child : ((ConditionalElementDescr) descr).getDescrs()) {
        Formula read = part((BaseDescr) child);
        if (read != null) {
          parts.add(read);
        }
      }
      return descr instanceof AndDescr ? new Formula.And(parts) : new Formula.Or(parts);
    }
    DrlReader.refuse(
        faults,
        line(descr),
        descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT));
    return null;
  }

  private boolean isDuty(BaseDescr descr) {
    return descr instanceof PatternDescr pattern && constraint(pattern).contains("\"duty\"");
  }

  private static String constraint(PatternDescr pattern) {
    List<? extends BaseDescr> constraints = pattern.getConstraint().getDescrs();
    return constraints.size() == 1 && constraints.get(0) instanceof ExprConstraintDescr expr
        ? expr.getExpression().strip()
        : "";
  }

  private @Nullable Formula pattern(PatternDescr pattern) {
    String text = constraint(pattern);
    boolean bare =
        "Case".equals(pattern.getObjectType())
            && (pattern.getIdentifier() == null || pattern.getIdentifier().isEmpty())
            && pattern.getSource() == null
            && pattern.getBehaviors().isEmpty()
            && pattern.getAnnotations().isEmpty()
            && !pattern.isQuery();
    if (!bare || text.isEmpty()) {
      DrlReader.refuse(faults, line(pattern), pattern.getObjectType() + "( " + text + " )");
      return null;
    }
    try {
      if (text.startsWith(HEADING)) {
        ExprParser.measure(text);
        return null;
      }
      ExprParser.Comparison comparison = ExprParser.comparison(text);
      return atom(comparison, text, pattern.getLine());
    } catch (ExprParser.Refused refused) {
      DrlReader.refuse(faults, line(pattern), refused.found.isEmpty() ? text : refused.found);
      return null;
    }
  }

  private Formula atom(ExprParser.Comparison comparison, String text, int drlLine) {
    Expansion.Origin origin = expansion.origin(drlLine);
    String words = origin == null || origin.template().isEmpty() ? text : origin.text();
    String template =
        origin == null || origin.template().isEmpty() ? template(comparison) : origin.template();
    List<String> caught = origin == null ? List.of() : origin.caught();
    int line = origin == null ? drlLine : origin.line();
    atoms.add(
        new RuleTree.Atom(
            comparison.left(),
            comparison.op(),
            comparison.right(),
            words,
            template,
            caught,
            text,
            line));
    return new Formula.Leaf(atoms.size() - 1);
  }

  /** Of a condition written in DRL: its text without parameter names. */
  private static String template(ExprParser.Comparison comparison) {
    return strip(comparison.left()) + comparison.op().sign + strip(comparison.right());
  }

  private static Call strip(Call call) {
    if (call.form().equals("parameter")) {
      return new Call("parameter", List.of());
    }
    return new Call(
        call.form(),
        call.args().stream()
            .map(
                a ->
                    a instanceof Call.Nested nested
                        ? (Call.Arg) new Call.Nested(strip(nested.call()))
                        : a)
            .toList());
  }

  private int line(BaseDescr descr) {
    Expansion.Origin origin = expansion.origin(descr.getLine());
    return origin == null ? Math.max(1, descr.getLine()) : origin.line();
  }
}
