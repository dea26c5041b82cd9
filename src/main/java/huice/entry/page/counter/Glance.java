package huice.entry.page.counter;

import huice.casework.counter.Counter;
import huice.entry.page.OutcomeView;
import huice.explain.Worded;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All schemes of a person at a glance, in groups: what may be had first. */
public final class Glance {
  private Glance() {}

  /** How a scheme stands for the person. */
  public enum Group {
    ENTITLED("符合条件", "Entitled", "good"),
    MISSING("还缺信息，暂不能下结论", "Something is missing; this is no refusal", "open"),
    DUE("本机构应办", "What the office owes", "good"),
    NOT("现在不符合", "Not now", "quiet"),
    INDICATIVE("征求意见稿：只是试算，不能发放", "Draft policies: indicative, nothing is payable", "draft"),
    UNSETTLED("政策未定，不需要本人补充", "Not settled by the policy; nothing is asked", "quiet"),
    EMPLOYER("用人单位的义务", "What employers owe", "quiet"),
    NOTHING("无需办理", "Nothing is due", "quiet");

    private final Text title;
    private final String mark;

    Group(String zh, String en, String mark) {
      this.title = Text.of(zh, en);
      this.mark = mark;
    }

    public Text title() {
      return title;
    }

    public String mark() {
      return mark;
    }
  }

  /**
   * One outcome. {@code lacks}: the first of what is missing, by name; {@code more}: how many there
   * are in all, 0 when all are named.
   */
  record Line(
      String scheme,
      String subject,
      String title,
      @Nullable Text whose,
      Text result,
      @Nullable Text amount,
      @Nullable LocalDate from,
      List<Text> lacks,
      int more) {
    public Line {
      lacks = List.copyOf(lacks);
    }
  }

  /** The outcomes of a group; {@code open} when it is shown unfolded. */
  record Part(String id, Text title, String mark, boolean open, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** What is named of what is missing; the reasons tell all. */
  private static final int NAMED = 3;

  static List<Part> of(Counter.Look look) {
    Worded words = words(look);
    Map<String, Long> subjects =
        look.assessment().outcomes().stream()
            .collect(Collectors.groupingBy(Outcome::scheme, Collectors.counting()));
    Map<Group, List<Line>> groups = new EnumMap<>(Group.class);
    for (Outcome outcome : look.assessment().outcomes()) {
      boolean several = subjects.getOrDefault(outcome.scheme(), 1L) > 1;
      groups
          .computeIfAbsent(group(outcome), g -> new ArrayList<>())
          .add(line(words, outcome, several));
    }
    return Arrays.stream(Group.values())
        .filter(groups::containsKey)
        .map(
            g ->
                new Part(
                    g.name(),
                    g.title(),
                    g.mark(),
                    g.compareTo(Group.NOT) <= 0,
                    groups.getOrDefault(g, List.of())))
        .toList();
  }

  /** Only those that may be had later, by their day. */
  static List<Line> later(Counter.Look look) {
    Worded words = words(look);
    return look.assessment().outcomes().stream()
        .filter(o -> o.possibleFrom() != null && !o.outcome().favourable())
        .sorted(
            (a, b) -> {
              LocalDate first = a.possibleFrom();
              LocalDate second = b.possibleFrom();
              return first == null || second == null ? 0 : first.compareTo(second);
            })
        .map(o -> line(words, o, o.subject().endsWith("]")))
        .toList();
  }

  static Worded words(Counter.Look look) {
    return OutcomeView.words(look.release());
  }

  private static Line line(Worded words, Outcome outcome, boolean several) {
    List<Text> lacks = outcome.missing().stream().map(m -> m.label()).distinct().toList();
    boolean open = outcome.outcome() == Result.NEEDS_INFO;
    return new Line(
        outcome.scheme(),
        outcome.subject(),
        outcome.title().zh(),
        several ? words.subject(outcome) : null,
        words.result(outcome),
        outcome.amount() == null || !outcome.outcome().favourable()
            ? null
            : Worded.amount(outcome.amount()),
        outcome.possibleFrom(),
        open ? lacks.stream().limit(NAMED).toList() : List.of(),
        open && lacks.size() > NAMED ? lacks.size() : 0);
  }

  public static Group group(Outcome outcome) {
    Result result = outcome.outcome();
    if (result == Result.UNSETTLED || result == Result.NOT_EVALUATED) {
      return Group.UNSETTLED;
    }
    if (outcome.kind() == SchemeKind.OBLIGATION) {
      return Group.EMPLOYER;
    }
    if (outcome.indicative()) {
      return Group.INDICATIVE;
    }
    return switch (result) {
      case ELIGIBLE, KEPT -> Group.ENTITLED;
      case DUE -> Group.DUE;
      case NEEDS_INFO -> Group.MISSING;
      case NOT_DUE -> Group.NOTHING;
      default -> Group.NOT;
    };
  }
}
