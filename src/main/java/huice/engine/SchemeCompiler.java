package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Call;
import huice.model.Clause;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Relation;
import huice.model.Release;
import huice.model.Service;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Binds the rules of one file into a scheme. Every problem it meets names file and line. */
final class SchemeCompiler {
  private static final int MOST_WAYS = 64;

  private final Release release;
  private final Pack pack;
  private final String id;
  private final Faults faults;
  private final CallBinder binder;
  private final IntSupplier indexes;
  private final boolean unique;
  private final boolean table;

  SchemeCompiler(
      Release release,
      Pack pack,
      String id,
      boolean table,
      boolean unique,
      CallBinder binder,
      IntSupplier indexes) {
    this.release = release;
    this.pack = pack;
    this.id = id;
    this.table = table;
    this.unique = unique;
    this.binder = binder;
    this.faults = binder.faults();
    this.indexes = indexes;
  }

  /** Null when the file has problems. */
  @Nullable Scheme compile(List<RuleTree> trees, String file) {
    if (trees.isEmpty()) {
      return null;
    }
    RuleTree first = trees.get(0);
    SubjectKind subject = subject(first);
    alike(trees);
    tableKind(first);
    trees.forEach(this::clausesExist);
    List<List<RuleTree>> groups =
        table
            ? List.of(trees)
            : trees.stream().sorted(Comparator.comparing(RuleTree::since)).map(List::of).toList();
    overlaps(groups);
    if (subject == null || faults.any()) {
      return null;
    }
    ConsequenceBinder consequences = new ConsequenceBinder(binder, subject, first.monthly());
    List<Version> versions = new ArrayList<>();
    for (List<RuleTree> group : groups) {
      versions.add(version(group, subject, consequences));
    }
    if (faults.any()) {
      return null;
    }
    versions.forEach(this::check);
    return scheme(first, subject, versions, consequences, file);
  }

  private void check(Version version) {
    Fixed fixed = new Fixed(pack, release);
    Set<Integer> dead = new RuleChecks(faults, fixed).check(version, table);
    if (table) {
      new TableChecks(faults, fixed, version, unique).check(dead);
    }
  }

  private Scheme scheme(
      RuleTree first,
      SubjectKind subject,
      List<Version> versions,
      ConsequenceBinder consequences,
      String file) {
    Set<Bound> all = new LinkedHashSet<>();
    versions.forEach(v -> all.addAll(v.slots()));
    versions.forEach(v -> v.branches().forEach(b -> all.addAll(bounds(b.consequences()))));
    all.addAll(consequences.parameterDates().values());
    if (consequences.ruleDate() != null) {
      all.add(consequences.ruleDate());
    }
    Set<String> facts = new TreeSet<>();
    Set<String> parameters = new TreeSet<>();
    Set<String> schemes = new TreeSet<>();
    all.forEach(b -> add(b, facts, parameters, schemes));
    List<Relation> lists = release.dictionary().lists(subject);
    if (!lists.isEmpty()) {
      String row = lists.get(lists.size() - 1).entity();
      subject.where().forEach(w -> facts.add(row + "." + w.fact()));
    }
    Map<String, Bound> selectors = new LinkedHashMap<>();
    for (String name : parameters) {
      Bound selector = selector(name, subject, first);
      if (selector != null) {
        selectors.put(name, selector);
        facts.addAll(selector.facts());
      }
    }
    boolean earlier = all.stream().anyMatch(b -> b.call().toString().contains("earlier("));
    String title = title(first);
    LocalDate adopted =
        pack.services().stream()
            .filter(service -> service.scheme().equals(id))
            .map(Service::from)
            .min(Comparator.naturalOrder())
            .orElse(null);
    SchemeInfo info =
        new SchemeInfo(
            id,
            pack.id(),
            title,
            first.kind(),
            subject.id(),
            first.monthly(),
            pack.draft() && adopted == null,
            versions.stream()
                .map(
                    v ->
                        new SchemeInfo.Version(
                            v.from(), v.to(), v.clauses(), v.lines(), file, v.line()))
                .toList(),
            facts,
            parameters,
            schemes,
            file,
            "");
    return new Scheme(
        id,
        pack,
        title,
        first.kind(),
        subject,
        first.monthly(),
        adopted,
        versions,
        consequences.ruleDate(),
        consequences.parameterDates(),
        selectors,
        earlier,
        info,
        Seat.none(versions));
  }

