package huice.policy;

import static huice.policy.Words.say;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Statement.Kind;
import huice.model.Text;
import huice.model.ValueType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what one entry says of the place that its path leads to. */
record StatementContent(StatementPath.Place place, Faults faults) {
  private static final Text CHOOSE =
      Text.of(
          "事实写 value 或 none，列表的行写 row，整个列表写 completeTo，另一份记录写 link",
          "value or none for a fact, row for a row, completeTo for a list, link for another record");

  /** What is said: its kind, and the text that is kept with it. */
  record Said(Kind kind, @Nullable String value) {}

  /** Null after a fault. */
  @Nullable Said read(String says, Tree.Mapping mapping, Where where) {
    Tree tree = mapping.get(says);
    if (tree == null) {
      return null;
    }
    Where at = where.at(says);
    return switch (says) {
      case "value" -> value(tree, at);
      case "none" ->
          fits(place.fact() != null || place.link() != null, tree, at) ? none(tree, at) : null;
      case "row" ->
          fits(place.row() != null, tree, at) && told(tree, at) ? new Said(Kind.ROW, null) : null;
      case "gone" -> told(tree, at) ? new Said(Kind.GONE, null) : null;
      case "completeTo" -> fits(place.list() != null, tree, at) ? complete(tree, at) : null;
      default -> fits(place.link() != null, tree, at) ? link(tree, at) : null;
    };
  }

  private @Nullable Said value(Tree tree, Where at) {
    Fact fact = place.fact();
    if (fact == null) {
      fits(false, tree, at);
      return null;
    }
    Known known = new ValueReader(fact, faults).known(tree, at, Evidence.DECLARED);
    if (known instanceof Known.None) {
      return new Said(Kind.NONE, null);
    }
    return known instanceof Known.Value value
        ? new Said(Kind.VALUE, RecordedValues.text(fact, value.raw()))
        : null;
  }

  private @Nullable Said none(Tree tree, Where at) {
    Fact fact = place.fact();
    if (fact != null && fact.type() == ValueType.YES_NO) {
      faults.add(
          at,
          tree.line(),
          say(
              "「%s」是「是否」，不能写 none",
              "%2$s is a yes/no, it cannot be none", fact.label().zh(), fact.id()),
          Text.of("请写 value: false", "write value: false"));
      return null;
    }
    return told(tree, at) ? new Said(Kind.NONE, null) : null;
  }

  private @Nullable Said complete(Tree tree, Where at) {
    LocalDate day = faults.day(at, tree);
    return day == null ? null : new Said(Kind.COMPLETE, day.toString());
  }

  private @Nullable Said link(Tree tree, Where at) {
    String text = faults.text(at, tree);
    String id = text == null ? null : StatementReader.id(text);
    if (text != null && id == null) {
      faults.add(
          at,
          tree.line(),
          Text.of("不是记录的标识", "this is no id of a record"),
          Text.of("请写那份记录的 id", "write the id of that record"));
    }
    return id == null ? null : new Said(Kind.LINK, id);
  }

  private boolean fits(boolean fits, Tree tree, Where at) {
    if (!fits) {
      faults.add(
          at, tree.line(), say("这个路径上不能写 %s", "%s cannot be said of this path", at.key()), CHOOSE);
    }
    return fits;
  }

  /** Whether a mark such as {@code row} is set; anything but true is a fault. */
  private boolean told(Tree tree, Where at) {
    boolean told = tree instanceof Tree.Scalar scalar && scalar.text().equals("true");
    if (!told) {
      faults.add(
          at,
          tree.line(),
          Text.of("这里只能写 true", "only true can stand here"),
          Text.of("不是就删去这一项", "leave it out when it is not so"));
    }
    return told;
  }
}
