package huice.policy;

import static huice.policy.Words.say;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Quality;
import huice.model.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where a value of a case comes from and how well it is known. */
record EvidenceReader(Text label, String id, List<String> sources, Faults faults) {
  private static final Map<String, Quality> QUALITIES =
      Map.of(
          "verified", Quality.VERIFIED,
          "declared", Quality.DECLARED,
          "matched", Quality.MATCHED,
          "estimated", Quality.ESTIMATED);
  private static final List<String> QUALITY_WORDS =
      List.of("verified", "declared", "matched", "estimated");

  EvidenceReader(Fact fact, Faults faults) {
    this(fact.label(), fact.id(), fact.sources(), faults);
  }

  /** The words for how well a value is known. */
  static List<String> qualities() {
    return QUALITY_WORDS;
  }

  Evidence read(Tree.Mapping mapping, Where where) {
    LocalDate obtained = day(mapping, "obtained", where);
    LocalDate until = day(mapping, "until", where);
    if (obtained != null && until != null && until.isBefore(obtained)) {
      faults.add(
          where.at("until"),
          mapping.line(),
          say(
              "until（%s）早于 obtained（%s）",
              "until (%s) is before obtained (%s)", faults.shown(until), faults.shown(obtained)),
          Text.of("请核对两个日期", "check the two dates"));
    }
    Tree withdrawn = mapping.get("withdrawn");
    Boolean taken =
        withdrawn == null ? Boolean.FALSE : faults.yesNo(where.at("withdrawn"), withdrawn);
    return new Evidence(
        source(mapping, where),
        obtained,
        quality(mapping, where),
        until,
        Boolean.TRUE.equals(taken));
  }

  private @Nullable LocalDate day(Tree.Mapping mapping, String key, Where where) {
    Tree tree = mapping.get(key);
    return tree == null ? null : faults.day(where.at(key), tree);
  }

  private String source(Tree.Mapping mapping, Where where) {
    Tree tree = mapping.get("source");
    String word = tree == null ? null : faults.text(where.at("source"), tree);
    if (tree != null && word != null && !sources.contains(word)) {
      faults.add(
          where.at("source"),
          tree.line(),
          say(
              "「%s」的来源不能是「%s」",
              "%3$s cannot come from \"%2$s\"", label.zh(), faults.shown(word), id),
          say("可以写：%s", "one of: %s", String.join("、", sources)));
    }
    return word == null ? Evidence.DECLARED.source() : word;
  }

  private Quality quality(Tree.Mapping mapping, Where where) {
    Tree tree = mapping.get("quality");
    String word = tree == null ? null : faults.text(where.at("quality"), tree);
    if (tree == null || word == null) {
      return Quality.DECLARED;
    }
    Quality quality = QUALITIES.get(word);
    if (quality == null) {
      faults.add(
          where.at("quality"),
          tree.line(),
          say("quality 不能写「%s」", "quality cannot be \"%s\"", faults.shown(word)),
          say("可以写：%s", "one of: %s", String.join("、", QUALITY_WORDS)));
    }
    return quality == null ? Quality.DECLARED : quality;
  }
}
