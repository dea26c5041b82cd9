package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Clause;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the register of clauses of a pack. */
final class ClauseReader {
  private static final Map<String, Clause.Status> FATES =
      Map.of(
          "schemes", Clause.Status.ENCODED,
          "aggregate", Clause.Status.AGGREGATE,
          "declined", Clause.Status.DECLINED,
          "open", Clause.Status.OPEN);
  private static final String CHOICES = "schemes、aggregate、declined、open";

  private final String pack;
  private final SourceText text;

  private ClauseReader(String pack, SourceText text) {
    this.pack = pack;
    this.text = text;
  }

  static List<Clause> read(String pack, Section file, SourceText text) {
    List<Clause> clauses = new ArrayList<>();
    file.known("clauses");
    if (!file.has("clauses")) {
      file.required("clauses");
    }
    Section list = file.section("clauses");
    if (list != null) {
      ClauseReader reader = new ClauseReader(pack, text);
      for (Tree.Entry entry : list.entries()) {
        Section clause = Section.of(entry.value(), entry.line(), list.problems());
        if (clause != null) {
          clauses.add(reader.clause(entry.key(), clause));
        }
      }
    }
    return clauses;
  }

  private Clause clause(String id, Section section) {
    section.known("quote", "gloss", "kind", "schemes", "aggregate", "declined", "open");
    String quote = quote(section);
    String gloss = section.required("gloss");
    String kind = section.required("kind");
    String fate = fate(id, section);
    List<String> schemes = section.words("schemes");
    String words = fate.equals("schemes") || !section.has(fate) ? "" : section.text(fate);
    String reason = words == null ? "" : words;
    if (fate.equals("schemes")
        && schemes.isEmpty()
        && section.tree(fate) instanceof Tree.Sequence) {
      section
          .problems()
          .add(
              section.line(fate),
              Text.of("schemes 是空的", "schemes is empty"),
              Text.of("请写项目名称，或改写 open: 待编码", "name a scheme, or write open: 待编码"));
    }
    if (fate.equals("open") && section.has("open")) {
      section
          .problems()
          .add(
              section.line(),
              say("条款 %s 还没有编码：%s", "clause %s is open: %s", shown(id), shown(reason)),
              Text.of("编码后请写 schemes", "write schemes once it is encoded"));
    }
    Clause.Status status = FATES.getOrDefault(fate, Clause.Status.OPEN);
    String file = section.problems().file();
    return new Clause(pack, id, quote, gloss, kind, status, schemes, reason, file, section.line());
  }

  /** Which of the four became of a clause; exactly one must be given. */
  private static String fate(String id, Section section) {
    List<String> fates = FATES.keySet().stream().filter(section::has).sorted().toList();
    if (fates.isEmpty()) {
      section
          .problems()
          .add(
              section.line(),
              say(
                  "条款 %s 既没有编码，也没有说明为什么不编码",
                  "clause %s is neither encoded nor declined", shown(id)),
              say("请在 %s 中写一个", "write one of %s", CHOICES));
    } else if (fates.size() > 1) {
      section
          .problems()
          .add(
              section.line(),
              say("条款 %s 同时写了 %s", "clause %s has %s at once", shown(id), String.join("、", fates)),
              say("请在 %s 中留一个", "keep one of %s", CHOICES));
    }
    return fates.isEmpty() ? "open" : fates.get(0);
  }

  private String quote(Section section) {
    Problems problems = section.problems();
    if (!section.has("quote")) {
      if (text.words() != null) {
        problems.add(
            section.line(),
            Text.of("没有引文 quote", "no quote"),
            Text.of("请从公布的文本里照抄", "copy it from the published text"));
      }
      return "";
    }
    String quote = section.text("quote");
    if (quote == null) {
      return "";
    }
    if (text.words() == null && text.checkable()) {
      problems.add(
          section.line("quote"),
          Text.of(
              "引文无从核对：这个政策包没有公布的文本", "the quote cannot be checked: the pack has no published text"),
          Text.of("请附上文本，或删去引文", "add the text or delete the quote"));
    } else if (text.words() != null && !text.holds(quote)) {
      problems.add(
          section.line("quote"),
          say("公布的文本里没有「%s」", "the published text does not hold \"%s\"", shown(quote)),
          Text.of("请照抄原文；中间省略处写 …", "copy it exactly; write … where words are left out"));
    }
    return quote;
  }
}
