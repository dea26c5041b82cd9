package huice.policy;

import static huice.policy.Words.say;

import huice.model.Evidence;
import huice.model.Statement;
import huice.model.Statement.Kind;
import huice.model.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads where one entry comes from, for which days it is said and what it corrects. */
record StatementTerms(Tree.Mapping mapping, Where where, Faults faults, LocalDate today) {
  private static final int LONGEST_REASON = 500;
  private static final Text CHECK = Text.of("请核对日期", "check the dates");

  /** The whole statement, null after a fault of its path or content. */
  @Nullable Statement of(
      @Nullable String path, StatementContent.@Nullable Said said, EvidenceReader reader) {
    required("source");
    Evidence evidence = reader.read(mapping, where);
    LocalDate obtained = evidence.obtained() == null ? today : evidence.obtained();
    if (obtained.isAfter(today)) {
      add("obtained", Text.of("取得日期在今天之后", "it was obtained after today"), CHECK);
    }
    LocalDate from = day("validFrom");
    LocalDate to = day("validTo");
    validity(said, from, to);
    Long corrects = corrects();
    String reason = reason(said, corrects);
    return said == null || path == null
        ? null
        : new Statement(
            path,
            said.kind(),
            said.value(),
            evidence.source(),
            evidence.quality(),
            obtained,
            from,
            to,
            evidence.until(),
            evidence.withdrawn(),
            corrects,
            reason);
  }

  private void validity(
      StatementContent.@Nullable Said said, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      add("validTo", Text.of("validTo 早于 validFrom", "validTo is before validFrom"), CHECK);
    }
    boolean always = said != null && (said.kind() == Kind.ROW || said.kind() == Kind.GONE);
    if (always && (from != null || to != null)) {
      add(
          from != null ? "validFrom" : "validTo",
          Text.of("一行的有或没有不分时间", "a row is there or not, for all days"),
          Text.of("请把日期写在这一行自己的事实里", "write the dates as facts of the row"));
    }
  }

  private @Nullable Long corrects() {
    Tree tree = mapping.get("corrects");
    String text = tree == null ? null : faults.text(where.at("corrects"), tree);
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,17}")) {
      add(
          "corrects",
          Text.of("不是记录的编号", "this is no number of a statement"),
          Text.of("请写要更正的那一条的编号 seq", "write the seq of the statement to correct"));
      return null;
    }
    return Long.valueOf(text);
  }

  /** A correction, and a word that something was a mistake, says why. */
  private @Nullable String reason(StatementContent.@Nullable Said said, @Nullable Long corrects) {
    boolean needed = corrects != null || (said != null && said.kind() == Kind.GONE);
    Tree tree = mapping.get("reason");
    String reason =
        needed ? required("reason") : tree == null ? null : faults.text(where.at("reason"), tree);
    if (reason != null && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
      add(
          "reason",
          say("理由须有 1 至 %d 个字", "a reason has 1 to %d characters", LONGEST_REASON),
          Text.of("请写明为什么更正", "say why it is corrected"));
    }
    return reason;
  }

  private @Nullable LocalDate day(String key) {
    Tree tree = mapping.get(key);
    return tree == null ? null : faults.day(where.at(key), tree);
  }

  /** The text under a key that must be there; null after a fault. */
  @Nullable String required(String key) {
    Tree tree = mapping.get(key);
    if (tree == null) {
      add(key, say("没有写明 %s", "no %s", key), say("请写 \"%s\": …", "write \"%s\": …", key));
      return null;
    }
    return faults.text(where.at(key), tree);
  }

  private void add(String key, Text what, Text instead) {
    Tree tree = mapping.get(key);
    faults.add(where.at(key), tree == null ? mapping.line() : tree.line(), what, instead);
  }
}
