package huice.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcomes made by hand, for tests of what is done with an outcome. */
public final class SampleOutcomes {
  public static final LocalDate ON = LocalDate.of(2024, 9, 1);

  private SampleOutcomes() {}

  public static ConditionResult condition(
      Truth result, String text, @Nullable String value, List<String> flags) {
    List<ConditionResult.Seen> seen =
        value == null
            ? List.of()
            : List.of(
                new ConditionResult.Seen(
                    "lamp.burning",
                    Text.of("亮灯月数", "Months alight"),
                    value,
                    "document",
                    LocalDate.of(2024, 5, 1),
                    flags));
    return new ConditionResult(
        "lamp/" + text,
        text,
        result,
        seen,
        List.of(parameter("亮灯要求", "6 月", Confidence.TEXT)),
        "二（一）1d",
        "rules/demo/lamp.dslr",
        7,
        null);
  }

  public static ConditionResult.ParameterSeen parameter(
      String name, @Nullable String value, Confidence confidence) {
    return new ConditionResult.ParameterSeen(
        name,
        value,
        LocalDate.of(2024, 1, 1),
        ON,
        "莎车县高质量就业工作方案 二（一）1d",
        confidence,
        confidence.low(),
        false);
  }

  public static Missing missing() {
    return new Missing(
        "lamp.lit",
        Text.of("点灯日期", "Day it was lit"),
        Text.of("哪天点的灯？", "On what day was it lit?"),
        List.of("person", "document"),
        List.of("点灯簿"),
        List.of("lamp/已点灯"));
  }

  public static Amount amount(String value) {
    return new Amount(
        new BigDecimal(value),
        null,
        null,
        List.of(),
        "每年贴息上限",
        List.of(
            new Amount.Step(Text.of("贷款本金 × 利率", "loan × rate"), "13500.00"),
            new Amount.Step(Text.of("其中财政承担一半", "half is paid"), value)),
        List.of(
            new Amount.Share("worker", new BigDecimal("3375.00")),
            new Amount.Share("spouse", new BigDecimal("3375.00"))));
  }

  public static Amount notSet() {
    return new Amount(null, null, null, List.of("夫妻工奖补标准"), null, List.of(), List.of());
  }

  public static MonthLine month(String month, Result result, @Nullable Amount amount) {
    YearMonth one = YearMonth.parse(month);
    return new MonthLine(one, one, result, amount, List.of(), List.of());
  }

  /** An outcome to start from; the tests change what they are about. */
  public static Builder outcome(Result result) {
    return new Builder(result);
  }

  /** Everything empty until set. */
  public static final class Builder {
    private final Result result;
    private final List<ConditionResult> conditions = new ArrayList<>();
    private final List<ConditionResult.ParameterSeen> parameters = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<MonthLine> months = new ArrayList<>();
    private final List<GivenUp> givenUp = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final List<String> unsettled = new ArrayList<>();
    private final List<String> choose = new ArrayList<>();
    private String subject = "lamp";
    private SchemeKind kind = SchemeKind.ENTITLEMENT;
    private boolean indicative;
    private @Nullable Amount amount;
    private @Nullable Due due;
    private @Nullable LocalDate recheckOn;
    private @Nullable LocalDate possibleFrom;

    Builder(Result result) {
      this.result = result;
    }

    public Builder kind(SchemeKind value) {
      kind = value;
      return this;
    }

    public Builder subject(String value) {
      subject = value;
      return this;
    }

    public Builder indicative() {
      indicative = true;
      return this;
    }

    public Builder amount(Amount value) {
      amount = value;
      return this;
    }

    public Builder due(Due value) {
      due = value;
      return this;
    }

    public Builder condition(ConditionResult value) {
      conditions.add(value);
      return this;
    }

    public Builder parameter(ConditionResult.ParameterSeen value) {
      parameters.add(value);
      return this;
    }

    public Builder missing(Missing value) {
      missing.add(value);
      return this;
    }

    public Builder month(MonthLine value) {
      months.add(value);
      return this;
    }

    public Builder givenUp(GivenUp value) {
      givenUp.add(value);
      return this;
    }

    public Builder note(Text value) {
      notes.add(value);
      return this;
    }

    public Builder unsettled(String value) {
      unsettled.add(value);
      return this;
    }

    public Builder choose(String value) {
      choose.add(value);
      return this;
    }

    public Builder recheckOn(LocalDate value) {
      recheckOn = value;
      return this;
    }

    public Builder possibleFrom(LocalDate value) {
      possibleFrom = value;
      return this;
    }

    public Outcome build() {
      return new Outcome(
          "lamp",
          Text.of("点灯奖补", "lamp"),
          "demo",
          kind,
          subject,
          result,
          indicative,
          amount,
          due,
          months,
          conditions,
          parameters,
          missing,
          recheckOn,
          possibleFrom,
          givenUp,
          choose,
          notes,
          unsettled,
          "digest");
    }
  }
}
