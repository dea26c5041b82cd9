package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** What spreadsheet programs make of numbers and fractions behind an officer's back. */
final class Spreadsheets {
  private static final Pattern FLOATING = Pattern.compile("[-+]?\\d(\\.\\d+)?[eE][-+]?\\d+");
  private static final Pattern DAY_WITHOUT_YEAR =
      Pattern.compile("\\d{1,2}月\\d{1,2}日|\\d{1,2}-[A-Z][a-z]{2}");
  private static final Pattern LOST =
      Pattern.compile("#+|#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL)[!?]?");

  static final Text AS_TEXT =
      Text.of(
          "请先把单元格格式设为「文本」再输入，或在前面加英文单引号",
          "format the cell as text before typing, or begin with an apostrophe");

  private Spreadsheets() {}

  /** What is wrong with a cell. */
  record Mangled(Text what, Text instead) {}

  /** What a CSV shows of it. */
  static Optional<Mangled> check(String word, Problems problems) {
    if (FLOATING.matcher(word).matches()) {
      return Optional.of(longNumber(word, problems));
    }
    if (DAY_WITHOUT_YEAR.matcher(word).matches()) {
      return Optional.of(fraction(word, problems));
    }
    if (LOST.matcher(word).matches()) {
      return Optional.of(
          new Mangled(
              say(
                  "「%s」是公式出错或列宽不够",
                  "\"%s\" is a failed formula or a narrow column", problems.shown(word)),
              Text.of("请直接写出内容", "write the content itself")));
    }
    return Optional.empty();
  }

  static Mangled longNumber(String word, Problems problems) {
    return new Mangled(
        say(
            "「%s」超过 15 位，表格软件已丢失末几位",
            "\"%s\" has more than 15 digits, the spreadsheet has lost the last ones",
            problems.shown(word)),
        AS_TEXT);
  }

  static Mangled fraction(String word, Problems problems) {
    return new Mangled(
        say(
            "「%s」像是分数（如 2/3）被表格软件变成了日期",
            "\"%s\" looks like a fraction (such as 2/3) that the spreadsheet made a date",
            problems.shown(word)),
        Text.of(
            "分数：" + AS_TEXT.zh() + "；日期：写全 年-月-日",
            "for a fraction: " + AS_TEXT.en() + "; for a date: write yyyy-MM-dd"));
  }
}
