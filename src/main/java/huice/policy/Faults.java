package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the faults of one case; a case with very many is cut off with a word. */
final class Faults {
  private static final int MOST = 500;
  private static final List<String> TRUE = List.of("true", "yes", "是");
  private static final List<String> FALSE = List.of("false", "no", "否");

  private static final Text NO_DAY = Text.of("不是日期", "this is not a date");
  private static final Text NO_MONTH = Text.of("不是月份", "this is not a month");

  private final List<CaseFault> list = new ArrayList<>();
  private final boolean quoting;

  /** {@code quoting}: whether faults repeat the values they complain of. */
  Faults(boolean quoting) {
    this.quoting = quoting;
  }

  /** A value as a fault may show it. */
  String shown(Object value) {
    return quoting ? Words.shown(value.toString()) : "…";
  }

  /** What is wrong with a value, or the same in general words. */
  Text told(Text withValue, Text without) {
    return quoting ? withValue : without;
  }

  List<CaseFault> list() {
    return List.copyOf(list);
  }

  void add(CaseFault fault) {
    if (list.size() < MOST) {
      list.add(fault);
    } else if (list.size() == MOST) {
      list.add(
          new CaseFault(
              "",
              0,
              say("错误超过 %d 处，其余未列", "more than %d faults, the rest is not listed", MOST),
              Text.of("请先改正以上各处", "correct these first")));
    }
  }

  void add(Where where, int line, Text what, Text instead) {
    add(new CaseFault(where.pointer(), line, what, instead));
  }

  void unknown(Where where, Tree.Entry entry, Collection<String> known) {
    add(
        where,
        entry.line(),
        say("没有「%s」这一项", "there is no \"%s\" here", Words.shown(entry.key())),
        Words.instead(entry.key(), known));
  }

  /** The text of a single value; null and a fault when it is empty or no single value. */
  @Nullable String text(Where where, Tree tree) {
    if (tree.nothing()) {
      add(
          where,
          tree.line(),
          Text.of("没有值", "there is no value (null)"),
          Text.of(
              "不知道就删去这一项，确知没有就写 none（无）",
              "leave it out if unknown, write none if it is known to be none"));
      return null;
    }
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.text().strip();
    }
    add(
        where,
        tree.line(),
        Text.of("这里应当是一个值", "one value is expected here"),
        Text.of("请写一个值", "write one value"));
    return null;
  }

  @Nullable LocalDate day(Where where, Tree tree) {
    String text = text(where, tree);
    LocalDate day = text == null ? null : Days.day(text);
    if (text != null && day == null) {
      add(where, tree.line(), told(Days.noDay(text), NO_DAY), Days.WRITE_DAY);
    }
    return day;
  }

  @Nullable YearMonth month(Where where, Tree tree) {
    String text = text(where, tree);
    YearMonth month = text == null ? null : Days.month(text);
    if (text != null && month == null) {
      add(where, tree.line(), told(Days.noMonth(text), NO_MONTH), Days.WRITE_MONTH);
    }
    return month;
  }

  @Nullable Boolean yesNo(Where where, Tree tree) {
    String word = text(where, tree);
    if (word == null) {
      return null;
    }
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return TRUE.contains(word);
    }
    add(
        where,
        tree.line(),
        say("「%s」不是「是」或「否」", "\"%s\" is neither yes nor no", shown(word)),
        Text.of("请写 yes 或 no", "write yes or no"));
    return null;
  }
}
