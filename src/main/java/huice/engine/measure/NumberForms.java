package huice.engine.measure;

import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds arithmetic. */
final class NumberForms {
  private static final Set<Unit> SHARES =
      Set.of(Unit.SHARE, Unit.PERCENT, Unit.BASIS_POINTS, Unit.NONE);

  private final Context context;
  private final Binder binder;

  NumberForms(Context context, Binder binder) {
    this.context = context;
    this.binder = binder;
  }

  @Nullable Typed bind(String form, Words words) {
    boolean ordered = form.equals("least") || form.equals("greatest");
    List<Typed> parts = new ArrayList<>();
    for (Call.Arg arg : words.operands) {
      Typed part = ordered ? binder.operand(arg) : binder.number(arg);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return switch (form) {
      case "share" -> Typed.count(new Ratio(parts.get(0).form(), parts.get(1).form()), Unit.SHARE);
      case "product" -> product(parts);
      default -> alike(form, parts);
    };
  }

  /** plus, minus, least, greatest: of one type and unit. */
  private @Nullable Typed alike(String form, List<Typed> parts) {
    Typed first = parts.get(0);
    for (Typed part : parts) {
      boolean comparable = part.number() || part.type() == ValueType.DATE;
      boolean sameUnit = part.type() != ValueType.COUNT || part.unit() == first.unit();
      if (!comparable || part.type() != first.type() || !sameUnit) {
        context.fault(
            "「" + form + "」的各项不是同一种数据：" + described(first, true) + "与" + described(part, true),
            "“" + form + "” mixes " + described(first, false) + " and " + described(part, false),
            "各项要同一类型、同一单位",
            "all parts must have one type and unit");
        return null;
      }
    }
    Form alike = alike(form, forms(parts), first.type() == ValueType.DATE);
    return new Typed(alike, first.type(), first.unit(), null);
  }

  private static Form alike(String form, Form[] parts, boolean dates) {
    return switch (form) {
      case "plus" -> new Arithmetic(Arithmetic.Kind.PLUS, parts);
      case "minus" -> new Arithmetic(Arithmetic.Kind.MINUS, parts);
      case "least" ->
          dates ? new DatePick(parts, false) : new Arithmetic(Arithmetic.Kind.LEAST, parts);
      default ->
          dates ? new DatePick(parts, true) : new Arithmetic(Arithmetic.Kind.GREATEST, parts);
    };
  }

  private static String described(Typed typed, boolean zh) {
    String type = zh ? typed.type().text().zh() : typed.type().word();
    String unit = zh ? typed.unit().text().zh() : typed.unit().text().en();
    return typed.unit() == Unit.NONE ? type : type + "（" + unit + "）";
  }

  private @Nullable Typed product(List<Typed> parts) {
    long money = parts.stream().filter(p -> p.type() == ValueType.MONEY).count();
    if (money > 1) {
      context.fault(
          "「product」把两笔金额相乘",
          "“product” multiplies two sums of money",
          "金额只能乘以数量或比例",
          "multiply a sum by a count or a share");
      return null;
    }
    ValueType type = money > 0 ? ValueType.MONEY : ValueType.COUNT;
    return new Typed(product(parts, new ArrayList<>()), type, unit(parts, money > 0), null);
  }

  private Product product(List<Typed> parts, List<Form> under) {
    List<Typed> ordered = new ArrayList<>();
    for (Typed part : parts) {
      if (part.form() instanceof Ratio ratio) {
        ordered.add(part.with(ratio.a()));
        under.add(ratio.b());
      } else {
        ordered.add(part);
      }
    }
    ordered.sort((a, b) -> Boolean.compare(written(a), written(b)));
    long[] divisors = new long[ordered.size()];
    Product.Fraction[] fractions = new Product.Fraction[ordered.size()];
    for (int i = 0; i < divisors.length; i++) {
      Unit unit = ordered.get(i).unit();
      divisors[i] = unit == Unit.PERCENT ? 100 : unit == Unit.BASIS_POINTS ? 10_000 : 1;
      fractions[i] = fraction(ordered.get(i));
    }
    return new Product(forms(ordered), divisors, fractions, under.toArray(new Form[0]));
  }

  private static Unit unit(List<Typed> parts, boolean money) {
    if (money) {
      Unit unit =
          parts.stream().filter(p -> p.type() == ValueType.MONEY).findFirst().orElseThrow().unit();
      boolean months = parts.stream().anyMatch(p -> p.unit() == Unit.MONTH);
      boolean hours = parts.stream().anyMatch(p -> p.unit() == Unit.HOUR);
      boolean whole = unit == Unit.YUAN_PER_MONTH && months || unit == Unit.YUAN_PER_HOUR && hours;
      return whole ? Unit.YUAN : unit;
    }
    return parts.stream()
        .map(Typed::unit)
        .filter(u -> !SHARES.contains(u))
        .findFirst()
        .orElse(parts.stream().anyMatch(p -> p.unit() != Unit.NONE) ? Unit.SHARE : Unit.NONE);
  }

  private boolean written(Typed typed) {
    return !fraction(typed).byRaw().isEmpty();
  }

  private Product.Fraction fraction(Typed typed) {
    if (!(typed.form() instanceof CaseForms.InForce inForce)) {
      return Product.Fraction.NONE;
    }
    Parameter parameter = context.binding.parameters().get(inForce.name());
    Map<Long, long[]> byRaw = new HashMap<>();
    for (ParameterValue version :
        parameter == null ? List.<ParameterValue>of() : parameter.versions()) {
      version.written().forEach((key, text) -> put(byRaw, version.values().get(key), text));
    }
    return byRaw.isEmpty() ? Product.Fraction.NONE : new Product.Fraction(Map.copyOf(byRaw));
  }

  private static void put(Map<Long, long[]> byRaw, @Nullable Long raw, String text) {
    String[] parts = text.split("/", -1);
    boolean whole = parts.length == 2 && parts[0].strip().matches("\\d{1,9}");
    if (raw != null && whole && parts[1].strip().matches("[1-9]\\d{0,8}")) {
      byRaw.put(
          raw, new long[] {Long.parseLong(parts[0].strip()), Long.parseLong(parts[1].strip())});
    }
  }

  private static Form[] forms(List<Typed> parts) {
    return parts.stream().map(Typed::form).toArray(Form[]::new);
  }
}
