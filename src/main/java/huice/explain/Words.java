package huice.explain;

import huice.model.ConditionResult;
import huice.model.Dictionary;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.Truth;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program's own closed words as a reader meets them. */
final class Words {
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)]$");
  private static final Map<String, Text> SOURCES =
      Map.of(
          "person", Text.of("本人陈述", "said by the person"),
          "document", Text.of("材料", "document"),
          "employer", Text.of("用人单位", "employer"),
          "ledger", Text.of("本机构台账", "our own ledger"));
  private static final Map<String, Text> FLAGS =
      Map.of(
          "stale", Text.of("已过时效，需更新", "stale"),
          "weak", Text.of("仅为比对或估算", "matched or estimated only"),
          "conflict", Text.of("来源不一致", "sources differ"),
          "withdrawn", Text.of("已撤回", "withdrawn"),
          "incomplete", Text.of("记录未说明是否完整", "not known to be complete"));

  private static final Map<String, String> ARITHMETIC =
      Map.of(
          "未设定", "not set",
          "不明", "unknown",
          " 至 ", " to ",
          "取低者(", "the lower of (",
          "取高者(", "the higher of (",
          "（没有超过）", " (not exceeded)",
          "，", ", ");

  private static final Set<String> YES_NO = Set.of("是", "否");

  private Words() {}

  /** The result in plain words; an adverse result about an obligation is only a proposal. */
  static Text result(SchemeKind kind, Result result) {
    return switch (result) {
      case ELIGIBLE -> Text.of("符合条件", "Eligible");
      case NOT_ELIGIBLE -> Text.of("不符合条件", "Not eligible");
      case KEPT -> Text.of("义务已履行", "Kept");
      case NOT_KEPT -> Text.of("义务未履行（供监察人员核查的建议）", "Not kept; a proposal to an inspector");
      case DUE ->
          kind == SchemeKind.FREQUENCY
              ? Text.of("到期应办", "Due at its interval")
              : Text.of("应当办理", "To be carried out");
      case NOT_DUE ->
          kind == SchemeKind.OBLIGATION
              ? Text.of("不适用", "Does not apply")
              : Text.of("无需办理", "Nothing is due");
      case NEEDS_INFO ->
          Text.of("还缺信息，暂不能下结论（不是拒绝）", "Information is missing; this is not a refusal");
      case UNSETTLED ->
          Text.of(
              "政策本身尚未明确，不需要申请人补充什么",
              "The policy itself is not settled; nothing is asked of anyone");
      case NOT_EVALUATED ->
          Text.of(
              "系统未能测算，责任在我们，请转人工", "Could not be evaluated: our fault, to be handled by a person");
    };
  }

  /** Good or bad for the outcome: what stands under 除非 is good when it is not met. */
  static String mark(ConditionResult condition) {
    if (condition.result() == Truth.UNKNOWN) {
      return "? ";
    }
    if (condition.aside()) {
      return "– ";
    }
    return condition.inTheWay() ? "✗ " : "✓ ";
  }

  /**
   * Whether a value is only the yes or no that a measure came to: the mark says so already, and of
   * a sentence in the negative it would say the opposite.
   */
  static boolean repeatsTheMark(ConditionResult.Seen seen) {
    return seen.of().indexOf('(') >= 0 && YES_NO.contains(seen.value());
  }

  /**
   * The officer's sentence; one under 除非 says whether it holds, one set aside that it matters not.
   */
  static Text sentence(ConditionResult condition) {
    Text words = words(condition);
    return condition.aside()
        ? Text.of(words.zh() + "（不影响结果）", words.en() + " (without effect here)")
        : words;
  }

  private static Text words(ConditionResult condition) {
    String text = condition.text();
    if (!condition.unless()) {
      return Text.of(text, text);
    }
    Text holds =
        switch (condition.result()) {
          case MET -> Text.of("属于", "is the case");
          case NOT_MET -> Text.of("不属于", "is not the case");
          case UNKNOWN -> Text.of("尚不清楚", "unknown");
        };
    return Text.of("除非：" + text + "（" + holds.zh() + "）", "除非：" + text + " (" + holds.en() + ")");
  }

  static Text truth(Truth truth) {
    return switch (truth) {
      case MET -> Text.of("满足", "met");
      case NOT_MET -> Text.of("不满足", "not met");
      case UNKNOWN -> Text.of("未知", "unknown");
    };
  }

  static Text source(String source) {
    if (source.startsWith("register:")) {
      String name = source.substring("register:".length());
      return Text.of("登记信息 " + name, "register " + name);
    }
    return SOURCES.getOrDefault(source, Text.of(source, source));
  }

  static Text flag(String flag) {
    return FLAGS.getOrDefault(flag, Text.of(flag, flag));
  }

  /** A step of arithmetic: the engine writes its few words in Chinese. */
  static Text arithmetic(String value) {
    String en = value;
    for (Map.Entry<String, String> word : ARITHMETIC.entrySet()) {
      en = en.replace(word.getKey(), word.getValue());
    }
    return Text.of(value, en);
  }

  /** {@code 6,750.00 元}. */
  static Text money(BigDecimal yuan) {
    String grouped = grouped(yuan);
    return Text.of(grouped + " 元", grouped + " yuan");
  }

  private static String grouped(BigDecimal yuan) {
    String plain = yuan.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (yuan.signum() < 0 ? "-" : "") + text;
  }

  /** The subject as people call it; a row by its place in the list. */
  static Text subject(Dictionary dictionary, String subject) {
    int space = subject.indexOf(' ');
    String kind = space < 0 ? subject : subject.substring(0, space);
    Text label =
        dictionary.subject(kind).map(SubjectKind::label).orElseGet(() -> Text.of(kind, kind));
    Matcher row = ROW.matcher(subject);
    if (space < 0 || !row.find()) {
      return label;
    }
    int place = Integer.parseInt(row.group(1)) + 1;
    return Text.of(label.zh() + "第 " + place + " 条", label.en() + " no. " + place);
  }
}
