package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Call;
import huice.engine.measure.Measure;
import huice.model.Parameter;
import huice.model.SchemeKind;
import huice.model.SubjectKind;
import huice.model.Unit;
import huice.model.ValueType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and slots of one version while it is compiled. The same comparison in two rows of
 * a table is one condition; the same measure in two conditions is one slot.
 */
final class ConditionTable {
  private final String scheme;
  private final CallBinder binder;
  private final SubjectKind subject;
  private final boolean monthly;
  private final List<Condition> conditions = new ArrayList<>();
  private final Map<String, Integer> byDrl = new HashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, Integer> slotsByText = new LinkedHashMap<>();
  private final List<Bound> slots = new ArrayList<>();

  ConditionTable(String scheme, CallBinder binder, SubjectKind subject, boolean monthly) {
    this.scheme = scheme;
    this.binder = binder;
    this.subject = subject;
    this.monthly = monthly;
  }

  List<Condition> conditions() {
    return List.copyOf(conditions);
  }

  List<Bound> slots() {
    return List.copyOf(slots);
  }

  /** Adds a rule's atoms; the result gives each atom's place among the version's conditions. */
  int[] add(RuleTree tree) {
    int[] places = new int[tree.atoms().size()];
    for (int i = 0; i < places.length; i++) {
      RuleTree.Atom atom = tree.atoms().get(i);
      Integer known = byDrl.get(atom.drl());
      if (known == null) {
        known = add(atom, tree.clauses());
        byDrl.put(atom.drl(), known);
      }
      places[i] = known;
    }
    return places;
  }

  private int add(RuleTree.Atom atom, List<String> clauses) {
    Bound left = binder.bind(atom.left(), subject, monthly, atom.line());
    Bound right = binder.operand(atom.right(), left, subject, monthly, atom.line());
    if (left != null && right != null && !SchemeCompiler.comparable(left, atom.op(), right)) {
      mismatch(atom, left, right);
    }
    Bound safeLeft = left == null ? NOTHING : left;
    Bound safeRight = right == null ? NOTHING : right;
    conditions.add(
        new Condition(
            conditionId(atom),
            atom.text(),
            safeLeft,
            atom.op(),
            safeRight,
            slot(safeLeft),
            slot(safeRight),
            false,
            false,
            false,
            clauses,
            String.join("、", clauses),
            names(safeLeft, safeRight),
            atom.drl(),
            atom.line()));
    return conditions.size() - 1;
  }

  private static List<String> names(Bound left, Bound right) {
    List<String> names = new ArrayList<>(left.parameters().stream().sorted().toList());
    right.parameters().stream().sorted().filter(p -> !names.contains(p)).forEach(names::add);
    return List.copyOf(names);
  }

  /** Stands in for what could not be bound; its version is never run. */
  private static final Bound NOTHING =
      new Bound(
          new Call("nothing", List.of()),
          nothing(),
          ValueType.COUNT,
          Unit.NONE,
          null,
          Set.of(),
          Set.of(),
          Set.of(),
          false);

  private static Measure nothing() {
    return moment -> {
      throw new IllegalStateException("a condition with problems is never run");
    };
  }

  private void mismatch(RuleTree.Atom atom, Bound left, Bound right) {
    binder
        .faults()
        .add(
            atom.line(),
            "「" + atom.text() + "」两边不能相比：" + kind(left, true) + "与" + kind(right, true),
            "\"" + atom.text() + "\" compares " + kind(left, false) + " with " + kind(right, false),
            "用同类型、同单位的参数",
            "use a parameter of the same type and unit");
  }

  private static String kind(Bound bound, boolean zh) {
    String type = zh ? bound.type().text().zh() : bound.type().text().en();
    String unit = zh ? bound.unit().text().zh() : bound.unit().text().en();
    return bound.type().scaled() ? type + (zh ? "（" + unit + "）" : " (" + unit + ")") : type;
  }

  private int slot(Bound bound) {
    String text = bound.call().toString();
    if (bound.call().form().equals("choice") && bound.fact() != null) {
      text = bound.fact().entity() + "." + bound.fact().id() + text;
    }
    Integer known = slotsByText.putIfAbsent(text, slots.size());
    if (known == null) {
      slots.add(bound);
      return slots.size() - 1;
    }
    return known;
  }

