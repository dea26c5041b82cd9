package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a path from a record leads: {@code birth_date}, {@code employments[r1].start}, {@code
 * employments[new]} or, for another record, the name of a root such as {@code spouse}.
 */
record StatementPath(Dictionary dictionary, Entity root, Faults faults) {
  private static final Pattern STEP =
      Pattern.compile("([a-z][a-z0-9_]*)(?:\\[(r[1-9][0-9]{0,5}|new[a-z0-9]{0,8})])?");
  private static final Text WRITE_ROW =
      Text.of(
          "已有的行写 [r1]，新的一行写 [new]，几行新的写 [new1]、[new2]",
          "write [r1] for a row that is there, [new] for a new one, [new1], [new2] for several");

  /** What stands at the end of a path: one of the four, the others are null. */
  record Place(
      @Nullable Fact fact,
      @Nullable Relation row,
      @Nullable Relation list,
      @Nullable String link) {}

  /** Null after a fault. */
  @Nullable Place place(String path, Tree tree, Where where) {
    if (!path.contains(".") && !path.contains("[") && dictionary.roots().containsKey(path)) {
      return new Place(null, null, null, path);
    }
    String[] steps = path.split("\\.", -1);
    Entity at = root;
    for (int i = 0; i < steps.length; i++) {
      boolean last = i == steps.length - 1;
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        faults.add(
            where,
            tree.line(),
            say("「%s」不是路径的一段", "\"%s\" is no step of a path", Words.shown(steps[i])),
            WRITE_ROW);
        return null;
      }
      boolean keyed = step.group(2) != null;
      Fact fact = last && !keyed ? at.fact(step.group(1)).orElse(null) : null;
      if (fact != null) {
        return new Place(fact, null, null, null);
      }
      Relation relation = at.relation(step.group(1)).orElse(null);
      Entity next = relation == null ? null : dictionary.entities().get(relation.entity());
      if (relation == null || next == null) {
        unknown(at, step.group(1), tree, where);
        return null;
      }
      if (last) {
        return end(relation, keyed, tree, where);
      }
      if (relation.many() != keyed) {
        misplaced(relation, tree, where);
        return null;
      }
      at = next;
    }
    return null;
  }

  private @Nullable Place end(Relation relation, boolean keyed, Tree tree, Where where) {
    if (!relation.many()) {
      misplaced(relation, tree, where);
      return null;
    }
    return keyed ? new Place(null, relation, null, null) : new Place(null, null, relation, null);
  }

  private void unknown(Entity at, String name, Tree tree, Where where) {
    List<String> names =
        Stream.concat(at.facts().stream().map(Fact::id), at.relations().stream().map(Relation::id))
            .toList();
    faults.add(
        where,
        tree.line(),
        say("「%s」没有「%s」这一项", "%3$s has no \"%2$s\"", at.label().zh(), Words.shown(name), at.id()),
        Words.instead(name, names));
  }

  private void misplaced(Relation relation, Tree tree, Where where) {
    faults.add(
        where,
        tree.line(),
        relation.many()
            ? say("没有写明「%s」的哪一行", "no row of %2$s is named", relation.label().zh(), relation.id())
            : say("「%s」不是列表", "%2$s is no list", relation.label().zh(), relation.id()),
        relation.many() ? WRITE_ROW : say("请写 %1$s.名称", "write %1$s.name", relation.id()));
  }
}