  private static void add(
      Bound bound, Set<String> facts, Set<String> parameters, Set<String> schemes) {
    facts.addAll(bound.facts());
    parameters.addAll(bound.parameters());
    schemes.addAll(bound.schemes());
  }

  static List<Bound> bounds(Consequences c) {
    List<Bound> all = new ArrayList<>();
    if (c.amount() != null) {
      all.addAll(c.amount().expression().leaves());
    }
    c.caps().forEach(cap -> all.addAll(cap.expression().leaves()));
    if (c.every() != null) {
      all.add(c.every().interval());
      all.add(c.every().from());
    }
    if (c.between() != null) {
      all.add(c.between().floorDays());
      all.add(c.between().ceilingMonths());
    }
    for (Consequences.Offer offer : c.offers()) {
      all.add(offer.target());
      all.add(offer.done());
    }
    if (c.by() != null) {
      all.add(c.by());
    }
    return all;
  }

  private @Nullable Bound selector(String name, SubjectKind subject, RuleTree first) {
    for (Pack each : release.packs()) {
      for (Parameter parameter : each.parameters()) {
        if (parameter.name().equals(name) && parameter.by() != null) {
          for (String path : parameter.by().split("\\|")) {
            Faults quiet = new Faults(faults.file(), new ArrayList<>());
            Bound bound =
                binder
                    .quietly(quiet)
                    .bind(
                        new Call("value", List.of(new Call.Word(path.strip()))),
                        subject,
                        first.monthly(),
                        first.line());
            if (bound != null) {
              return bound;
            }
          }
          faults.add(
              first.line(),
              "〔" + name + "〕按「" + parameter.by() + "」取值，本规则的对象看不到它",
              "〔"
                  + name
                  + "〕 is chosen by "
                  + parameter.by()
                  + ", which is out of this rule's sight",
              "在参数文件的 by 里加上本对象的路径",
              "add a path of this subject to the parameter's by");
        }
      }
    }
    return null;
  }

  private String title(RuleTree tree) {
    int mark = tree.name().indexOf('#');
    return table && mark >= 0 ? tree.name().substring(0, mark) : tree.name();
  }

  /** The rows of a table are alternatives of what an office owes; an entitlement is one formula. */
  private void tableKind(RuleTree first) {
    if (table && !Settling.isOffice(first.kind())) {
      faults.add(
          first.line(),
          "类别「" + first.kind().zh() + "」不能写成决策表",
          "the kind " + first.kind().zh() + " cannot be a decision table",
          "决策表用于频次和服务；待遇和义务写成 .dslr",
          "tables are for 频次 and 服务; write 待遇 and 义务 as .dslr");
    }
  }

  private @Nullable SubjectKind subject(RuleTree tree) {
    SubjectKind kind = release.dictionary().subject(tree.subject()).orElse(null);
    if (kind == null) {
      List<String> labels =
          release.dictionary().subjects().values().stream().map(s -> s.label().zh()).toList();
      faults.add(
          tree.line("subject"),
          "没有对象「" + tree.subject() + "」",
          "there is no kind of subject \"" + tree.subject() + "\"",
          "可选：" + String.join("、", labels),
          "choose of: " + String.join(", ", release.dictionary().subjects().keySet()));
    }
    return kind;
  }

  private void alike(List<RuleTree> trees) {
    RuleTree first = trees.get(0);
    for (RuleTree tree : trees) {
      if (!title(tree).equals(title(first))
          || tree.kind() != first.kind()
          || !tree.subject().equals(first.subject())
          || tree.monthly() != first.monthly()) {
        faults.add(
            tree.line(),
            "同一文件里的规则是同一项目的不同版本，名称、类别、对象要相同",
            "the rules of one file are versions of one scheme and share name, kind and subject",
            "另一项目另建文件",
            "put another scheme into a file of its own");
      }
      if (tree.until() != null && tree.until().isBefore(tree.since())) {
        faults.add(
            tree.line("until"),
            "施行的终日早于始日",
            "it ends before it begins",
            "核对施行日期",
            "check the dates in force");
      }
    }
  }

  private void clausesExist(RuleTree tree) {
    if (pack.clauses().isEmpty()) {
      return;
    }
    List<String> ids = pack.clauses().stream().map(Clause::id).toList();
    Set<String> plain = new TreeSet<>();
    ids.forEach(i -> plain.add(Words.plain(i)));
    for (String clause : tree.clauses()) {
      if (!plain.contains(Words.plain(clause))) {
        List<String> near = Words.nearest(clause, ids, 2);
        faults.add(
            tree.line("clause"),
            Text.of("本政策包没有条款「" + clause + "」", "this pack has no clause \"" + clause + "\""),
            near.isEmpty()
                ? Text.of("在 clauses.yaml 里登记这一条款", "register it in clauses.yaml")
                : Text.of(
                    "是否想写「" + String.join("」或「", near) + "」？",
                    "did you mean \"" + String.join("\" or \"", near) + "\"?"));
      }
    }
  }

