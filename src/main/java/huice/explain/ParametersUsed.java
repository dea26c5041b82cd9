package huice.explain;

import huice.model.ConditionResult.ParameterSeen;
import huice.model.Confidence;
import huice.model.Outcome;
import huice.model.Release;
import huice.model.Text;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every parameter that an outcome used, once: value, since when, as on which day, source and how
 * sure it is. A month with another value is another line.
 */
final class ParametersUsed {
  private final Map<String, String> english;
  private final Language language;

  ParametersUsed(Release release, Language language) {
    this.language = language;
    this.english =
        release.packs().stream()
            .flatMap(p -> p.parameters().stream())
            .collect(Collectors.toMap(p -> p.name(), p -> p.en(), (a, b) -> a));
  }

  /** Name and value, as they stand below a condition. */
  static Text brief(ParameterSeen parameter) {
    String name = "〔" + parameter.name() + "〕";
    return parameter.value() == null
        ? Text.of(name + "未公布", name + " not published")
        : Text.of(name + parameter.value(), name + parameter.value());
  }

  void list(Page page, Outcome outcome) {
    Set<ParameterSeen> used = new LinkedHashSet<>();
    outcome.conditions().forEach(c -> used.addAll(c.parameters()));
    used.addAll(outcome.parameters());
    outcome.months().forEach(m -> m.conditions().forEach(c -> used.addAll(c.parameters())));
    if (used.isEmpty()) {
      return;
    }
    page.heading(language.say("用到的参数", "Parameters used"));
    Set<String> told = new LinkedHashSet<>();
    for (ParameterSeen parameter : used) {
      String line = language.say(whole(parameter));
      // The same version may be read as on several days of one assessment.
      if (told.add(parameter.name() + parameter.value() + parameter.from())) {
        page.line(2, line);
      }
    }
  }

  private Text whole(ParameterSeen parameter) {
    Text brief = brief(parameter);
    StringBuilder zh = new StringBuilder(brief.zh());
    StringBuilder en = new StringBuilder(brief.en());
    String name = english.get(parameter.name());
    if (name != null) {
      en.append(" (").append(name).append(')');
    }
    if (parameter.from() != null) {
      zh.append("，").append(parameter.from()).append(" 起施行");
      en.append(", in force since ").append(parameter.from());
    }
    if (parameter.dated() != null) {
      zh.append("，按 ").append(parameter.dated()).append(" 取值");
      en.append(", as on ").append(parameter.dated());
    }
    if (!parameter.reference().isBlank()) {
      zh.append("；依据：").append(parameter.reference());
      en.append("; source: ").append(parameter.reference());
    }
    Text remark = remark(parameter.confidence(), parameter.pastReview());
    return Text.of(zh + remark.zh(), en + remark.en());
  }

  private static Text remark(@Nullable Confidence confidence, boolean pastReview) {
    Text sure = confidence == null ? Text.of("", "") : ParameterWords.confidence(confidence);
    String zh = sure.zh().isEmpty() ? "" : "（" + sure.zh() + "）";
    String en = sure.en().isEmpty() ? "" : " (" + sure.en() + ")";
    return pastReview ? Text.of(zh + "（已过复核日期）", en + " (past its review date)") : Text.of(zh, en);
  }
}
