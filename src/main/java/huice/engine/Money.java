package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Lack;
import huice.engine.measure.Reading;
import huice.model.Amount;
import huice.model.Fact;
import huice.model.Parameter;
import huice.model.Raw;
import huice.model.Text;
import huice.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what is paid, exactly and with every step in words; rounds once, at the end. */
final class Money {
  private static final Consequences.Rounding FEN =
      new Consequences.Rounding(2, RoundingMode.HALF_UP, "四舍五入到分");

  /**
   * A sum before rounding: exact, or between two ends (null: unbounded), or wanting a parameter.
   */
  record Sum(
      @Nullable Ratio lo,
      @Nullable Ratio hi,
      Set<String> unset,
      @Nullable String cap,
      List<Amount.Step> steps) {

    boolean exact() {
      return unset.isEmpty() && lo != null && hi != null && lo.compareTo(hi) == 0;
    }
  }

  /** What part of an expression came to, in numbers and in words. */
  private record Part(
      @Nullable Ratio lo, @Nullable Ratio hi, Set<String> unset, String words, boolean compound) {}

  private final Line line;
  private final ParametersInForce parameters;
  private final boolean worded;

  /** What the numbers read so far lack. */
  private final List<Lack> lacks = new ArrayList<>();

  private Money(Line line, ParametersInForce parameters, boolean worded) {
    this.line = line;
    this.parameters = parameters;
    this.worded = worded;
  }

  /** Null when the rule pays nothing. */
  static @Nullable Sum of(Line line, ParametersInForce parameters, boolean worded) {
    Branch branch = line.branch;
    if (branch == null || branch.consequences().amount() == null) {
      return null;
    }
    return new Money(line, parameters, worded).sum(branch.consequences());
  }

  private Sum sum(Consequences consequences) {
    Consequences.Term term = java.util.Objects.requireNonNull(consequences.amount());
    Part part = part(term.expression());
    List<Amount.Step> steps = new ArrayList<>();
    add(steps, step(term.text(), part));
    Ratio lo = part.lo();
    Ratio hi = part.hi();
    Set<String> unset = new LinkedHashSet<>(part.unset());
    String bit = null;
    for (Consequences.Term capTerm : consequences.caps()) {
      Part cap = part(capTerm.expression());
      boolean harmless = hi != null && cap.lo() != null && cap.lo().compareTo(hi) >= 0;
      Amount.Step step = step(capTerm.text(), cap);
      add(
          steps,
          harmless && step != null ? new Amount.Step(step.text(), step.value() + "（没有超过）") : step);
      if (!harmless) {
        unset.addAll(cap.unset());
        bit =
            cap.unset().isEmpty() && cap.hi() != null && lo != null && cap.hi().compareTo(lo) < 0
                ? capTerm.text()
                : bit;
        lo = lo == null || cap.lo() == null ? floor(lo, cap.lo()) : least(lo, cap.lo());
        hi = hi == null ? cap.hi() : cap.hi() == null ? hi : least(hi, cap.hi());
      }
    }
    Sum sum = new Sum(lo, hi, unset, bit, steps);
    if (!sum.exact() && unset.isEmpty()) {
      lacks.forEach(line::lack);
    }
    return sum;
  }

  private static @Nullable Ratio floor(@Nullable Ratio a, @Nullable Ratio b) {
    return a == null && b == null ? null : Ratio.ZERO;
  }

