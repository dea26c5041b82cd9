package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a value at a path of a tree, or takes away what is there: {@code root.list[0].fact}. Trees
 * are not altered; a changed copy is given back. Steps through a list that says how far it is
 * complete lead to its rows.
 */
final class TreePath {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[\\d{1,4}\\])?)");
  private static final int LONGEST = 300;
  private static final Text WRITE =
      Text.of("请写「成员.列表[0].事实」这样的路径", "write a path such as root.list[0].fact");

  private final String path;
  private final List<String> steps;
  private final int line;
  private final @Nullable Tree value;

  private TreePath(String path, List<String> steps, int line, @Nullable Tree value) {
    this.path = path;
    this.steps = steps;
    this.line = line;
    this.value = value;
  }

  /** The changed tree, or the old one with what is wrong. */
  record Changed(Tree tree, @Nullable Text fault, Text instead) {}

  /** What cannot be done. */
  private static final class Astray extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Text what;
    private final transient Text instead;

    Astray(Text what, Text instead) {
      super(what.en(), null, false, false);
      this.what = what;
      this.instead = instead;
    }
  }

  /** A null value takes away. */
  static Changed change(Tree tree, String path, int line, @Nullable Tree value) {
    List<String> steps = steps(path);
    if (steps.isEmpty()) {
      return new Changed(tree, say("路径「%s」写法不对", "\"%s\" is not a path", shown(path)), WRITE);
    }
    try {
      return new Changed(new TreePath(path, steps, line, value).put(tree, 0), null, WRITE);
    } catch (Astray e) {
      return new Changed(tree, e.what, e.instead);
    }
  }

  /** Names and [indexes]; empty when the path is malformed. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    if (path.length() > LONGEST) {
      return steps;
    }
    for (String part : path.strip().split("\\.", -1)) {
      Matcher step = STEP.matcher(part);
      if (!step.matches()) {
        return List.of();
      }
      steps.add(step.group(1).strip());
      if (!step.group(2).isEmpty()) {
        steps.add(step.group(2));
      }
    }
    return steps;
  }

  private Tree put(Tree tree, int at) throws Astray {
    if (steps.get(at).startsWith("[")) {
      return row(tree, at);
    }
    String key = steps.get(at);
    if (tree instanceof Tree.Sequence rows && key.equals("complete_to")) {
      return put(wrapped(rows), at);
    }
    if (!(tree instanceof Tree.Mapping mapping)) {
      throw new Astray(
          say("「%s」里没有可以填「%s」的地方", "\"%s\": nothing here can hold \"%s\"", shown(path), shown(key)),
          WRITE);
    }
    return new Tree.Mapping(entries(mapping, key, at), mapping.line());
  }

  private Map<String, Tree.Entry> entries(Tree.Mapping mapping, String key, int at) throws Astray {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>(mapping.entries());
    Tree old = mapping.get(key);
    boolean last = at == steps.size() - 1;
    if (last && value == null) {
      if (old == null) {
        throw new Astray(say("没有可以删去的「%s」", "there is no \"%s\" to remove", shown(path)), WRITE);
      }
      entries.remove(key);
    } else {
      Tree child = last && value != null ? value : put(old == null ? fresh(at) : old, at + 1);
      entries.put(key, new Tree.Entry(key, line, child));
    }
    return entries;
  }

  /** A thing not mentioned so far may be begun; a list may not. */
  private Tree fresh(int at) throws Astray {
    if (value == null || steps.get(at + 1).startsWith("[")) {
      throw new Astray(
          say(
              "没有「%s」这个列表或成员",
              "there is no list or member \"%s\"",
              shown(String.join(".", steps.subList(0, at + 1)))),
          Text.of("请先写出整个列表", "write the whole list"));
    }
    return new Tree.Mapping(Map.of(), line);
  }

  private Tree row(Tree tree, int at) throws Astray {
    if (tree instanceof Tree.Mapping mapping && mapping.get("rows") instanceof Tree.Sequence rows) {
      Map<String, Tree.Entry> entries = new LinkedHashMap<>(mapping.entries());
      entries.put("rows", new Tree.Entry("rows", rows.line(), row(rows, at)));
      return new Tree.Mapping(entries, mapping.line());
    }
    String step = steps.get(at);
    int index = Integer.parseInt(step.substring(1, step.length() - 1));
    boolean last = at == steps.size() - 1;
    if (!(tree instanceof Tree.Sequence rows)) {
      throw new Astray(say("「%s」里没有列表", "\"%s\": there is no list", shown(path)), WRITE);
    }
    int size = rows.items().size();
    boolean adding = last && value != null && index == size;
    if (index >= size && !adding) {
      throw new Astray(
          say(
              "「%s」：列表只有 %d 行，从 [0] 数起",
              "\"%s\": the list has %d rows, counted from [0]", shown(path), size),
          WRITE);
    }
    List<Tree> items = new ArrayList<>(rows.items());
    if (adding) {
      items.add(value);
    } else if (last && value == null) {
      items.remove(index);
    } else {
      items.set(index, last && value != null ? value : put(items.get(index), at + 1));
    }
    return new Tree.Sequence(items, rows.line());
  }

  /** A bare list in the form that can say how far it is complete. */
  private static Tree.Mapping wrapped(Tree.Sequence rows) {
    return new Tree.Mapping(Map.of("rows", new Tree.Entry("rows", rows.line(), rows)), rows.line());
  }
}
