package huice.engine;

import huice.engine.measure.Bound;
import huice.engine.measure.Reading;
import huice.model.Fact;
import huice.model.Raw;
import huice.model.Unit;
import huice.model.ValueType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Raw values as a reader sees them. */
final class Rendering {
  private Rendering() {}

  static String value(Bound bound, long raw) {
    return value(bound.type(), bound.unit(), bound.fact(), raw);
  }

  static String value(Fact fact, long raw) {
    return value(fact.type(), fact.unit(), fact, raw);
  }

  static String value(ValueType type, Unit unit, @Nullable Fact fact, long raw) {
    return switch (type) {
      case DATE -> date(fact, raw);
      case YES_NO -> raw == 1 ? "是" : "否";
      case CHOICE ->
          fact == null || raw < 0 || raw >= fact.choices().size()
              ? "无"
              : fact.choices().get((int) raw).label().zh();
      case MONEY, COUNT -> number(raw, unit);
    };
  }

  private static String date(@Nullable Fact fact, long raw) {
    if (raw == Raw.NEVER) {
      return "无";
    }
    LocalDate date = Raw.date(raw);
    return fact != null && fact.month() ? date.toString().substring(0, 7) : date.toString();
  }

  private static String number(long raw, Unit unit) {
    String digits = Raw.decimal(raw).toPlainString();
    return switch (unit) {
      case NONE, SHARE -> digits;
      case PERCENT -> digits + "%";
      default -> digits + " " + unit.text().zh();
    };
  }

  /** An interval: one value, “5 月至不明”, or “不明”. */
  static String interval(Bound bound, Reading reading) {
    if (reading.isExact()) {
      return value(bound, reading.lo());
    }
    boolean low = reading.lo() != Raw.LOW;
    boolean high = reading.hi() != Raw.HIGH;
    if (!low && !high || bound.type() == ValueType.YES_NO || bound.type() == ValueType.CHOICE) {
      return "不明";
    }
    String from = low ? end(bound, reading.lo()) : "不明";
    String to = high ? end(bound, reading.hi()) : "不明";
    return from + " 至 " + to;
  }

  private static String end(Bound bound, long raw) {
    return bound.type() == ValueType.DATE && raw == Raw.NEVER ? "尚无" : value(bound, raw);
  }
}
