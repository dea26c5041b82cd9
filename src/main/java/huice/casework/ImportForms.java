package huice.casework;

import huice.model.Dictionary;
import huice.model.Relation;
import huice.model.Text;
import huice.policy.ImportColumn;
import huice.policy.ImportForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns that a table of each kind has before those of the facts. */
final class ImportForms {
  static final String NUMBER = "number";
  static final String NAME = "name";
  static final String LANGUAGE = "language";
  static final String ASKED_ON = "asked_on";
  static final String CHANNEL = "channel";
  static final String CONSENT_ON = "consent_on";
  static final String TITLE = "title";
  static final String CODE = "code";
  static final String ROW = "row_key";

  /** The words for how a request came, as they are shown. */
  static final Map<String, String> CHANNELS = channels();

  private static final String EXAMPLE_NUMBER = "999999199001010016";

  private ImportForms() {}

  private static Map<String, String> channels() {
    Map<String, String> words = new LinkedHashMap<>();
    List<String> shown = List.of("窗口", "电话", "网上", "代办人");
    for (int i = 0; i < shown.size(); i++) {
      words.put(shown.get(i), Persons.CHANNELS.get(i));
    }
    return words;
  }

  static ImportForm of(ImportKind kind, Dictionary dictionary) {
    List<ImportColumn> first = new ArrayList<>();
    switch (kind.of()) {
      case PERSONS -> first.addAll(kind.rows() ? List.of(number()) : person());
      case ORGANISATIONS -> first.addAll(kind.rows() ? List.of(code()) : organisation());
      case CLAIM -> {}
    }
    for (int i = 0; i < kind.lists().size(); i++) {
      first.add(row(kind.lists().get(i), i == kind.lists().size() - 1));
    }
    return ImportForm.of(kind.label(), first, dictionary, kind.entity());
  }

  /** The id of the column with a row's key: that of the rows themselves, or of a list above. */
  static String key(Relation list, boolean last) {
    return last ? ROW : ROW + "." + list.id();
  }

  private static List<ImportColumn> person() {
    return List.of(
        number(),
        text(NAME, "姓名", "Name", "本人的姓名", "the person's name", "演示甲", true),
        text(
            LANGUAGE,
            "信件语言",
            "Language",
            "信件用的语言 zh、ug、en 等，不写为 zh",
            "of letters: zh, ug, en …; zh when empty",
            "zh",
            false),
        text(
            ASKED_ON,
            "本人提出日期",
            "Day of the own request",
            "本人哪天要求登记；没有本人要求的不登记",
            "the day on which the person asked; nobody is registered unasked",
            "2024-09-01",
            true),
        ImportColumn.of(
            CHANNEL,
            Text.of("提出方式", "Channel"),
            Text.of("本人怎么提出的", "how the person asked"),
            List.copyOf(CHANNELS.keySet()),
            CHANNELS.keySet().iterator().next(),
            true),
        text(
            CONSENT_ON,
            "同意日期",
            "Day of consent",
            "哪天同意同一个案的人看到；没有同意的留空",
            "since when others of the same case may see it; empty without consent",
            "2024-09-01",
            false));
  }

  private static ImportColumn number() {
    return text(
        NUMBER,
        "身份证件号码",
        "Identity number",
        "18 位；单元格先设为文本",
        "18 characters; format the cells as text first",
        EXAMPLE_NUMBER,
        true);
  }

  private static List<ImportColumn> organisation() {
    return List.of(text(TITLE, "名称", "Title", "公开的名称", "the public name", "演示单位", true), code());
  }

  private static ImportColumn code() {
    return text(
        CODE, "代码", "Code", "统一社会信用代码或本机构的编号", "the code it is found by", "DEMO000001", true);
  }

  private static ImportColumn row(Relation list, boolean last) {
    return ImportColumn.of(
        key(list, last),
        last
            ? Text.of("行号", "Row key")
            : Text.of("所属的" + list.label().zh() + "行号", "Row key of " + list.label().en()),
        last
            ? Text.of(
                "已有的行写 r1、r2 等，新的一行留空", "r1, r2 … for a row that is there, empty for a new one")
            : Text.of("属于哪一行，写 r1、r2 等", "which row it belongs to: r1, r2 …"),
        List.of(),
        last ? "" : "r1",
        !last);
  }

  private static ImportColumn text(
      String id, String zh, String en, String help, String helpEn, String example, boolean must) {
    return ImportColumn.of(id, Text.of(zh, en), Text.of(help, helpEn), List.of(), example, must);
  }
}
