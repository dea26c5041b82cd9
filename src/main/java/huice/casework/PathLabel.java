package huice.casework;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Text;
import huice.store.OwnPaths;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path of a statement in the dictionary's words. */
final class PathLabel {
  private static final Pattern STEP =
      Pattern.compile("([a-z][a-z0-9_]*)(?:\\[r(\\d+)(?:~\\d+)?])?");

  private PathLabel() {}

  /** The path itself where the dictionary does not know it. */
  static Text of(Dictionary dictionary, Entity root, String path) {
    if (OwnPaths.own(path)) {
      return path.equals(OwnPaths.CONSENT)
          ? Text.of("同意他人个案出示", "consent to being shown in others' cases")
          : Text.of("合并的重复登记", "merged duplicate");
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    Entity at = root;
    for (String part : path.split("\\.")) {
      Matcher step = STEP.matcher(part);
      if (at == null || !step.matches()) {
        return Text.of(path, path);
      }
      Text label = label(dictionary, at, step.group(1));
      String row = step.group(2);
      zh.append(zh.isEmpty() ? "" : "，").append(label.zh());
      en.append(en.isEmpty() ? "" : ", ").append(label.en());
      if (row != null) {
        zh.append("第 ").append(row).append(" 条");
        en.append(" no. ").append(row);
      }
      String next = at.relation(step.group(1)).map(Relation::entity).orElse("");
      at = dictionary.entities().get(next);
    }
    return Text.of(zh.toString(), en.toString());
  }

  private static Text label(Dictionary dictionary, Entity at, String name) {
    return at.fact(name)
        .map(Fact::label)
        .or(() -> at.relation(name).map(Relation::label))
        .or(() -> dictionary.root(name).map(Entity::label))
        .orElse(Text.of(name, name));
  }
}