  /** Scheme, sentence template, its arguments that are no parameters, and a number among equals. */
  private String conditionId(RuleTree.Atom atom) {
    StringBuilder base = new StringBuilder(Words.plain(atom.template()));
    atom.caught().stream()
        .filter(c -> !c.startsWith("〔"))
        .forEach(c -> base.append('|').append(Words.plain(c)));
    String hash = hash(base.toString());
    int ordinal = ordinals.merge(hash, 1, Integer::sum);
    return scheme + "." + hash + "." + ordinal;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<SchemeInfo.Line> lines(RuleTree tree, int[] places) {
    List<SchemeInfo.Line> lines = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Condition condition = conditions.get(places[i]);
      RuleTree.Atom atom = tree.atoms().get(i);
      lines.add(
          new SchemeInfo.Line(
              condition.id(),
              atom.text(),
              atom.drl(),
              condition.parameters(),
              asks(condition.left()) || asks(condition.right()),
              atom.line()));
    }
    tree.actions()
        .forEach(
            a ->
                lines.add(
                    new SchemeInfo.Line("", a.text(), a.call() + ";", List.of(), false, a.line())));
    return lines;
  }

  private static boolean asks(Bound bound) {
    return !bound.facts().isEmpty() || !bound.schemes().isEmpty();
  }

  /**
   * Leaves each condition the clauses that concern it: those its parameters come from; where it has
   * none, the rule's clauses that no parameter of the rule comes from.
   */
  void narrowClauses(Map<String, Parameter> parameters) {
    Set<String> claimed = new HashSet<>();
    conditions.forEach(c -> claimed.addAll(clauses(c, parameters)));
    for (int i = 0; i < conditions.size(); i++) {
      Condition c = conditions.get(i);
      List<String> own = clauses(c, parameters);
      List<String> rest = c.clauses().stream().filter(clause -> !claimed.contains(clause)).toList();
      List<String> narrowed = own.isEmpty() ? (rest.isEmpty() ? c.clauses() : rest) : own;
      conditions.set(i, c.with(narrowed, c.cautiousMet(), c.cautiousNotMet(), c.unless()));
    }
  }

  private static List<String> clauses(Condition c, Map<String, Parameter> parameters) {
    return java.util.stream.Stream.concat(
            c.left().parameters().stream().sorted(), c.right().parameters().stream().sorted())
        .map(parameters::get)
        .filter(java.util.Objects::nonNull)
        .map(Parameter::clause)
        .filter(clause -> !clause.isEmpty())
        .distinct()
        .toList();
  }

  /** Works out in which directions weak evidence must not carry each condition's result. */
  void directions(SchemeKind kind, List<Branch> branches, @Nullable Formula duty) {
    boolean[] met = new boolean[conditions.size()];
    boolean[] notMet = new boolean[conditions.size()];
    List<Formula.Literal> counting = new ArrayList<>();
    branches.forEach(b -> b.formula().literals(true, counting));
    for (Formula.Literal literal : counting) {
      boolean both = kind == SchemeKind.FREQUENCY || branches.size() > 1;
      met[literal.condition()] |= both || !literal.positive();
      notMet[literal.condition()] |= both || literal.positive();
      if (kind == SchemeKind.OBLIGATION && duty != null) {
        met[literal.condition()] = true;
        notMet[literal.condition()] = true;
      }
    }
    if (duty != null) {
      List<Formula.Literal> owed = new ArrayList<>();
      duty.literals(true, owed);
      owed.forEach(l -> (l.positive() ? notMet : met)[l.condition()] = true);
    }
    boolean[] unless = unless(branches, duty);
    for (int i = 0; i < conditions.size(); i++) {
      Condition c = conditions.get(i);
      conditions.set(i, c.with(c.clauses(), met[i], notMet[i], unless[i]));
    }
  }

  /** Which conditions of a rule in sentences are wanted not met, wherever they stand. */
  private boolean[] unless(List<Branch> branches, @Nullable Formula duty) {
    boolean[] unless = new boolean[conditions.size()];
    if (branches.size() != 1) {
      return unless;
    }
    List<Formula.Literal> all = new ArrayList<>();
    branches.get(0).formula().literals(true, all);
    if (duty != null) {
      duty.literals(true, all);
    }
    all.stream().filter(l -> !l.positive()).forEach(l -> unless[l.condition()] = true);
    all.stream().filter(Formula.Literal::positive).forEach(l -> unless[l.condition()] = false);
    return unless;
  }
}
