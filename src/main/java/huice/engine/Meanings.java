package huice.engine;

import huice.engine.Vocabulary.Entry;
import huice.engine.Vocabulary.Scope;
import huice.engine.measure.Bound;
import huice.model.Parameter;
import huice.model.Problem;
import huice.model.Release;
import huice.model.SubjectKind;
import huice.model.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells faults of a sentence's own meaning from faults of what a rule says with it. A sentence is
 * at fault when it binds for no kind of subject, neither monthly nor not, and with no parameter in
 * its slots; its faults are told once, in the vocabulary, with the places that use it. Used by one
 * thread.
 */
final class Meanings {
  private static final int MOST_FILLINGS = 300;
  private static final int MOST_USES = 3;
  private static final String NEUTRAL = "x";
  private static final Pattern PLAIN_CASE =
      Pattern.compile("Case\\(((?:[^\"\\\\`]|\"[^\"\\\\`]*\")*)\\)");
  private static final Pattern BRACKETS = Pattern.compile("[()\\s]+");

  /** What a keyword may stand for. */
  private static final Pattern HEAD =
      Pattern.compile(
          "when|then|end|rule \"[^\"]*\"|(@(kind|subject|clause|since|until|monthly)\\(\"[^\"]*\"\\)\\s*)+");

  private record Use(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  private record Told(Text what, Text instead, Set<Use> uses) {}

  private record Filled(Entry entry, List<String> values) {}

  private final Release release;
  private final CallBinder binder;
  private final Map<Entry, Map<Text, Told>> told = new LinkedHashMap<>();
  private final Map<Entry, Boolean> readable = new HashMap<>();
  private final Map<Filled, Boolean> faulty = new HashMap<>();

  /** {@code binder}: of any file; it is used to try, not to tell. */
  Meanings(Release release, CallBinder binder) {
    this.release = release;
    this.binder = binder;
  }

  /** Whether the sentences that a file uses can be read at all; tells of those that cannot. */
  boolean readable(String file, Expansion expansion) {
    boolean all = true;
    for (Expansion.Origin origin : expansion.origins()) {
      Entry entry = origin.entry();
      if (entry != null && !readable.computeIfAbsent(entry, Meanings::readable)) {
        List<Problem> problems = new ArrayList<>();
        if (!plain(entry, values(origin))
            && tree(entry, values(origin), problems).isEmpty()
            && !problems.isEmpty()) {
          tell(entry, problems.get(0), new Use(file, origin.line()));
          all = false;
        }
      }
    }
    return all;
  }

  private static boolean readable(Entry entry) {
    List<String> neutral = Collections.nCopies(entry.slots().size(), NEUTRAL);
    return plain(entry, neutral) || !tree(entry, neutral, new ArrayList<>()).isEmpty();
  }

  /** Brackets and the words between conditions mean nothing by themselves. */
  private static boolean joins(Entry entry) {
    return entry.scope() == Scope.CONDITION
        && (!entry.prefix().isEmpty() || BRACKETS.matcher(entry.value()).matches());
  }

  /** The usual form, read without Drools. */
  private static boolean plain(Entry entry, List<String> values) {
    String meaning = filled(entry, values);
    if (joins(entry)) {
      return true;
    }
    try {
      switch (entry.scope()) {
        case CONDITION -> {
          var whole = PLAIN_CASE.matcher(meaning);
          if (!whole.matches()) {
            return false;
          }
          ExprParser.comparison(whole.group(1));
        }
        case ANY -> ExprParser.measure(meaning);
        case CONSEQUENCE -> {
          return ExprParser.statements(meaning).stream().allMatch(s -> Actions.known(s.call()));
        }
        case KEYWORD -> {
          return HEAD.matcher(meaning).matches();
        }
      }
    } catch (ExprParser.Refused refused) {
      return false;
    }
    return !meaning.contains("null") && !meaning.contains("/*");
  }

  /**
   * Moves what is a sentence's own fault from the problems of a file, those from {@code from} on,
   * to the vocabulary.
   */
  void sort(String file, Expansion expansion, List<Problem> problems, int from) {
    for (int i = problems.size() - 1; i >= from; i--) {
      Problem problem = problems.get(i);
      for (Expansion.Origin origin : expansion.origins()) {
        Entry entry = origin.entry();
        if (entry != null
            && !problem.notice()
            && problem.file().equals(file)
            && problem.line() == origin.line()
            && entry.scope() != Scope.KEYWORD
            && !joins(entry)
            && !mentions(problem, origin)
            && faulty.computeIfAbsent(new Filled(entry, values(origin)), this::faulty)) {
          problems.remove(i);
          tell(entry, problem, new Use(file, origin.line()));
          break;
        }
      }
    }
  }

  /** Whether a problem speaks of what a rule put into a slot. */
  private static boolean mentions(Problem problem, Expansion.Origin origin) {
    return values(origin).stream()
        .map(v -> v.replaceAll("[〔〕]", ""))
        .anyMatch(v -> problem.what().zh().contains(v));
  }

  private static List<String> values(Expansion.Origin origin) {
    Entry entry = origin.entry();
    int slots = entry == null ? 0 : Math.min(entry.slots().size(), origin.caught().size());
    return origin.caught().subList(0, slots);
  }

  private boolean faulty(Filled filled) {
    for (List<String> values : fillings(filled)) {
      for (RuleTree tree : tree(filled.entry(), values, new ArrayList<>())) {
        for (SubjectKind subject : release.dictionary().subjects().values()) {
          if (binds(filled.entry(), tree, subject, false)
              || binds(filled.entry(), tree, subject, true)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * What may stand in the slots: what the rule wrote, and a parameter of each kind; in every
   * combination while these are few, else in one slot at a time and in all.
   */
  private List<List<String>> fillings(Filled filled) {
    Map<List<Object>, String> kinds = new LinkedHashMap<>();
    release.packs().stream()
        .flatMap(p -> p.parameters().stream())
        .forEach(p -> kinds.putIfAbsent(kind(p), "〔" + p.name() + "〕"));
    int slots = filled.values().size();
    List<List<String>> all = new ArrayList<>();
    all.add(filled.values());
    if (Math.pow(kinds.size() + 1, slots) <= MOST_FILLINGS) {
      for (int slot = 0; slot < slots; slot++) {
        for (List<String> values : List.copyOf(all)) {
          for (String word : kinds.values()) {
            all.add(with(values, slot, word));
          }
        }
      }
      return all;
    }
    for (String word : kinds.values()) {
      all.add(Collections.nCopies(slots, word));
      for (int slot = 0; slot < slots; slot++) {
        all.add(with(filled.values(), slot, word));
      }
    }
    return all;
  }

  private static List<Object> kind(Parameter p) {
    return List.of(p.type(), p.unit(), p.listed(), p.by() == null);
  }

  private static List<String> with(List<String> values, int slot, String word) {
    List<String> changed = new ArrayList<>(values);
    changed.set(slot, word);
    return changed;
  }

  private boolean binds(Entry entry, RuleTree tree, SubjectKind subject, boolean monthly) {
    Faults faults = new Faults("", new ArrayList<>());
    CallBinder quiet = binder.quietly(faults);
    for (RuleTree.Atom atom : tree.atoms()) {
      Bound left = quiet.bind(atom.left(), subject, monthly, atom.line());
      if (entry.scope() == Scope.ANY) {
        return left != null;
      }
      Bound right = quiet.operand(atom.right(), left, subject, monthly, atom.line());
      if (left == null || right == null || !SchemeCompiler.comparable(left, atom.op(), right)) {
        return false;
      }
    }
    new ConsequenceBinder(quiet, subject, monthly).bind(tree);
    return !faults.any();
  }

  /** The sentence in a rule of its own; none, with problems, when it cannot be read. */
  private static List<RuleTree> tree(Entry entry, List<String> values, List<Problem> problems) {
    String meaning = filled(entry, values);
    boolean office = meaning.startsWith("due.");
    String head = "@kind(\"" + (office ? "服务" : "待遇") + "\") @subject(\"x\")";
    String when = "";
    String then = "";
    switch (entry.scope()) {
      case CONDITION -> when = meaning;
      case CONSEQUENCE -> then = meaning;
      case ANY -> when = "Case( " + meaning + " == true )";
      case KEYWORD -> {
        DrlReader.refuse(new Faults("", problems), 1, meaning);
        return List.of();
      }
    }
    return read(
        "rule \"x\"\n"
            + head
            + " @clause(\"x\") @since(\"2024-01-01\")\nwhen\n"
            + when
            + "\nthen\n"
            + then
            + "\nend\n",
        problems);
  }

  private static List<RuleTree> read(String drl, List<Problem> problems) {
    Expansion expansion = new Expansion(drl, List.of());
    return DrlReader.read(expansion, new Faults("", problems));
  }

  private static String filled(Entry entry, List<String> values) {
    String meaning = entry.value();
    for (int i = 0; i < values.size(); i++) {
      meaning = meaning.replace("{" + entry.slots().get(i) + "}", values.get(i));
    }
    return meaning;
  }

  private void tell(Entry entry, Problem problem, Use use) {
    told.computeIfAbsent(entry, e -> new LinkedHashMap<>())
        .computeIfAbsent(
            problem.what(), w -> new Told(problem.what(), problem.instead(), new LinkedHashSet<>()))
        .uses()
        .add(use);
  }

  /** The sentences' own faults, each once, with the places that use the sentence. */
  List<Problem> problems(String file) {
    List<Problem> problems = new ArrayList<>();
    told.forEach(
        (entry, faults) ->
            faults
                .values()
                .forEach(
                    t ->
                        problems.add(Problem.at(file, entry.line(), what(entry, t), t.instead()))));
    return problems;
  }

  private static Text what(Entry entry, Told told) {
    List<String> uses =
        told.uses().stream()
            .sorted(Comparator.comparing(Use::file).thenComparingInt(Use::line))
            .map(Use::toString)
            .toList();
    int shown = Math.min(MOST_USES, uses.size());
    String places = String.join("、", uses.subList(0, shown));
    int more = uses.size() - shown;
    return Text.of(
        "句子「"
            + entry.key()
            + "」的含义读不通："
            + told.what().zh()
            + "（用在 "
            + places
            + (more > 0 ? " 等 " + uses.size() + " 处" : "")
            + "）",
        "the meaning of \""
            + entry.key()
            + "\" does not hold: "
            + told.what().en()
            + " (used at "
            + places
            + (more > 0 ? " and " + more + " more" : "")
            + ")");
  }
}