  private static Ratio least(Ratio a, Ratio b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static void add(List<Amount.Step> steps, Amount.@Nullable Step step) {
    if (step != null) {
      steps.add(step);
    }
  }

  /** Null where nobody asked for words. */
  private Amount.@Nullable Step step(String text, Part part) {
    if (!worded) {
      return null;
    }
    String value = value(part);
    String equals = value.startsWith("≈") ? " " : " = ";
    String words = part.compound() ? part.words() + equals + value : value;
    return new Amount.Step(Text.of(text, text), words);
  }

  private static String value(Part part) {
    if (part.lo() != null && part.hi() != null && part.lo().compareTo(part.hi()) == 0) {
      return part.lo().shown();
    }
    if (!part.unset().isEmpty()) {
      return "未设定";
    }
    return (part.lo() == null ? "不明" : part.lo().shown())
        + " 至 "
        + (part.hi() == null ? "不明" : part.hi().shown());
  }

  private Part part(Expression expression) {
    if (expression instanceof Expression.Leaf leaf) {
      return leaf(leaf.bound());
    }
    Expression.Join join = (Expression.Join) expression;
    List<Part> parts = join.parts().stream().map(this::part).toList();
    Part result = parts.get(0);
    for (int i = 1; i < parts.size(); i++) {
      result = join(join.form(), result, parts.get(i));
    }
    return result;
  }

  private Part join(String form, Part a, Part b) {
    Set<String> unset = both(a.unset(), b.unset());
    Ratio alo = a.lo();
    Ratio ahi = a.hi();
    Ratio blo = b.lo();
    Ratio bhi = b.hi();
    String aw = a.words();
    String bw = b.words();
    return switch (form) {
      case "product" ->
          new Part(
              both(alo, blo, Ratio::times),
              both(ahi, bhi, Ratio::times),
              unset,
              words(bracket(aw), " × ", bracket(bw)),
              true);
      case "plus" ->
          new Part(
              both(alo, blo, Ratio::plus),
              both(ahi, bhi, Ratio::plus),
              unset,
              isZero(a) ? bw : isZero(b) ? aw : words(aw, " + ", bw),
              isZero(a) ? b.compound() : isZero(b) ? a.compound() : true);
      case "minus" ->
          new Part(
              both(alo, bhi, Ratio::minus),
              both(ahi, blo, Ratio::minus),
              unset,
              words(aw, " − ", bracket(bw)),
              true);
      case "share" ->
          new Part(
              both(alo, bhi, Money::over),
              both(ahi, blo, Money::over),
              unset,
              words(bracket(aw), " ÷ ", divisor(bw)),
              true);
      case "least" -> {
        boolean first = ahi != null && blo != null && ahi.compareTo(blo) <= 0;
        boolean second = bhi != null && alo != null && bhi.compareTo(alo) <= 0;
        Set<String> left = first ? a.unset() : second ? b.unset() : unset;
        Ratio hi = ahi == null ? bhi : bhi == null ? ahi : least(ahi, bhi);
        yield new Part(
            alo == null || blo == null
                ? (first ? alo : second ? blo : floor(alo, blo))
                : least(alo, blo),
            hi,
            left,
            words("取低者(", aw, "，", bw, ")"),
            true);
      }
      default -> {
        Ratio lo = alo == null ? blo : blo == null ? alo : least(alo, blo).equals(alo) ? blo : alo;
        Ratio hi = ahi == null || bhi == null ? null : least(ahi, bhi).equals(ahi) ? bhi : ahi;
        yield new Part(lo, hi, unset, words("取高者(", aw, "，", bw, ")"), true);
      }
    };
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  private String words(String... words) {
    return worded ? String.join("", words) : "";
  }

  /** A part that adds nothing is left out of the words. */
  private static boolean isZero(Part part) {
    return part.unset().isEmpty()
        && part.lo() != null
        && part.hi() != null
        && part.lo().over().signum() == 0
        && part.hi().over().signum() == 0;
  }

  private static @Nullable Ratio over(Ratio a, Ratio b) {
    return b.over().signum() == 0 ? null : a.over(b);
  }

  private interface Joining {
    @Nullable Ratio apply(Ratio a, Ratio b);
  }

  private static @Nullable Ratio both(@Nullable Ratio a, @Nullable Ratio b, Joining joining) {
    return a == null || b == null ? null : joining.apply(a, b);
  }

  private static String bracket(String words) {
    return words.contains(" + ") || words.contains(" − ") ? "(" + words + ")" : words;
  }

  private static String divisor(String words) {
    return words.contains(" × ") || words.contains(" ÷ ") ? "(" + words + ")" : bracket(words);
  }

  private Part leaf(Bound bound) {
    Reading reading = bound.measure().read(line.moment);
    line.mayChange(reading.next());
    for (Lack lack : reading.lacks()) {
      if (!Settling.officeGap(lack)) {
        lacks.add(lack);
      }
    }
    Ratio factor = ConsequenceBinder.factor(bound.unit());
    if (bound.call().form().equals("parameter")) {
      String name = bound.parameters().iterator().next();
      ParametersInForce.Used used = parameters.used(name, line.scheme, line.moment);
      String written = used == null ? null : used.written();
      if (used != null && written != null) {
        Ratio exact = Ratio.parse(written).times(factor);
        return new Part(
            exact, exact, Set.of(), worded ? shown(used.parameter(), written) : "", false);
      }
    }
    Set<String> unset = unset(reading);
    Ratio lo = reading.lo() == Raw.LOW ? null : Ratio.of(Raw.decimal(reading.lo())).times(factor);
    Ratio hi =
        reading.hi() == Raw.HIGH
            ? null
            : reading.isExact() ? lo : Ratio.of(Raw.decimal(reading.hi())).times(factor);
    return new Part(lo, hi, unset, worded ? words(bound, reading, unset) : "", false);
  }

  private static String words(Bound bound, Reading reading, Set<String> unset) {
    return unset.isEmpty()
        ? Rendering.interval(bound, reading)
        : "〔" + String.join("、", unset) + "〕";
  }

  private static Set<String> unset(Reading reading) {
    if (reading.unset().isEmpty() && reading.lacks().isEmpty()) {
      return Set.of();
    }
    Set<String> unset = new LinkedHashSet<>(reading.unset());
    reading.lacks().stream()
        .filter(Settling::officeGap)
        .map(l -> java.util.Objects.requireNonNull(l.fact()))
        .map(Fact::label)
        .map(Text::zh)
        .forEach(unset::add);
    return unset;
  }

  private static String shown(Parameter parameter, String written) {
    return parameter.unit() == Unit.PERCENT
        ? written + "%"
        : parameter.unit() == Unit.BASIS_POINTS ? written + " 基点" : written;
  }

  /** The sum of several lines as it is paid: rounded once, shared where the rule says so. */
  static Amount rounded(List<Sum> sums, Consequences consequences, List<String> members) {
    Consequences.Rounding rounding =
        consequences.rounding() == null ? FEN : consequences.rounding();
    Ratio lo = Ratio.ZERO;
    Ratio hi = Ratio.ZERO;
    Set<String> unset = new LinkedHashSet<>();
    Set<String> caps = new LinkedHashSet<>();
    List<Amount.Step> steps = new ArrayList<>();
    for (Sum sum : sums) {
      lo = lo == null || sum.lo() == null ? null : lo.plus(sum.lo());
      hi = hi == null || sum.hi() == null ? null : hi.plus(sum.hi());
      unset.addAll(sum.unset());
      if (sum.cap() != null) {
        caps.add(sum.cap());
      }
      if (sums.size() == 1) {
        steps.addAll(sum.steps());
      }
    }
    String cap = caps.isEmpty() ? null : String.join("；", caps);
    BigDecimal low = lo == null ? null : lo.round(rounding.scale(), rounding.mode()).setScale(2);
    BigDecimal high = hi == null ? null : hi.round(rounding.scale(), rounding.mode()).setScale(2);
    if (!unset.isEmpty()) {
      return new Amount(null, null, null, List.copyOf(unset), cap, steps, List.of());
    }
    if (lo == null || hi == null || lo.compareTo(hi) != 0 || low == null) {
      return new Amount(null, low, high, List.of(), cap, steps, List.of());
    }
    boolean worded = sums.stream().allMatch(sum -> !sum.steps().isEmpty());
    if (worded && sums.size() > 1) {
      steps.add(
          new Amount.Step(
              Text.of(sums.size() + " 个月合计", "sum of " + sums.size() + " months"), lo.shown()));
    }
    if (worded && !Ratio.of(low).equals(lo)) {
      steps.add(new Amount.Step(Text.of(rounding.text(), "rounded once"), low.toPlainString()));
    }
    return new Amount(
        low,
        null,
        null,
        List.of(),
        cap,
        steps,
        shares(low, consequences.split() ? members : List.of()));
  }

  private static List<Amount.Share> shares(BigDecimal whole, List<String> members) {
    List<Amount.Share> shares = new ArrayList<>();
    BigDecimal rest = whole;
    for (int i = 0; i < members.size(); i++) {
      BigDecimal part =
          i == members.size() - 1
              ? rest
              : whole.divide(BigDecimal.valueOf(members.size()), 2, RoundingMode.DOWN);
      shares.add(new Amount.Share(members.get(i), part));
      rest = rest.subtract(part);
    }
    return shares;
  }
}
