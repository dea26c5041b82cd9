package huice.simulation;

import huice.engine.SchemeInfo;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Problem;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of time in which a rule is in force and a parameter of it has no version at all, not
 * even one that says it is not published: outcomes of those days are not settled, which nobody
 * should find out from an outcome. Also the days between two versions of a rule.
 */
final class TimeGaps {
  /** A first and a last day; null: without end. */
  private record Stretch(LocalDate from, @Nullable LocalDate to) {}

  private TimeGaps() {}

  /** What to tell of one scheme; {@code used} are the parameters it reads. */
  static List<Problem> of(SchemeInfo scheme, List<Parameter> used) {
    List<Problem> told = new ArrayList<>();
    List<SchemeInfo.Version> versions =
        scheme.versions().stream()
            .sorted(Comparator.comparing(SchemeInfo.Version::from))
            .distinct()
            .toList();
    for (int i = 0; i < versions.size(); i++) {
      SchemeInfo.Version version = versions.get(i);
      LocalDate last = i == 0 ? null : versions.get(i - 1).to();
      if (last != null && last.plusDays(1).isBefore(version.from())) {
        told.add(between(version, new Stretch(last.plusDays(1), version.from().minusDays(1))));
      }
    }
    if (versions.isEmpty()) {
      return told;
    }
    SchemeInfo.Version first = versions.get(0);
    Stretch whole = new Stretch(first.from(), versions.get(versions.size() - 1).to());
    for (Parameter parameter : used) {
      for (Stretch gap : outside(whole, parameter.versions())) {
        told.add(without(first, parameter, gap));
      }
    }
    return told;
  }

  /**
   * What of a stretch lies before the first and after the last version. Gaps between versions are
   * told at the parameter itself.
   */
  private static List<Stretch> outside(Stretch whole, List<ParameterValue> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    List<Stretch> gaps = new ArrayList<>();
    LocalDate first = versions.get(0).from();
    if (whole.from().isBefore(first)) {
      LocalDate before = first.minusDays(1);
      boolean ends = whole.to() != null && whole.to().isBefore(before);
      gaps.add(new Stretch(whole.from(), ends ? whole.to() : before));
    }
    LocalDate last = versions.get(versions.size() - 1).to();
    if (last != null && (whole.to() == null || last.isBefore(whole.to()))) {
      LocalDate after = last.plusDays(1);
      gaps.add(new Stretch(after.isBefore(whole.from()) ? whole.from() : after, whole.to()));
    }
    return gaps;
  }

  private static Problem between(SchemeInfo.Version version, Stretch gap) {
    return Problem.notice(
        version.file(),
        version.line(),
        Text.of(
            gap.from() + " 至 " + gap.to() + " 没有施行的版本，其间结果为「未定」",
            "no version is in force from " + gap.from() + " to " + gap.to() + ": UNSETTLED then"),
        Text.of("如果当时有效，请补上版本", "add a version if there was one"));
  }

  private static Problem without(SchemeInfo.Version version, Parameter parameter, Stretch gap) {
    String to = gap.to() == null ? "以后" : "至 " + gap.to();
    String until = gap.to() == null ? " on" : " to " + gap.to();
    return Problem.notice(
        version.file(),
        version.line(),
        Text.of(
            "规则施行而参数〔" + parameter.name() + "〕没有值：" + gap.from() + " " + to + "，其间要用到它的结果为「未定」",
            "the rule is in force and the parameter 〔"
                + parameter.name()
                + "〕 has no value from "
                + gap.from()
                + until
                + ": what needs it is UNSETTLED then"),
        Text.of(
            "请在 " + parameter.file() + " 补上那段时间的值，没有公布就写 not published",
            "add the value of that time to " + parameter.file() + ", or not published"));
  }
}
