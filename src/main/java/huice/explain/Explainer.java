package huice.explain;

import huice.model.Assessment;
import huice.model.GivenUp;
import huice.model.Outcome;
import huice.model.Release;
import huice.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts outcomes into words for a caseworker: result, every condition with what was seen, what is
 * missing, the arithmetic, and what would change it. Reads the outcome's own record; the release
 * gives only labels. Immutable.
 */
public final class Explainer {
  private final Release release;
  private final Map<String, Text> titles;
  private final Language language;
  private final int width;
  private final AmountWords amounts;
  private final ParametersUsed parameters;
  private final Remedies remedies;
  private final Headline headline;

  /** {@code titles} by scheme id; {@code width} in terminal columns. */
  public Explainer(Release release, Map<String, Text> titles, Language language, int width) {
    this.release = release;
    this.titles = Map.copyOf(titles);
    this.language = language;
    this.width = width;
    this.amounts = new AmountWords(release.dictionary(), language);
    this.parameters = new ParametersUsed(release, language);
    this.remedies = new Remedies(release.dictionary());
    this.headline = new Headline(this.titles);
  }

  /** A whole assessment: all results at a glance, then each in full. */
  public String assessment(Assessment assessment) {
    Page page = new Page(width);
    page.line(
        0,
        language.say(
            "测算日期 " + assessment.on() + "，发布 " + brief(assessment.release()),
            "Assessed on " + assessment.on() + ", release " + brief(assessment.release())));
    page.line(0, language.say("本测算不产生任何效力。", "This assessment has no effect."));
    if (assessment.outcomes().size() > 1) {
      page.blank();
      Map<String, Long> subjects =
          assessment.outcomes().stream()
              .collect(Collectors.groupingBy(Outcome::scheme, Collectors.counting()));
      for (Outcome outcome : assessment.outcomes()) {
        boolean several =
            subjects.getOrDefault(outcome.scheme(), 1L) > 1 && outcome.subject().endsWith("]");
        page.item(2, Headline.mark(outcome) + " ", atAGlance(outcome, several));
      }
    }
    assessment.outcomes().forEach(outcome -> write(page, outcome));
    return page.toString();
  }

  /** One outcome in full. */
  public String outcome(Outcome outcome) {
    Page page = new Page(width);
    write(page, outcome);
    return page.toString();
  }

  /** What changed from one outcome of a scheme to another, a line each. */
  public String difference(Outcome before, Outcome after) {
    Page page = new Page(width);
    page.title(language.say(after.title()));
    List<Text> differences = Differences.between(before, after);
    if (differences.isEmpty()) {
      page.line(0, language.say("没有差别", "No difference"));
    }
    differences.forEach(difference -> page.item(0, "· ", language.say(difference)));
    return page.toString();
  }

  /** One line; where a scheme has several rows, with the row it is about. */
  private String atAGlance(Outcome outcome, boolean several) {
    Text result = headline.result(outcome);
    Text whose = several ? whose(outcome) : Text.of("", "");
    String line = language.say(outcome.title()) + language.say(whose) + "  " + language.say(result);
    return outcome.indicative() ? line + language.say("（试算）", " (indicative)") : line;
  }

  private Text whose(Outcome outcome) {
    Text subject = Words.subject(release.dictionary(), outcome.subject());
    String since = new Facts(release.dictionary()).since(outcome).map(d -> "，" + d).orElse("");
    return Text.of(
        "（" + subject.zh() + since + "）", " (" + subject.en() + since.replace("，", ", ") + ")");
  }

  private void write(Page page, Outcome outcome) {
    page.title(language.say(outcome.title()) + "  " + outcome.scheme());
    head(page, outcome);
    if (outcome.amount() != null) {
      amounts.amount(page, 0, outcome.amount());
    }
    if (outcome.due() != null) {
      amounts.due(page, outcome.due(), outcome.parameters());
    }
    if (!outcome.months().isEmpty()) {
      new MonthWords(amounts, language).months(page, outcome.kind(), outcome.months());
    }
    new ConditionWords(release.dictionary(), language, outcome).conditions(page, outcome);
    parameters.list(page, outcome);
    new MissingWords(release.dictionary(), language, outcome).missing(page, outcome);
    remedies(page, outcome);
    givenUp(page, outcome);
    page.blank();
  }

  private void head(Page page, Outcome outcome) {
    Text subject = Words.subject(release.dictionary(), outcome.subject());
    page.line(0, language.say("对象：" + subject.zh(), "Subject: " + subject.en()));
    Text result = headline.result(outcome);
    Text draft =
        outcome.indicative()
            ? Text.of(
                "（政策仍是草案，只是试算，不能据此发放或办理）", " (a draft policy: indicative only, nothing is payable)")
            : Text.of("", "");
    page.line(
        0, language.say("结果：" + result.zh() + draft.zh(), "Result: " + result.en() + draft.en()));
    if (!outcome.unsettled().isEmpty()) {
      String all = String.join("、", outcome.unsettled());
      page.line(0, language.say("政策未定：" + all, "Not settled by the policy: " + all));
    }
    if (!outcome.choose().isEmpty()) {
      String all = outcome.choose().stream().map(this::title).collect(Collectors.joining("、"));
      page.line(
          0,
          language.say(
              "不能同时享受，且哪项更好取决于未定或未知的事项，请本人选择：" + all,
              "Not to be had together, and which is better depends on what is open; the person"
                  + " chooses: "
                  + all));
    }
    outcome.notes().forEach(note -> page.item(0, "· ", language.say(note)));
    if (outcome.recheckOn() != null) {
      page.line(
          0,
          language.say(
              "信息不变，" + outcome.recheckOn() + " 之前结论不会变，届时重新测算。",
              "On the same facts this holds until "
                  + outcome.recheckOn()
                  + ", then it is reassessed."));
    }
  }

  private void remedies(Page page, Outcome outcome) {
    List<Text> changes = remedies.of(outcome);
    if (!changes.isEmpty()) {
      page.heading(language.say("怎样会有不同结果", "What would change this"));
      changes.forEach(change -> page.item(2, "· ", language.say(change)));
    }
  }

  private void givenUp(Page page, Outcome outcome) {
    if (outcome.givenUp().isEmpty()) {
      return;
    }
    page.heading(language.say("没有给付的项目及原因", "What was given up, and why"));
    for (GivenUp one : outcome.givenUp()) {
      String months = one.months().isEmpty() ? "" : " [" + String.join("、", one.months()) + "]";
      Text what =
          Text.of(
              title(one.scheme())
                  + months
                  + "：因「"
                  + title(one.because())
                  + "」，"
                  + one.reason().zh(),
              title(one.scheme())
                  + months
                  + ": because of \""
                  + title(one.because())
                  + "\", "
                  + one.reason().en());
      page.item(2, "· ", language.say(what) + " — " + one.clause());
    }
  }

  private String title(String scheme) {
    return Optional.ofNullable(titles.get(scheme)).map(language::say).orElse(scheme);
  }

  private static String brief(String digest) {
    return digest.length() > 12 ? digest.substring(0, 12) : digest;
  }
}
