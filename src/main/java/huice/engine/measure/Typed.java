package huice.engine.measure;

import huice.model.Fact;
import huice.model.Unit;
import huice.model.ValueType;
import org.jspecify.annotations.Nullable;

/** A bound form with the type and unit of what it reads, and the fact whose values they are. */
record Typed(Form form, ValueType type, Unit unit, @Nullable Fact fact) {
  static Typed count(Form form, Unit unit) {
    return new Typed(form, ValueType.COUNT, unit, null);
  }

  static Typed date(Form form) {
    return new Typed(form, ValueType.DATE, Unit.NONE, null);
  }

  static Typed yesNo(Form form) {
    return new Typed(form, ValueType.YES_NO, Unit.NONE, null);
  }

  Typed with(Form other) {
    return new Typed(other, type, unit, fact);
  }

  boolean number() {
    return type.scaled();
  }
}