  private void overlaps(List<List<RuleTree>> groups) {
    for (int i = 1; i < groups.size() && !table; i++) {
      RuleTree before = groups.get(i - 1).get(0);
      RuleTree after = groups.get(i).get(0);
      if (before.until() == null || !before.until().isBefore(after.since())) {
        faults.add(
            after.line(),
            "与第 " + before.line() + " 行的版本施行日期重叠",
            "its dates in force overlap those of the version on line " + before.line(),
            "给较早的版本写“施行 … 至 " + after.since().minusDays(1) + "”",
            "end the earlier version on " + after.since().minusDays(1));
      }
    }
  }

  private Version version(
      List<RuleTree> trees, SubjectKind subject, ConsequenceBinder consequenceBinder) {
    RuleTree first = trees.get(0);
    ConditionTable conditions = new ConditionTable(id, binder, subject, first.monthly());
    List<Branch> branches = new ArrayList<>();
    Formula duty = null;
    List<SchemeInfo.Line> lines = new ArrayList<>();
    Set<String> clauses = new LinkedHashSet<>();
    LocalDate from = first.since();
    LocalDate to = first.until();
    boolean open = false;
    for (RuleTree tree : trees) {
      int[] places = conditions.add(tree);
      Repeats.check(tree, places, faults);
      Formula formula = placed(tree.formula(), places);
      Formula owed = tree.duty() == null ? null : placed(tree.duty(), places);
      duty = owed;
      Consequences consequences = consequenceBinder.bind(tree);
      Formula whole = owed == null ? formula : new Formula.And(List.of(formula, owed));
      Ways own = Ways.of(whole, MOST_WAYS);
      if (own.tooMany() && !tree.atoms().isEmpty()) {
        faults.add(
            tree.line(),
            "“或者”太多，合起来超过 " + MOST_WAYS + " 种情形",
            "too many alternatives, over " + MOST_WAYS + " combinations",
            "把规则拆成几个项目或改用决策表",
            "split the rule or use a decision table");
      }
      String label = table ? tree.name().substring(tree.name().indexOf('#') + 1) : "";
      branches.add(
          new Branch(
              label,
              formula,
              Ways.of(formula, MOST_WAYS),
              own,
              consequences,
              tree.clauses(),
              tree.since(),
              tree.until(),
              tree.line()));
      clauses.addAll(tree.clauses());
      lines.addAll(conditions.lines(tree, places));
      from = tree.since().isBefore(from) ? tree.since() : from;
      open |= tree.until() == null;
      to = to == null || tree.until() == null ? to : tree.until().isAfter(to) ? tree.until() : to;
    }
    conditions.directions(first.kind(), branches, duty);
    conditions.narrowClauses(binder.parameters());
    return new Version(
        indexes.getAsInt(),
        id,
        from,
        open ? null : to,
        List.copyOf(clauses),
        conditions.conditions(),
        conditions.slots(),
        branches,
        duty,
        duty == null ? null : Ways.of(duty, MOST_WAYS),
        lines,
        first.line());
  }

  private static Formula placed(Formula formula, int[] places) {
    if (formula instanceof Formula.Leaf leaf) {
      return new Formula.Leaf(places[leaf.condition()]);
    }
    if (formula instanceof Formula.Not not) {
      return new Formula.Not(placed(not.part(), places));
    }
    List<Formula> parts =
        formula instanceof Formula.And and ? and.parts() : ((Formula.Or) formula).parts();
    List<Formula> moved = parts.stream().map(p -> placed(p, places)).toList();
    return formula instanceof Formula.And ? new Formula.And(moved) : new Formula.Or(moved);
  }

  /** Whether two operands can be compared: same type and, for counts, same unit. */
  static boolean comparable(Bound left, Op op, Bound right) {
    if (left.type() != right.type()) {
      return false;
    }
    if (left.type() == ValueType.YES_NO || left.type() == ValueType.CHOICE) {
      return op == Op.EQ || op == Op.NE;
    }
    return left.type() != ValueType.COUNT
        || left.unit() == right.unit()
        || left.unit() == Unit.NONE
        || right.unit() == Unit.NONE;
  }
}
