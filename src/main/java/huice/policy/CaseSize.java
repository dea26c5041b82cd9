package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.SubjectKind;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much one case may hold, so that the work and the answer that it asks for are bounded. A whole
 * working life fits: 600 months of three branches of insurance, or ten jobs with all their wages.
 *
 * <p>Of the largest cases tried within these limits most took less than 1 s of one processor, with
 * answers of up to 35 MB (2 busy cores, November 2026).
 */
final class CaseSize {
  /** Rows of one list. */
  static final int MOST_ROWS = 2_000;

  /** Rows of all lists: a couple's working lives. */
  static final int MOST_ROWS_IN_ALL = 6_000;

  /** Rows that are each decided by themselves, such as loans: every one is compared with all. */
  static final int MOST_SUBJECTS = 100;

  /** Values of one fact whose sources conflict. */
  static final int MOST_VALUES = 20;

  /** Months asked about, times the rows of a list that are decided one by one. */
  static final int MOST_DECISIONS = 6_000;

  /** Rows decided one by one, times all rows of the case: what the reasons may have to name. */
  static final int MOST_REASONS = 25_000;

  /** Months asked about times all rows of the case. */
  static final int MOST_WORK = 1_200_000;

  /** The same, times the rows decided one by one, which cost more. */
  static final int MOST_WORK_BY_ROWS = 300_000;

  private static final Text IN_PARTS =
      Text.of("请分几次问，每次少问几个月或少写几行", "ask in parts, with fewer months or fewer rows at a time");

  private final Dictionary dictionary;
  private final Faults faults;

  CaseSize(Dictionary dictionary, Faults faults) {
    this.dictionary = dictionary;
    this.faults = faults;
  }

  /** Whether a list is short enough to be read at all. */
  static boolean fits(Faults faults, String path, Tree.Sequence rows, Where where) {
    if (rows.items().size() <= MOST_ROWS) {
      return true;
    }
    faults.add(
        where,
        rows.line(),
        say("「%s」超过 %d 行", "%s has more than %d rows", path, MOST_ROWS),
        Text.of("请只写与所问有关的行", "send only the rows that matter to what is asked"));
    return false;
  }

  /** {@code months} are those asked about, 1 for a day; {@code facts} is where the roots stand. */
  void check(Map<String, Node> roots, long months, Tree.Mapping facts) {
    long subjects = 1;
    for (SubjectKind kind : dictionary.subjects().values()) {
      if (kind.rows() != null) {
        long rows = rows(kind.rows(), roots);
        subjects = Math.max(subjects, rows);
        if (rows > MOST_SUBJECTS) {
          tooMany(kind.rows(), facts);
        }
      }
    }
    if (subjects > MOST_SUBJECTS) {
      return;
    }
    long all = roots.values().stream().mapToLong(Node::rows).sum();
    if (all > MOST_ROWS_IN_ALL) {
      tooMuch("全部列表的行数", "the rows of all lists", MOST_ROWS_IN_ALL, facts);
    } else if (subjects * months > MOST_DECISIONS) {
      tooMuch(
          "所问月数乘以逐行测算的行数",
          "the months asked about times the rows decided one by one",
          MOST_DECISIONS,
          facts);
    } else if (subjects > 1 && subjects * all > MOST_REASONS) {
      tooMuch(
          "逐行测算的行数乘以全部行数",
          "the rows decided one by one times the rows of all lists",
          MOST_REASONS,
          facts);
    } else if (subjects == 1 && months * all > MOST_WORK) {
      tooMuch(
          "所问月数乘以全部列表的行数", "the months asked about times the rows of all lists", MOST_WORK, facts);
    } else if (subjects > 1 && subjects * months * all > MOST_WORK_BY_ROWS) {
      tooMuch(
          "所问月数乘以逐行测算的行数再乘以全部行数",
          "the months asked about times the rows decided one by one times the rows of all lists",
          MOST_WORK_BY_ROWS,
          facts);
    }
  }

  private void tooMuch(String zh, String en, int most, Tree.Mapping facts) {
    faults.add(
        Where.ROOT.at("facts"),
        facts.line(),
        Text.of(zh + "超过 " + most, en + ": more than " + most),
        IN_PARTS);
  }

  private void tooMany(String path, Tree.Mapping facts) {
    Where where = Where.ROOT.at("facts");
    Tree tree = facts;
    for (String step : path.split("\\.")) {
      Tree inside = tree instanceof Tree.Mapping mapping ? mapping.get(step) : null;
      if (inside == null) {
        break;
      }
      where = where.at(step);
      tree = inside;
    }
    faults.add(
        where,
        tree.line(),
        say(
            "「%s」超过 %d 行，这些行要逐行测算",
            "%s has more than %d rows, and each is decided by itself", path, MOST_SUBJECTS),
        Text.of("请分成几个个案", "split them into several cases"));
  }

  /** The rows at a path from a root, through single things and other lists. */
  private static long rows(String path, Map<String, Node> roots) {
    int dot = path.indexOf('.');
    if (!roots.containsKey(dot < 0 ? path : path.substring(0, dot))) {
      return 0;
    }
    String[] steps = path.split("\\.");
    List<Node> nodes = new ArrayList<>();
    Node root = roots.get(steps[0]);
    if (root != null) {
      nodes.add(root);
    }
    for (int i = 1; i < steps.length; i++) {
      List<Node> next = new ArrayList<>();
      for (Node node : nodes) {
        Relation relation = node.entity().relation(steps[i]).orElse(null);
        if (relation != null) {
          next.addAll(children(node, relation));
        }
      }
      nodes = next;
    }
    return nodes.size();
  }

  private static List<Node> children(Node node, Relation relation) {
    if (relation.many()) {
      Rows rows = node.list(relation);
      return rows == null ? List.of() : rows.rows();
    }
    @Nullable Node one = node.one(relation);
    return one == null ? List.of() : List.of(one);
  }
}
