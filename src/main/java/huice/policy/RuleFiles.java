package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.RuleText;
import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules/}: the vocabulary, rule texts and decision tables. */
final class RuleFiles {
  private static final String VOCABULARY = "rules/vocabulary.dsl";
  private static final List<String> KINDS = List.of(".dslr", ".drl", ".csv", ".xlsx");
  private static final int LONGEST_LINE = 4000;

  private final Problems problems;
  private final Map<String, SourceFile> schemes = new LinkedHashMap<>();
  private final List<RuleText> texts = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private @Nullable RuleText vocabulary;

  private RuleFiles(Problems problems) {
    this.problems = problems;
  }

  static RuleFiles read(List<SourceFile> files, Problems problems) {
    RuleFiles rules = new RuleFiles(problems);
    boolean found = false;
    for (SourceFile file : files) {
      if (file.path().equals(VOCABULARY)) {
        found = true;
        rules.vocabulary = rules.text(file, "", "vocabulary", RuleText.Form.SENTENCES);
      } else {
        rules.file(file);
      }
    }
    if (!found) {
      problems
          .in(VOCABULARY)
          .add(
              0,
              Text.of("没有词汇表", "there is no vocabulary"),
              Text.of("请写 rules/vocabulary.dsl", "write rules/vocabulary.dsl"));
    }
    return rules;
  }

  /** Null when there is none or it is beyond reading. */
  @Nullable RuleText vocabulary() {
    return vocabulary;
  }

  List<RuleText> texts() {
    return texts;
  }

  List<Table> tables() {
    return tables;
  }

  /** The rule file of every scheme, readable or not, by the scheme's id. */
  Map<String, SourceFile> schemes() {
    return schemes;
  }

  private void file(SourceFile file) {
    Problems here = problems.in(file.path());
    if (file.parts().size() != 3 || !KINDS.contains(file.ending())) {
      here.add(
          0,
          say("这里不放「%s」", "no \"%s\" belongs here", shown(file.name())),
          Text.of(
              "可以放：rules/vocabulary.dsl、rules/政策包/项目.dslr、.drl、.csv、.xlsx",
              "expected: rules/vocabulary.dsl, rules/PACK/SCHEME.dslr, .drl, .csv or .xlsx"));
      return;
    }
    String pack = file.parts().get(1);
    String scheme = file.baseName();
    if (!Packs.named(scheme, 0, here) || twice(file, here)) {
      return;
    }
    if (!file.read()) {
      return;
    }
    switch (file.ending()) {
      case ".dslr" -> add(texts, text(file, pack, scheme, RuleText.Form.SENTENCES));
      case ".drl" -> add(texts, text(file, pack, scheme, RuleText.Form.DRL));
      case ".csv" -> add(tables, Csv.read(file, pack, scheme, here));
      default -> add(tables, Workbook.read(file, pack, scheme, here));
    }
  }

  private static <T> void add(List<T> list, @Nullable T item) {
    if (item != null) {
      list.add(item);
    }
  }

  private boolean twice(SourceFile file, Problems here) {
    SourceFile other = schemes.putIfAbsent(file.baseName(), file);
    if (other == null) {
      return false;
    }
    here.add(
        0,
        say(
            "项目「%s」已在 %s 里写过",
            "the scheme \"%s\" is written in %s already", file.baseName(), other.path()),
        Text.of("请只留一个文件，或另取名称", "keep one file or choose another name"));
    return true;
  }

  private @Nullable RuleText text(SourceFile file, String pack, String scheme, RuleText.Form form) {
    if (!file.read()) {
      return null;
    }
    Problems here = problems.in(file.path());
    Decoding decoding = Decoding.of(file.bytes());
    here.addAll(decoding.faults());
    here.noticeAll(decoding.notices());
    String text = decoding.text();
    if (text == null) {
      return null;
    }
    if (text.isBlank()) {
      here.add(
          0, Text.of("文件是空的", "the file is empty"), Text.of("请填写或删去", "fill it in or delete it"));
      return null;
    }
    List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > LONGEST_LINE) {
        here.add(
            i + 1,
            say("这一行超过 %d 个字", "the line is longer than %d characters", LONGEST_LINE),
            Text.of("请分成几行", "break it into several lines"));
        return null;
      }
    }
    return new RuleText(pack, scheme, form, file.path(), lines);
  }
}
